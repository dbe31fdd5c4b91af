import * as v from "valibot";
import type { Clock } from "./clock.ts";
import type { Mail, Mailer } from "./mail.ts";
import { epochMsSchema } from "./time.ts";

/**
 * What became of one mail to one person. `armed` means that the mail service has been or is being asked: it is not asked
 * again before its own events have had time to say that it never took the mail.
 */
export const mailCourseEntries = {
  state: v.picklist(["waiting", "armed", "sent", "delivered", "bounced", "complained", "failed"]),
  armedAt: v.optional(epochMsSchema),
  attempts: v.number(),
  messageId: v.optional(v.string()),
  /** The mail service's own word on a bounce or failure. */
  cause: v.optional(v.string()),
  changedAt: epochMsSchema,
  version: v.number(),
};
const mailCourseSchema = v.object(mailCourseEntries);
export type MailCourse = v.InferOutput<typeof mailCourseSchema>;

/** The course of a mail that nobody has been asked to send. */
export const notMailed = (nowMs: number): MailCourse => ({
  state: "waiting",
  attempts: 0,
  changedAt: nowMs,
  version: 1,
});

/** How long after arming the mail service's events have had time to arrive: 10 minutes. */
export const armedGraceMs = 10 * 60_000;
/** A mail is tried at most this often. */
export const maxAttempts = 5;

/** What may be done next with a mail. */
export function nextAct(mail: MailCourse, nowMs: number): "send" | "wait" | "done" {
  if (mail.state === "waiting") return "send";
  if (mail.state !== "armed") return "done";
  return nowMs - (mail.armedAt ?? 0) >= armedGraceMs ? "send" : "wait";
}

export interface MailOnceDeps<Item extends MailCourse> {
  /** Stores the item if its stored version is still `version - 1`; false when another was faster. */
  readonly replace: (item: Item) => Promise<boolean>;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

/**
 * Mails an item once: armed before the mail service is asked, recorded after. Only a refusal that is surely one (a client
 * error) frees it for another attempt; after `maxAttempts` of those it has failed.
 */
export async function mailOnce<Item extends MailCourse>(
  deps: MailOnceDeps<Item>,
  item: Item,
  mail: Mail,
): Promise<"sent" | "refused" | "failed"> {
  const now = deps.clock.nowMs();
  const change = { state: "armed", armedAt: now, attempts: item.attempts + 1, changedAt: now } as const;
  const armed: Item = { ...item, ...change, version: item.version + 1 };
  // Another worker that was faster sends it; for us it is done.
  if (!(await deps.replace(armed))) return "sent";
  try {
    const { messageId } = await deps.mailer.send(mail);
    await deps.replace({ ...armed, state: "sent", messageId, version: armed.version + 1 });
    return "sent";
  } catch (error) {
    if (!isRefusal(error)) return "sent";
    const state = armed.attempts >= maxAttempts ? "failed" : "waiting";
    await deps.replace({ ...armed, state, cause: error.name, version: armed.version + 1 });
    return state === "failed" ? "failed" : "refused";
  }
}

/**
 * Whether the mail service surely did not take the mail: it answered with a client error. Everything else (no answer,
 * a server error, our own record failing) leaves the mail armed, to be settled by the service's events.
 */
function isRefusal(error: unknown): error is Error {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return error instanceof Error && status !== undefined && status >= 400 && status < 500;
}

/** The mail tag that names the workspace a mail is sent for; the mail service's events bring it back. */
export const workspaceTag = "dopys_workspace";

/** The part of an SES event that settles a mail. Source: "Examples of event data that Amazon SES publishes". */
export const mailEventSchema = v.object({
  eventType: v.string(),
  mail: v.object({
    messageId: v.string(),
    /** When the mail was sent, ISO 8601. */
    timestamp: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    /** The addresses it went to; ours go to one. */
    destination: v.optional(v.array(v.string())),
    tags: v.optional(v.record(v.string(), v.array(v.string())), {}),
  }),
  bounce: v.optional(v.object({ bounceType: v.string(), bounceSubType: v.optional(v.string()) })),
  reject: v.optional(v.object({ reason: v.optional(v.string()) })),
});
export type MailEvent = v.InferOutput<typeof mailEventSchema>;

/** The mail service's own word on why a mail came back or was not taken: `Permanent/General`. */
export const causeOf = ({ bounce, reject }: MailEvent): string | undefined =>
  bounce ? [bounce.bounceType, bounce.bounceSubType].filter(Boolean).join("/") : reject?.reason;

type State = MailCourse["state"];

/** What an event makes of a mail, and which states it may follow: a later word is never undone by an earlier one. */
const effects: Readonly<Record<string, { state: State; after: readonly State[] }>> = {
  Send: { state: "sent", after: ["waiting", "armed"] },
  Delivery: { state: "delivered", after: ["waiting", "armed", "sent"] },
  Bounce: { state: "bounced", after: ["waiting", "armed", "sent", "delivered"] },
  Complaint: { state: "complained", after: ["waiting", "armed", "sent", "delivered"] },
  Reject: { state: "failed", after: ["waiting", "armed", "sent"] },
  "Rendering Failure": { state: "failed", after: ["waiting", "armed", "sent"] },
};

/** The mail after a word of the mail service; `null` when that word changes nothing (repeated, late, of no meaning). */
export function afterMailEvent<Item extends MailCourse>(item: Item, event: MailEvent, nowMs: number): Item | null {
  const effect = effects[event.eventType];
  if (!effect?.after.includes(item.state)) return null;
  const cause = causeOf(event);
  return {
    ...item,
    state: effect.state,
    messageId: event.mail.messageId,
    ...(cause && { cause }),
    changedAt: nowMs,
    version: item.version + 1,
  };
}
