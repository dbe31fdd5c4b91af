import { expect, it } from "vitest";
import { fromCursor, toCursor } from "./cursor.ts";

const position = { at: 1_790_000_000_000, id: "thr_1" };

it("gives a list its own position back", () => {
  expect(fromCursor("ws_1", "threads", toCursor("ws_1", "threads", position))).toEqual(position);
});

it("takes no cursor of another workspace or another list", () => {
  const cursor = toCursor("ws_1", "threads", position);
  expect(fromCursor("ws_2", "threads", cursor)).toBeNull();
  expect(fromCursor("ws_1", "reviews", cursor)).toBeNull();
});

it.each(["", "x", "e30", "{}", "bm90IGpzb24", "a".repeat(3000)])("takes no invention: %j", (cursor) => {
  expect(fromCursor("ws_1", "threads", cursor)).toBeNull();
});
