import { type Member, may } from "../access/index.ts";
import { nextAct } from "../kernel/mail-course.ts";
import { type Suspensions, suspensionOf } from "../mailing/index.ts";
import { type AlertMail, alertMailFor } from "./alert-mail.ts";
import { levels } from "./escalation.ts";
import type { Alert } from "./model.ts";
import type { AlertMails } from "./ports.ts";
import type { AlertReader, AlertSettings } from "./settings.ts";

interface Addressee {
  readonly reader: AlertReader;
  readonly memberId?: string;
}

interface Addressed {
  /** The mails of those whom a mail may reach. */
  readonly mails: readonly AlertMail[];
  /** Whom none reaches. */
  readonly missed: readonly AlertReader[];
}

/**
 * The mails of an alert's next level, each stored once. A suspended address gets none, which is noted on its mail. Where a
 * reader is not reached (the address is suspended, the mail came back or was refused for good), the owners are told too;
 * where nobody is left then, the management is.
 */
export async function addressed(
  deps: { readonly alertMails: Pick<AlertMails, "open" | "replace">; readonly suspensions: Pick<Suspensions, "get"> },
  alert: Alert,
  settings: AlertSettings,
  members: readonly Member[],
  now: number,
): Promise<Addressed> {
  const level = alert.level + 1;
  const steps = [
    readersOf(alert, level, settings, members),
    ofMembers(members.filter(({ role }) => role === "owner")),
    readersOf(alert, levels, settings, members),
  ];
  let all: Addressed = { mails: [], missed: [] };
  for (const [index, step] of steps.entries()) {
    const isNeeded = index === 0 || (index === 1 ? all.missed.length > 0 : all.mails.length === 0);
    if (!isNeeded) continue;
    const known = [...all.mails.map(({ reader }) => reader), ...all.missed];
    const further = step.filter(({ reader }) => !known.some(({ email }) => email === reader.email));
    const opened = await Promise.all(further.map((one) => reachable(deps, alertMailFor(alert, level, one, now), now)));
    all = {
      mails: [...all.mails, ...opened.flatMap(({ mail, reached }) => (reached ? [mail] : []))],
      missed: [...all.missed, ...opened.flatMap(({ mail, reached }) => (reached ? [] : [mail.reader]))],
    };
  }
  return all;
}

/** The stored mail, and whether it reaches its reader as far as anybody knows. */
async function reachable(
  { alertMails, ...deps }: Parameters<typeof addressed>[0],
  wanted: AlertMail,
  now: number,
): Promise<{ mail: AlertMail; reached: boolean }> {
  const mail = await alertMails.open(wanted);
  if (isLost(mail)) return { mail, reached: false };
  const isSent = nextAct(mail, now) !== "send";
  if (isSent || !(await suspensionOf(deps, mail.workspaceId, mail.reader.email))) return { mail, reached: true };
  if (mail.withheldAt === undefined) {
    await alertMails.replace({ ...mail, withheldAt: now, changedAt: now, version: mail.version + 1 });
  }
  return { mail, reached: false };
}

/** Whether a mail surely did not reach its reader. */
export const isLost = ({ state }: AlertMail): boolean => state === "bounced" || state === "failed";

/**
 * Who is told at a level. The team: the alert's owner where it has one, otherwise the managers, or the owners of the
 * workspace where there is no manager. The management: the owners, members who may acknowledge, and those named in the
 * settings.
 */
function readersOf(alert: Alert, level: number, settings: AlertSettings, members: readonly Member[]): Addressee[] {
  const owners = members.filter(({ role }) => role === "owner");
  if (level === 1) {
    const responsible = members.filter(({ id }) => id === alert.ownerId);
    const managers = members.filter(({ role }) => role === "manager");
    return ofMembers([responsible, managers, owners].find((list) => list.length > 0) ?? []);
  }
  const viewers = members.filter((member) => member.role === "viewer" && mayAcknowledge(member));
  const named = ofMembers([...owners, ...viewers]);
  const others = settings.management.filter(({ email }) => !named.some(({ reader }) => reader.email === email));
  return [...named, ...others.map((reader) => ({ reader }))];
}

const ofMembers = (list: readonly Member[]): Addressee[] =>
  list.map(({ id, email, name, language }) => ({ reader: { email, name, language }, memberId: id }));

const mayAcknowledge = (member: Member): boolean =>
  may({ type: "member", memberId: member.id, ...member }, "acknowledge");
