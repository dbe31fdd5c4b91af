import * as v from "valibot";
import { moneySchema } from "../kernel/money.ts";
import { daySchema, epochMsSchema } from "../kernel/time.ts";

const entry = { at: epochMsSchema, by: v.string() };

/** What was done with a lead beside its stages: who (see `actorName`), when, what. */
export const leadHistorySchema = v.variant("kind", [
  v.object({ kind: v.literal("value"), ...entry, value: v.optional(moneySchema) }),
  v.object({ kind: v.literal("owner"), ...entry, ownerId: v.optional(v.string()) }),
  v.object({
    kind: v.literal("next-step"),
    ...entry,
    day: v.optional(daySchema),
    text: v.optional(v.string()),
    /** The step before it was done, rather than changed. */
    done: v.boolean(),
  }),
  v.object({ kind: v.literal("contact"), ...entry, fields: v.array(v.string()) }),
  v.object({ kind: v.literal("response"), ...entry }),
  v.object({ kind: v.literal("merged"), ...entry, leadId: v.string() }),
  v.object({ kind: v.literal("erased"), ...entry }),
]);
export type LeadHistoryEntry = v.InferOutput<typeof leadHistorySchema>;

/** So many entries are kept, the newest. */
const mostEntries = 300;

/** A history with more entries, in the order of time, each once. */
export function historyWith(
  history: readonly LeadHistoryEntry[],
  ...more: readonly LeadHistoryEntry[]
): LeadHistoryEntry[] {
  const byText = new Map([...history, ...more].map((one) => [JSON.stringify(one), one] as const));
  return [...byText.values()].sort((a, b) => a.at - b.at).slice(-mostEntries);
}
