/**
 * First-response times, kept so that they can be merged exactly: of hours into a day, channels into the workspace, days
 * into a month. Up to `exactLimit` of them are kept one by one, in whole seconds; more are counted by the steps below.
 * Which of the two it is depends only on how many there are, so the same answers always give the same representation,
 * in whatever order and grouping they were merged.
 */
export type Durations =
  | { readonly exact: readonly number[] /** Seconds, ascending. */ }
  | { readonly counts: readonly number[] /** By index of `stepsInSeconds`; without trailing zeros. */ };

export const exactLimit = 20;

const minutes = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50];
const hours = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20];
const days = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 10, 14, 21, 30];

/** The upper ends of the steps by which many answers are counted; the last takes whatever is longer. */
export const stepsInSeconds: readonly number[] = [
  ...minutes.map((n) => n * 60),
  ...hours.map((n) => n * 3600),
  ...days.map((n) => n * 86_400),
];

export const noDurations: Durations = { exact: [] };

/** The durations of some first responses, given in ms. */
export const durationsOf = (ms: readonly number[]): Durations => fromSeconds(ms.map((one) => Math.ceil(one / 1000)));

/** How many durations there are. */
export const durationCount = (durations: Durations): number =>
  "exact" in durations ? durations.exact.length : durations.counts.reduce((sum, count) => sum + count, 0);

/** All durations of both. Commutative and associative. */
export function mergeDurations(a: Durations, b: Durations): Durations {
  if ("exact" in a && "exact" in b) return fromSeconds([...a.exact, ...b.exact]);
  const [left, right] = [countsOf(a), countsOf(b)];
  const length = Math.max(left.length, right.length);
  return { counts: Array.from({ length }, (_, index) => (left[index] ?? 0) + (right[index] ?? 0)) };
}

/**
 * The duration, ms, within which the share `q` (0..1) of the answers came (nearest rank), or `null` when there are none.
 * One that was kept is exact to the second; one that was counted is the upper end of its step.
 */
export function quantileMs(durations: Durations, q: number): number | null {
  const count = durationCount(durations);
  if (count === 0) return null;
  const rank = Math.max(1, Math.ceil(q * count));
  if ("exact" in durations) return (durations.exact[rank - 1] ?? 0) * 1000;
  let seen = 0;
  const index = durations.counts.findIndex((of) => {
    seen += of;
    return seen >= rank;
  });
  return (stepsInSeconds[index] ?? 0) * 1000;
}

function fromSeconds(seconds: readonly number[]): Durations {
  const sorted = [...seconds].sort((a, b) => a - b);
  return sorted.length <= exactLimit ? { exact: sorted } : { counts: countsOf({ exact: sorted }) };
}

function countsOf(durations: Durations): readonly number[] {
  if ("counts" in durations) return durations.counts;
  const counts: number[] = [];
  for (const seconds of durations.exact) {
    const step = stepsInSeconds.findIndex((end) => seconds <= end);
    const index = step === -1 ? stepsInSeconds.length - 1 : step;
    while (counts.length <= index) counts.push(0);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
