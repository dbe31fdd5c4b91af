/**
 * The times and counts by which the engine works, in ms unless said otherwise. They depend on each other:
 * `early` + `stepBudget` + a step's 25 s < the function's timeout (90 s) < `lease`. So no step is cut off, neither one's
 * own nor that of another publication in the same batch, and whoever is cut off all the same is dead before its lease ends.
 */
export const policy = {
  /** Partitions of the wake index; one query each per tick. */
  wakeShards: 8,
  /** How long a worker owns a publication. Longer than a worker can live, so an expired lease means a dead worker. */
  lease: 120_000,
  /** No further step starts this long after the claim; the rest is left to another message. */
  stepBudget: 30_000,
  /** After a message was sent for an instant, when somebody looks whether it was heeded. */
  sweepAfter: 180_000,
  /** How far beyond now the tick hands out work; see `hand-over.ts`. */
  lookAhead: 150_000,
  /** A message is aimed this much before its instant and waits for it: queues count whole seconds, functions start cold. */
  early: 4_000,
  /** A single start on an idle channel is not written down where the pace gives one at least this often: a tick's period. */
  forgettable: 60_000,
  /** What is this long past due is not begun any more: a post of the morning must not appear at night unasked. */
  stale: 6 * 3_600_000,
  /** How often a step may fail before the publication does; rate limits do not count. */
  maxAttempts: 6,
  /** The first wait after a failed attempt; each further one is four times as long. */
  firstBackoff: 5_000,
  longestBackoff: 15 * 60_000,
  /** How long a platform may work on a video before a person is asked to look. */
  processing: 24 * 3_600_000,
  /** When, counted from the visible call, the platform is looked at while it answers that nothing is there. */
  looks: [10_000, 60_000, 180_000, 300_000],
  /** The longest pause between looks that could not be made. */
  longestLookPause: 30 * 60_000,
  /** When a person is asked to look instead. */
  unconfirmed: 24 * 3_600_000,
  /** How far ahead a publication may be planned: two years. */
  horizon: 731 * 86_400_000,
} as const;
