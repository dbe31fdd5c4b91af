import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Mailer } from "../../kernel/mail.ts";

const utf8 = (text: string) => ({ Data: text, Charset: "UTF-8" });

/** An address with its display name, encoded for a header (RFC 2047). */
function mailbox({ address, name }: { address: string; name?: string | undefined }): string {
  if (!name) return address;
  return `=?UTF-8?B?${Buffer.from(name, "utf8").toString("base64")}?= <${address}>`;
}

/** Sends by SES; every mail carries the configuration set, so that its deliveries and bounces come back as events. */
export function sesMailer(client: SESv2Client, options: { from: string; configurationSet: string }): Mailer {
  return {
    send: async (mail) => {
      const answer = await client.send(
        new SendEmailCommand({
          FromEmailAddress: options.from,
          ConfigurationSetName: options.configurationSet,
          Destination: { ToAddresses: [mailbox(mail.to)] },
          EmailTags: Object.entries(mail.tags ?? {}).map(([Name, Value]) => ({ Name, Value })),
          Content: {
            Simple: {
              Subject: utf8(mail.subject),
              Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
              Headers: Object.entries(mail.headers ?? {}).map(([Name, Value]) => ({ Name, Value })),
              Attachments: mail.attachments?.map((attachment) => ({
                FileName: attachment.fileName,
                ContentType: attachment.contentType,
                RawContent: attachment.content,
                ContentDisposition: attachment.contentId ? "INLINE" : "ATTACHMENT",
                ContentId: attachment.contentId,
                ContentTransferEncoding: "BASE64",
              })),
            },
          },
        }),
      );
      if (!answer.MessageId) throw new Error("SES gave no message id");
      return { messageId: answer.MessageId };
    },
  };
}
