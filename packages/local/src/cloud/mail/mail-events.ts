import { randomUUID } from "node:crypto";
import type { EventFacts, JsonObject } from "../events/event.ts";
import { addressOf, domainOf } from "./address.ts";
import type { SentMail } from "./sent-mail.ts";

export type SendingFacts = {
  mail: SentMail;
  /** ARNs of the identity it was sent from and of its configuration set. */
  identityArn: string;
  configurationSet: { name: string; arn: string };
  accountId: string;
  callerIdentity: string;
};

/** Names of the events on the bus. @see https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html */
const detailTypes = {
  Send: "Email Sent",
  Delivery: "Email Delivered",
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
} as const;
type EventType = keyof typeof detailTypes;

type Happening = { type: EventType; what: JsonObject };

const reportingMTA = "dns; local.smtp-out.amazonses.com";

function bounce(recipient: string, at: string, subType: string, diagnosticCode: string): Happening {
  const bouncedRecipients = [{ emailAddress: recipient, action: "failed", status: "5.1.1", diagnosticCode }];
  const what = { bounceType: "Permanent", bounceSubType: subType, bouncedRecipients, timestamp: at, reportingMTA };
  return { type: "Bounce", what: { feedbackId: randomUUID(), ...what } };
}

function delivery(recipient: string, at: string): Happening {
  const smtpResponse = "250 2.6.0 Message received";
  return {
    type: "Delivery",
    what: { timestamp: at, processingTimeMillis: 1, recipients: [recipient], smtpResponse, reportingMTA },
  };
}

function complaint(recipient: string, at: string): Happening {
  const complainedRecipients = [{ emailAddress: recipient }];
  const userAgent = "Amazon SES Mailbox Simulator";
  const what = {
    complainedRecipients,
    timestamp: at,
    complaintSubType: null,
    userAgent,
    complaintFeedbackType: "abuse",
  };
  return { type: "Complaint", what: { feedbackId: randomUUID(), ...what } };
}

/**
 * What becomes of a mail to each address of SES's mailbox simulator; a label (`bounce+1@`) changes nothing.
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator
 */
const simulator: Record<string, (recipient: string, at: string) => Happening[]> = {
  bounce: (recipient, at) => [bounce(recipient, at, "General", "smtp; 550 5.1.1 user unknown")],
  suppressionlist: (recipient, at) => [
    bounce(recipient, at, "Suppressed", "Amazon SES has suppressed sending to this address"),
  ],
  complaint: (recipient, at) => [delivery(recipient, at), complaint(recipient, at)],
};

function happeningsOf(recipient: string, at: string): Happening[] {
  const [local = ""] = recipient.toLowerCase().split(/[@+]/);
  const simulated = domainOf(recipient) === "simulator.amazonses.com" ? simulator[local] : undefined;
  return simulated?.(recipient, at) ?? [delivery(recipient, at)];
}

function describe({ mail, identityArn, configurationSet, accountId, callerIdentity }: SendingFacts): JsonObject {
  const from = addressOf(mail.from);
  const common = { from: [mail.from], to: mail.to, messageId: mail.messageId, subject: mail.subject };
  const own = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: mail.sentAt,
    source: mail.from,
    sourceArn: identityArn,
    sendingAccountId: accountId,
    messageId: mail.messageId,
    destination: [...mail.to, ...mail.cc, ...mail.bcc].map(addressOf),
    headersTruncated: false,
    headers: [
      { name: "From", value: mail.from },
      { name: "To", value: mail.to.join(", ") },
      { name: "Subject", value: mail.subject },
      ...mail.headers,
    ],
    commonHeaders: common,
    tags: {
      "ses:configuration-set": [configurationSet.name],
      "ses:from-domain": [domainOf(from)],
      "ses:caller-identity": [callerIdentity],
      "ses:source-ip": ["127.0.0.1"],
      ...Object.fromEntries(own),
    },
  };
}

/**
 * The events SES publishes for one mail: it was sent, then for each recipient what became of it.
 * @param wants which types the configuration set's destination asks for.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function mailEvents(facts: SendingFacts, wants: (type: string) => boolean): EventFacts[] {
  const mail = describe(facts);
  const recipients = [...facts.mail.to, ...facts.mail.cc, ...facts.mail.bcc].map(addressOf);
  const sent: Happening = { type: "Send", what: {} };
  const happenings = [sent, ...recipients.flatMap((recipient) => happeningsOf(recipient, facts.mail.sentAt))];
  return happenings
    .filter(({ type }) => wants(type))
    .map(({ type, what }) => ({
      source: "aws.ses",
      detailType: detailTypes[type],
      resources: [facts.configurationSet.arn],
      detail: { eventType: type, mail, [type.toLowerCase()]: what },
    }));
}
