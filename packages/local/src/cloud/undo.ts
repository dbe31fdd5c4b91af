/** Remembers what was started, to stop it again in reverse order. */
export type Undo = {
  /** Registers how to stop `part` and gives it back. */
  started: <Part>(part: Part, stop: (part: Part) => Promise<void>) => Part;
  /** Stops everything once, the last started first; one failure does not keep the others from stopping. */
  undo: () => Promise<void>;
};

export function undoOnFailure(): Undo {
  const stops: (() => Promise<void>)[] = [];
  return {
    started: (part, stop) => {
      stops.push(() => stop(part));
      return part;
    },
    undo: async () => {
      const failures: unknown[] = [];
      for (let stop = stops.pop(); stop; stop = stops.pop()) {
        await stop().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, "not everything stopped cleanly");
    },
  };
}
