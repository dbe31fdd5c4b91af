import * as v from "valibot";

/** In rising order. */
export const severities = ["low", "medium", "high", "critical"] as const;
export const severitySchema = v.picklist(severities);
export type Severity = v.InferOutput<typeof severitySchema>;

export const sides = ["threat", "opportunity"] as const;
export const sideSchema = v.picklist(sides);
export type Side = v.InferOutput<typeof sideSchema>;

/** Everything the register may hold, and on which side of it that stands. */
const sideOfKind = {
  "negative-burst": "threat",
  "bad-review": "threat",
  "crisis-words": "threat",
  "lead-waiting": "threat",
  "response-overdue": "threat",
  "answer-unsent": "threat",
  "post-overdue": "threat",
  "post-failed": "threat",
  "post-unconfirmed": "threat",
  "channel-consent": "threat",
  "report-undelivered": "threat",
  "rule-matched": "threat",
  "post-above-norm": "opportunity",
  "influential-author": "opportunity",
  "happy-customer": "opportunity",
  "frequent-question": "opportunity",
} as const satisfies Record<string, Side>;

export type AlertKind = keyof typeof sideOfKind;
export const alertKinds = Object.keys(sideOfKind) as [AlertKind, ...AlertKind[]];
export const alertKindSchema = v.picklist(alertKinds);

/** Kinds whose alert names many, each of which ends for itself: all of them are kept, not only those that are shown. */
const byPieces: ReadonlySet<AlertKind> = new Set(["post-failed", "post-overdue", "response-overdue", "answer-unsent"]);
export const endsByPieces = (kind: AlertKind): boolean => byPieces.has(kind);

/** Threats of which only a person can say that they are over: nothing that can be read tells it. */
const byDecision: ReadonlySet<AlertKind> = new Set(["negative-burst", "crisis-words", "rule-matched"]);
export const endsByDecision = (kind: AlertKind): boolean => byDecision.has(kind);

export const sideOf = (kind: AlertKind): Side => sideOfKind[kind];

/** Whether `a` weighs more than `b`. */
export const isGraver = (a: Severity, b: Severity): boolean => severities.indexOf(a) > severities.indexOf(b);
