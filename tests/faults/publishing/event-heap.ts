interface TimedEvent {
  readonly at: number;
  readonly rank: number;
  readonly order: number;
  readonly run: () => void;
}

/** Events by time; in one instant by rank, then in the order in which they were planned. */
export function eventHeap() {
  const heap: TimedEvent[] = [];
  let order = 0;
  const before = (a: TimedEvent, b: TimedEvent): boolean =>
    a.at !== b.at ? a.at < b.at : a.rank !== b.rank ? a.rank < b.rank : a.order < b.order;
  const at = (index: number): TimedEvent => heap[index] as TimedEvent;
  const sink = (moved: TimedEvent): void => {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(at(child + 1), at(child))) child += 1;
      if (!before(at(child), moved)) break;
      heap[hole] = at(child);
      hole = child;
    }
    heap[hole] = moved;
  };
  return {
    push: (when: number, rank: number, run: () => void): void => {
      order += 1;
      const event = { at: when, rank, order, run };
      let hole = heap.push(event) - 1;
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        if (!before(event, at(parent))) break;
        heap[hole] = at(parent);
        hole = parent;
      }
      heap[hole] = event;
    },
    pop: (): TimedEvent | undefined => {
      const first = heap[0];
      const last = heap.pop();
      if (last && heap.length > 0) sink(last);
      return first;
    },
  };
}
