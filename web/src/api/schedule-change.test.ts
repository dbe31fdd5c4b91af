import { expect, it } from "vitest";
import { err, ok } from "#core/kernel/result.ts";
import type { Slot } from "./contract.ts";
import { changedSlots, type SlotChange } from "./schedule-change.ts";

const at = (weekday: number, time = "12:00"): Slot => ({ weekday, time });
const refusal = (code: string) => err({ code, message: code, status: 409 });

/** A stored schedule that others change before the first `races` savings. */
function aStore(slots: readonly Slot[], races: readonly SlotChange[] = []) {
  let stored = { slots: [...slots], version: 1 };
  const waiting = [...races];
  return {
    slots: () => stored.slots,
    read: async () => stored,
    save: async (_: string, version: number, next: readonly Slot[]) => {
      const race = waiting.shift();
      if (race) stored = { slots: [...race(stored.slots)], version: stored.version + 1 };
      if (version !== stored.version) return refusal("schedule-changed");
      stored = { slots: [...next], version: version + 1 };
      return ok({ channel: stored });
    },
  };
}
const add =
  (slot: Slot): SlotChange =>
  (slots) => [...slots, slot];
const shown = { id: "chan_1", slots: [at(1)], version: 1 };

it("saves on the version that was shown", async () => {
  const store = aStore([at(1)]);
  expect(await changedSlots(store, shown, add(at(2)))).toEqual(
    ok({ slots: [at(1), at(2)], version: 2, merged: false }),
  );
});

it("keeps what a colleague did meanwhile, and says so", async () => {
  const store = aStore([at(1)], [add(at(5)), add(at(6))]);
  expect(await changedSlots(store, shown, add(at(2)))).toMatchObject({ value: { merged: true } });
  expect(store.slots()).toEqual([at(1), at(5), at(6), at(2)]);
});

it("says nothing of a change that left the schedule as it was", async () => {
  const store = aStore([at(1)], [(slots) => slots]);
  expect(await changedSlots(store, shown, add(at(2)))).toMatchObject({ value: { merged: false, version: 3 } });
});

it("gives up after three lost races, with the reason, and leaves the others' schedule", async () => {
  const store = aStore([at(1)], [add(at(5)), add(at(6)), add(at(7))]);
  expect(await changedSlots(store, shown, add(at(2)))).toMatchObject({ error: { code: "schedule-changed" } });
  expect(store.slots()).toEqual([at(1), at(5), at(6), at(7)]);
});

it("does not repeat what was refused for another reason", async () => {
  let saved = 0;
  const save = async () => {
    saved += 1;
    return refusal("forbidden");
  };
  const store = { read: async () => undefined, save };
  expect(await changedSlots(store, shown, add(at(2)))).toMatchObject({ error: { code: "forbidden" } });
  expect(saved).toBe(1);
});
