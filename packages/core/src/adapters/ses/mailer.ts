import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Mail, Mailer } from "../../kernel/mail.ts";

const utf8 = (text: string) => ({ Data: text, Charset: "UTF-8" });

/** The bytes of text that an encoded word holds: with its marks and in base64 it is then no longer than RFC 2047's 75. */
const encodedWordBytes = 45;

/** An address with its display name, encoded for a header: as many encoded words as it takes, none cut in a character. */
export function mailbox({ address, name }: Mail["to"]): string {
  if (!name) return address;
  const words = [""];
  for (const character of name) {
    const word = (words.at(-1) ?? "") + character;
    if (Buffer.byteLength(word, "utf8") <= encodedWordBytes) words[words.length - 1] = word;
    else words.push(character);
  }
  const encoded = words.map((word) => `=?UTF-8?B?${Buffer.from(word, "utf8").toString("base64")}?=`);
  return `${encoded.join(" ")} <${address}>`;
}

/** A subject on one line: whatever would end the header is a space. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

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
              Subject: utf8(oneLine(mail.subject)),
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
