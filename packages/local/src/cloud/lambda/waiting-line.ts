/** What serves a line of those who wait for something that is used by one at a time. */
export type LineOptions<T> = {
  /** One that is free now. */
  free: () => T | undefined;
  /** A further one, or `undefined` when none is to be made now; `waitedMs` is how long the first one has been first. */
  make: (waitedMs: number) => T | undefined;
  /** How long the first one waits before `make` is asked again, ms. */
  patienceMs: number;
};

export type Line<T> = {
  /** Waits for its turn; `undefined` when the line is dispersed before. */
  join: () => Promise<T | undefined>;
  /** Something was given back or may be made: serves those it can, in the order in which they came. */
  advance: () => void;
  /** How many wait. */
  length: () => number;
  /** Sends everybody away with nothing. */
  disperse: () => void;
};

/** Serves in the order of arrival: what is free first, and something new once waiting has not helped. */
export function formLine<T>({ free, make, patienceMs }: LineOptions<T>): Line<T> {
  const waiting: ((served: T | undefined) => void)[] = [];
  let firstSince = 0;
  let timer: NodeJS.Timeout | undefined;

  const advance = (): void => {
    clearTimeout(timer);
    while (waiting.length > 0) {
      const served = free() ?? make(performance.now() - firstSince);
      if (served === undefined) {
        timer = setTimeout(advance, patienceMs);
        return;
      }
      waiting.shift()?.(served);
      firstSince = performance.now();
    }
  };

  return {
    join: () =>
      new Promise((resolve) => {
        if (waiting.length === 0) firstSince = performance.now();
        waiting.push(resolve);
        if (waiting.length === 1) advance();
      }),
    advance,
    length: () => waiting.length,
    disperse: () => {
      clearTimeout(timer);
      for (const leave of waiting.splice(0)) leave(undefined);
    },
  };
}
