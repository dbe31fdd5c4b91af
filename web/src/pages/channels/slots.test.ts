import { expect, it } from "vitest";
import { addSlots, removeSlot, slotsByDay } from "./slots.ts";

it("adds a time to every working day once, in the order of the week", () => {
  const slots = addSlots([{ weekday: 3, time: "18:00" }], "workdays", "18:00");
  expect(slots.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
  expect(addSlots(slots, "3", "18:00")).toHaveLength(slots.length);
});

it("shows the times of a day in their order and leaves out days without any", () => {
  const slots = addSlots(addSlots([], "2", "18:00"), "2", "09:00");
  expect(slotsByDay(slots)).toEqual([[2, ["09:00", "18:00"]]]);
  expect(slotsByDay(removeSlot(slots, { weekday: 2, time: "09:00" }))).toEqual([[2, ["18:00"]]]);
});
