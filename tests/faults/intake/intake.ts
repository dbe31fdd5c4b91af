import fc from "fast-check";
import type { Fault } from "#tests/support/faults.ts";
import { deliveryOf } from "./deliveries.ts";
import { history, type PageEvent } from "./events.ts";
import type { View } from "./oracle.ts";

/** Something that takes deliveries in. */
export interface Intake {
  /** Takes one delivery; a fault strikes at one of its calls. Throws when the delivery has to come again. */
  take(rawBody: string, fault?: Fault): Promise<void>;
  /** Everything that is stored, in an order that does not depend on how it came. */
  content(): Promise<unknown>;
  view(): Promise<View>;
  stop(): Promise<void>;
}

/** How events reach the intake: batches of their numbers in the order of arrival, each perhaps failing at first. */
export interface Schedule {
  readonly batches: readonly (readonly number[])[];
  readonly faults: readonly (Fault | null)[];
  readonly workers: number;
}

const fault: fc.Arbitrary<Fault> = fc.record({
  call: fc.integer({ min: 1, max: 40 }),
  moment: fc.constantFrom("before", "after"),
  kind: fc.constantFrom("throws", "dies"),
});

/** Any order, each event one to five times, batches of one to all, a third of the deliveries failing somewhere. */
const scheduleOf = (count: number): fc.Arbitrary<Schedule> =>
  fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: count, maxLength: count })
    .chain((times) => {
      const all = times.flatMap((often, index) => Array<number>(often).fill(index));
      return fc.tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: all.length, maxLength: all.length }),
      );
    })
    .chain(([order, sizes]) => {
      const batches: number[][] = [];
      for (let from = 0; from < order.length; from += batches.at(-1)?.length ?? 1) {
        batches.push(order.slice(from, from + (sizes[batches.length] ?? 1)));
      }
      const faults = fc.array(fc.option(fault, { freq: 2 }), { minLength: batches.length, maxLength: batches.length });
      return fc.record({ batches: fc.constant(batches), faults, workers: fc.integer({ min: 1, max: 4 }) });
    });

/** A course of events, and two ways in which it may arrive. */
export const arrivals = (maxLength: number): fc.Arbitrary<readonly [readonly PageEvent[], Schedule, Schedule]> =>
  history(maxLength).chain((events) =>
    fc.tuple(fc.constant(events), scheduleOf(events.length), scheduleOf(events.length)),
  );

/** Delivers as a queue does: what was not taken comes again until it is. */
export async function deliver(intake: Intake, events: readonly PageEvent[], schedule: Schedule): Promise<void> {
  const waiting = schedule.batches.map((batch, index) => ({
    rawBody: deliveryOf(batch.flatMap((number) => events[number] ?? [])),
    fault: schedule.faults[index] ?? undefined,
  }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { rawBody } = next;
      await intake.take(rawBody, next.fault).catch(() => waiting.push({ rawBody, fault: undefined }));
    }
  };
  await Promise.all(Array.from({ length: schedule.workers }, work));
}
