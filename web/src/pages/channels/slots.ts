import type { Slot } from "../../api/contract.ts";

/** The days a time can be added to at once: one weekday, the working ones, or all. */
export const dayChoices = ["workdays", "every", "1", "2", "3", "4", "5", "6", "7"] as const;
export type DayChoice = (typeof dayChoices)[number];

const isSame = (a: Slot, b: Slot): boolean => a.weekday === b.weekday && a.time === b.time;

function weekdaysOf(choice: DayChoice): readonly number[] {
  if (choice === "every") return [1, 2, 3, 4, 5, 6, 7];
  if (choice === "workdays") return [1, 2, 3, 4, 5];
  return [Number(choice)];
}

const inWeek = (slots: readonly Slot[]): readonly Slot[] =>
  slots.toSorted((a, b) => a.weekday - b.weekday || a.time.localeCompare(b.time));

/** The schedule with a time added to the chosen days, in the order of the week; times that are there stay once. */
export function addSlots(slots: readonly Slot[], choice: DayChoice, time: string): readonly Slot[] {
  const added = weekdaysOf(choice)
    .map((weekday) => ({ weekday, time }))
    .filter((slot) => !slots.some((one) => isSame(one, slot)));
  return inWeek([...slots, ...added]);
}

/** The schedule with one time, in the order of the week, whether it was there or not. */
export const putBack = (slots: readonly Slot[], { weekday, time }: Slot): readonly Slot[] =>
  inWeek([...removeSlot(slots, { weekday, time }), { weekday, time }]);

export const removeSlot = (slots: readonly Slot[], slot: Slot): readonly Slot[] =>
  slots.filter((one) => !isSame(one, slot));

/** The times of each weekday on which there are times. */
export function slotsByDay(slots: readonly Slot[]): readonly (readonly [weekday: number, times: readonly string[]])[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const times = slots.filter((slot) => slot.weekday === weekday).map(({ time }) => time);
    return times.length > 0 ? [[weekday, times.toSorted()] as const] : [];
  });
}
