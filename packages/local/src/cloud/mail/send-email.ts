import * as v from "valibot";
import { addressOf, isDeliverable } from "./address.ts";
import type { MailSettings } from "./settings.ts";

/** Recipients of one message, at most. @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const recipientLimit = 50;

const addresses = v.optional(v.array(v.string()), []);
const requestSchema = v.object({
  FromEmailAddress: v.optional(v.string()),
  Destination: v.optional(v.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })),
  ReplyToAddresses: addresses,
  ConfigurationSetName: v.optional(v.string()),
  EmailTags: v.optional(v.array(v.object({ Name: v.string(), Value: v.string() })), []),
  Content: v.object({ Raw: v.optional(v.object({ Data: v.string() })) }),
});

/** What SES answers instead of sending. */
export type Refusal = { status: number; type: string; message: string };

export type Sending = {
  from: string;
  identityArn: string;
  /** The envelope; a raw message without one is sent to the addresses in its headers. */
  recipients?: { to: string[]; cc: string[]; bcc: string[] } | undefined;
  configurationSet?: { name: string; arn: string; wants: (eventType: string) => boolean };
  tags: Record<string, string>;
  /** Header fields of a raw message. */
  rawHeaders?: { name: string; value: string }[];
};

const bad = (message: string): Refusal => ({ status: 400, type: "BadRequestException", message });

/** Header fields of a message, unfolded (RFC 5322, 2.2.3). */
function readHeaders(raw: Buffer): { name: string; value: string }[] {
  const [head = ""] = raw.toString("utf8").split(/\r?\n\r?\n/);
  return head
    .replace(/\r?\n(?=[ \t])/g, "")
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(":");
      return colon > 0 ? [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }] : [];
    });
}

/**
 * Checks a SendEmail request as SES does before it accepts it: a verified sender, an existing configuration set,
 * deliverable recipients. What the message itself must hold, the engine checks.
 */
export function readSending(body: Buffer, settings: MailSettings, region: string): Sending | Refusal {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), body.toString("utf8"));
  if (!parsed.success) return bad(v.summarize(parsed.issues));
  const { Destination, EmailTags, Content, FromEmailAddress } = parsed.output;
  const rawHeaders = Content.Raw && readHeaders(Buffer.from(Content.Raw.Data, "base64"));
  const from = FromEmailAddress ?? rawHeaders?.find(({ name }) => name.toLowerCase() === "from")?.value;
  if (!from) return bad("Missing required header 'From'.");
  const identity = settings.identityFor(addressOf(from));
  if (!identity) {
    const where = `The following identities failed the check in region ${region.toUpperCase()}: ${addressOf(from)}`;
    return { status: 400, type: "MessageRejected", message: `Email address is not verified. ${where}` };
  }
  const setName = parsed.output.ConfigurationSetName ?? identity.configurationSet;
  const configurationSet = setName === undefined ? undefined : settings.configurationSets.get(setName);
  if (setName !== undefined && !configurationSet) {
    return { status: 404, type: "NotFoundException", message: `Configuration set <${setName}> does not exist.` };
  }
  const recipients = Destination && {
    to: Destination.ToAddresses,
    cc: Destination.CcAddresses,
    bcc: Destination.BccAddresses,
  };
  const refusal = refuseRecipients(recipients && Object.values(recipients).flat(), rawHeaders !== undefined);
  if (refusal) return refusal;
  return {
    from,
    identityArn: identity.arn,
    recipients,
    ...(setName !== undefined && configurationSet ? { configurationSet: { name: setName, ...configurationSet } } : {}),
    tags: Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, Value])),
    ...(rawHeaders ? { rawHeaders } : {}),
  };
}

function refuseRecipients(recipients: string[] | undefined, raw: boolean): Refusal | undefined {
  if (!recipients?.length) return raw ? undefined : bad("Destination has no recipients.");
  if (recipients.length > recipientLimit) return bad(`Recipient count exceeds ${recipientLimit}.`);
  const broken = recipients.find((recipient) => !isDeliverable(addressOf(recipient)));
  return broken === undefined ? undefined : bad(`Illegal address: ${broken}`);
}
