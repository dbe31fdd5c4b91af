import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { owedEventsSchema } from "../kernel/owed-events.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { endingSchema } from "./endings/ending.ts";
import { evidenceSchema } from "./evidence.ts";
import { alertKindSchema, severitySchema, sideSchema } from "./kinds.ts";

export const outcomes = ["handled", "no-action", "false-alarm"] as const;
export const alertStates = ["open", "acknowledged", "closed"] as const;
export const alertStateSchema = v.picklist(alertStates);
export type AlertState = v.InferOutput<typeof alertStateSchema>;

export const alertHistoryEntrySchema = v.object({
  at: epochMsSchema,
  by: v.string(),
  what: v.picklist([
    "raised",
    "worsened",
    "reopened",
    "mailed",
    "acknowledged",
    "assigned",
    "noted",
    "closed",
    "settled",
  ]),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type AlertHistoryEntry = v.InferOutput<typeof alertHistoryEntrySchema>;

const paramsSchema = v.record(v.string(), v.union([v.string(), v.number()]));

/** A threat or an opportunity: one entry of the register for one cause. */
export const alertSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  kind: alertKindSchema,
  side: sideSchema,
  severity: severitySchema,
  state: alertStateSchema,
  channelId: v.optional(v.string()),
  /** What its sentence is filled in with: a topic of crisis, a rating, a lift. */
  params: paramsSchema,
  /** The first, and the newest of the others. */
  evidence: v.array(evidenceSchema),
  /** Keys of evidence that is not shown any more, the newest last: of what must be looked up to see whether it has ended. */
  unshown: v.optional(v.array(v.string()), []),
  /** Short digests of the keys of the newest evidence, beyond what is shown: what has been told is not told again. */
  seen: v.array(v.string()),
  /** How many pieces of evidence there have been. */
  count: v.number(),
  /** What it counted when it was last opened again: that belongs to what was closed. */
  countBefore: v.optional(v.number(), 0),
  firstSeenAt: epochMsSchema,
  lastSeenAt: epochMsSchema,
  /** When the first of this round happened, epoch ms. */
  sinceAt: v.optional(epochMsSchema),
  /** Counts openings: the first, and each time it came back or got worse. Mails are once per level and round. */
  round: v.number(),
  /** When this round began, epoch ms. */
  openedAt: epochMsSchema,
  /** Levels that have been mailed in this round, and when the last was. */
  level: v.number(),
  mailedAt: v.optional(epochMsSchema),
  /** By when somebody must have acknowledged it; then the next level is mailed. */
  answerBy: v.optional(epochMsSchema),
  /** When somebody must look at it by itself; the key of the due index. */
  wakeAt: v.optional(epochMsSchema),
  acknowledged: v.optional(v.object({ at: epochMsSchema, by: v.string() })),
  ownerId: v.optional(v.string()),
  outcome: v.optional(
    v.object({
      what: v.picklist([...outcomes, "settled"]),
      /** By what it ended, where it ended by itself. */
      because: v.optional(endingSchema),
      note: v.optional(v.string()),
      at: epochMsSchema,
      by: v.string(),
    }),
  ),
  history: v.array(alertHistoryEntrySchema),
  /** What of its changes has still to be told; see `saveOwing`. */
  owed: v.optional(owedEventsSchema),
  version: v.number(),
});
export type Alert = v.InferOutput<typeof alertSchema>;
export type AlertParams = v.InferOutput<typeof paramsSchema>;

/** One cause is one alert, ever: its id is made of what it is about. */
export const alertIdOf = (workspaceId: string, kind: Alert["kind"], cause: string): string =>
  derivedId("alr", workspaceId, kind, cause);

const historyLength = 40;

/** The alert with one more line of history: the first and the newest are kept. */
export function noted(
  alert: Alert,
  at: number,
  by: string,
  what: AlertHistoryEntry["what"],
  params?: AlertHistoryEntry["params"],
): Alert {
  const all = [...alert.history, { at, by, what, ...(params && { params }) }];
  return { ...alert, history: all.length > historyLength ? [...all.slice(0, 1), ...all.slice(2)] : all };
}
