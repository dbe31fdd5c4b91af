import * as v from "valibot";
import { severitySchema } from "../alerts/index.ts";
import { intentSchema, sentimentSchema, textLanguageSchema, threadKindSchema } from "../inbox/index.ts";
import { idSchema } from "../kernel/ids.ts";
import { lineSchema } from "../kernel/text.ts";
import { epochMsSchema } from "../kernel/time.ts";

const starsSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(5));

/** A list of which one has to fit; an empty one asks for nothing. */
const anyOf = <Schema extends v.GenericSchema>(schema: Schema, most: number) =>
  v.optional(v.pipe(v.array(schema), v.maxLength(most)), []);

/** What a message or review has to be: everything that is asked for, and of each list one. */
export const conditionsSchema = v.object({
  channels: anyOf(idSchema, 50),
  kinds: anyOf(threadKindSchema, 4),
  intents: anyOf(intentSchema, 6),
  sentiments: anyOf(sentimentSchema, 3),
  languages: anyOf(textLanguageSchema, 4),
  /** Words and phrases, see `words.ts`. */
  words: anyOf(lineSchema(60), 20),
  /** Stars of a review, both ends included; asks for a review. */
  rating: v.optional(v.object({ from: starsSchema, to: starsSchema })),
  /** How many follow the author at least; nobody of whom that is not known. */
  followersFrom: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000_000))),
});
export type Conditions = v.InferOutput<typeof conditionsSchema>;

/** What a rule does; each at most once. */
export const deedsSchema = v.object({
  /** A member who gets the thread, unless somebody has it already. */
  assign: v.optional(idSchema),
  labels: v.optional(v.pipe(v.array(lineSchema(50)), v.maxLength(5)), []),
  priority: v.optional(v.literal("high")),
  hide: v.optional(v.boolean(), false),
  /** A saved reply, laid ready for a person. */
  reply: v.optional(idSchema),
  alert: v.optional(severitySchema),
  lead: v.optional(v.boolean(), false),
});

/** A rule as a member writes it. */
export const ruleDraftSchema = v.object({
  name: lineSchema(80),
  enabled: v.boolean(),
  when: conditionsSchema,
  deeds: deedsSchema,
  /** Whether the rules below it are looked at, too. */
  continues: v.boolean(),
});
export type RuleDraft = v.InferOutput<typeof ruleDraftSchema>;

export const ruleSchema = v.object({
  ...ruleDraftSchema.entries,
  id: v.string(),
  /** Counts its changes. */
  version: v.number(),
  /** It acts on what was written from then on, epoch ms: the instant of its last change. */
  since: epochMsSchema,
});
export type Rule = v.InferOutput<typeof ruleSchema>;

/** A workspace's rules in their order, kept as a whole so that an order is one write; version 0 is none. */
export const ruleBookSchema = v.object({ rules: v.array(ruleSchema), version: v.number() });
export type RuleBook = v.InferOutput<typeof ruleBookSchema>;

const ofRule = {
  ruleId: v.string(),
  ruleName: v.string(),
  ruleVersion: v.number(),
  /** `done`, or why it was not; absent before it was tried. */
  outcome: v.optional(v.string()),
};
/** One thing that a rule does with one message. */
export const stepSchema = v.variant("kind", [
  v.object({ ...ofRule, kind: v.literal("assign"), memberId: v.string() }),
  v.object({ ...ofRule, kind: v.literal("label"), labels: v.array(v.string()) }),
  v.object({ ...ofRule, kind: v.literal("priority") }),
  v.object({ ...ofRule, kind: v.literal("draft"), replyId: v.string() }),
  v.object({ ...ofRule, kind: v.literal("hide") }),
  v.object({ ...ofRule, kind: v.literal("alert"), severity: severitySchema }),
  v.object({ ...ofRule, kind: v.literal("lead") }),
]);
export type Step = v.InferOutput<typeof stepSchema>;

/** What the rules decided about one message or review, once and for all, and what became of it. */
export const ruleRunSchema = v.object({
  workspaceId: v.string(),
  threadId: v.string(),
  /** Derived from the message, so that it is decided once. */
  id: v.string(),
  itemId: v.string(),
  at: epochMsSchema,
  steps: v.array(stepSchema),
  finishedAt: v.optional(epochMsSchema),
});
export type RuleRun = v.InferOutput<typeof ruleRunSchema>;
