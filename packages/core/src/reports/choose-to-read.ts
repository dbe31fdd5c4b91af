import * as v from "valibot";
import type { Members } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import type { Language } from "../kernel/language.ts";
import { isSecretOf, readMailToken } from "../kernel/mail-link.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { ReportDelivery } from "./delivery.ts";
import { readerChose } from "./events.ts";
import type { ReaderChoices, ReportDeliveries, Reports } from "./ports.ts";
import { type ReaderChoice, readerIdOf } from "./reader-choice.ts";

export interface ChooseDeps {
  readonly choices: ReaderChoices;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** What the page of a link shows: no more than whether its reader gets the report. */
export interface ReaderPage {
  readonly language: Language;
  readonly stopped: boolean;
}

/** What the reader of a mail decided. Opening changes nothing: link scanners open links too. `null`: no such link. */
export async function openReaderLink(
  deps: { deliveries: Pick<ReportDeliveries, "get">; choices: Pick<ReaderChoices, "get"> },
  token: string,
): Promise<ReaderPage | null> {
  const delivery = await deliveryOf(deps, token);
  if (!delivery) return null;
  const { workspaceId, reportId, recipient } = delivery;
  const choice = await deps.choices.get(workspaceId, reportId, readerIdOf(workspaceId, reportId, recipient.email));
  return { language: recipient.language, stopped: choice?.stopped ?? false };
}

/**
 * Lets the reader of a mail stop the report, or have it again, by the link alone. Saying it again changes nothing. The
 * workspace hears of it.
 */
export async function chooseByLink(
  deps: ChooseDeps & { deliveries: Pick<ReportDeliveries, "get"> },
  token: string,
  stopped: boolean,
): Promise<ReaderPage | null> {
  const delivery = await deliveryOf(deps, token);
  if (!delivery) return null;
  const { workspaceId, reportId, recipient } = delivery;
  await choose(deps, { workspaceId, reportId, email: recipient.email, stopped, via: "link" });
  return { language: recipient.language, stopped };
}

/** Every wrong, forged or unknown token gets one and the same answer. */
async function deliveryOf(
  deps: { deliveries: Pick<ReportDeliveries, "get"> },
  token: string,
): Promise<ReportDelivery | null> {
  const named = readMailToken(token);
  const delivery = named && (await deps.deliveries.get(named.workspaceId, named.id));
  return named && delivery && isSecretOf(delivery, named.secret) ? delivery : null;
}

export const chooseToReadSchema = v.object({ stopped: v.boolean() });

/** Lets a member who is a reader of a report stop it for themselves, or have it again. */
export async function chooseToRead(
  deps: ChooseDeps & { reports: Pick<Reports, "get">; members: Pick<Members, "get"> },
  actor: Actor,
  input: { reportId: string; stopped: boolean },
): Promise<Result<void, Failure>> {
  if (actor.type !== "member") return err(notFound());
  const { workspaceId } = actor;
  const [report, member] = await Promise.all([
    deps.reports.get(workspaceId, input.reportId),
    deps.members.get(workspaceId, actor.memberId),
  ]);
  const email = report?.recipients.find((reader) => reader.email === member?.email)?.email;
  if (!report || !email) return err(notFound());
  await choose(deps, { workspaceId, reportId: report.id, email, stopped: input.stopped, via: "member" });
  return ok(undefined);
}

/** The event goes out before the choice is stored: at least once. */
async function choose(
  deps: ChooseDeps,
  wish: Pick<ReaderChoice, "workspaceId" | "reportId" | "email" | "stopped" | "via">,
): Promise<void> {
  const { workspaceId, reportId, email, stopped, via } = wish;
  const id = readerIdOf(workspaceId, reportId, email);
  for (;;) {
    const known = await deps.choices.get(workspaceId, reportId, id);
    if ((known?.stopped ?? false) === stopped) return;
    const version = (known?.version ?? 0) + 1;
    const event = readerChose(deps.clock, workspaceId, { reportId, email, stopped, via });
    await deps.events.publish([{ ...event, id: derivedId("evt", id, String(version)) }]);
    if (await deps.choices.save({ ...wish, id, at: deps.clock.nowMs(), version })) return;
  }
}
