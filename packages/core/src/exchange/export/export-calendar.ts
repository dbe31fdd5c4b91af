import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Workspaces } from "../../access/index.ts";
import type { Channels } from "../../channels/connected/index.ts";
import { calendarTexts } from "../../i18n/exchange.ts";
import { formatInstant } from "../../i18n/format.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { excerpt } from "../../kernel/text.ts";
import type { Publication, Publications } from "../../publishing/index.ts";
import { exportTooLarge } from "../errors.ts";
import { exportedRange } from "./exported-range.ts";
import type { ExportRange } from "./model.ts";

/** The most publications of one calendar file: a function holds it whole. */
export const calendarLimit = 2000;

const statusOf = (state: Publication["state"]): ICalEventStatus =>
  state === "canceled" || state === "failed" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;

/**
 * A period's publications as an iCalendar file (RFC 5545). Each event keeps its UID, so that a calendar that reads the
 * file again renews its events instead of doubling them. Times are instants, which every calendar shows in its reader's
 * zone; the description says them in the zone in which they were chosen.
 */
export async function exportCalendar(
  deps: {
    publications: Pick<Publications, "list">;
    channels: Pick<Channels, "list">;
    workspaces: Pick<Workspaces, "get">;
  },
  actor: Actor,
  language: Language,
  input: ExportRange,
): Promise<Result<string, Failure>> {
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  const [publications, channels] = await Promise.all([
    deps.publications.list(workspace.id, {
      ...exportedRange(input, workspace.timeZone),
      limit: calendarLimit + 1,
    }),
    deps.channels.list(workspace.id),
  ]);
  if (publications.length > calendarLimit) return err(exportTooLarge(calendarLimit));
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const texts = calendarTexts[language];
  const calendar = ical({
    name: texts.name(workspace.name),
    prodId: { company: "Dopys", product: "Dopys", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: "UTC",
  });
  for (const publication of publications) {
    const { id, dueAt, state, content, url, timeZone, version } = publication;
    const channel = names.get(publication.channelId) ?? publication.platform;
    const when = formatInstant(language, dueAt, timeZone);
    calendar.createEvent({
      id: `${id}@dopys`,
      sequence: version,
      start: new Date(dueAt),
      end: new Date(dueAt),
      stamp: new Date(publication.publishedAt ?? dueAt),
      summary: `${channel}: ${excerpt(content.text, 80) || texts.withoutText}`,
      description: [content.text, `${when} (${timeZone})`].filter(Boolean).join("\n\n"),
      status: statusOf(state),
      ...(url && { url }),
    });
  }
  return ok(calendar.toString());
}
