import { expect, it } from "vitest";
import { neighbour } from "./neighbour.ts";

const order = ["a", "b", "c", "d"];

it("goes to the thread below and to the one above", () => {
  expect(neighbour(order, order, "b", 1)).toBe("c");
  expect(neighbour(order, order, "b", -1)).toBe("a");
});

it("begins with the first, and with a thread that the list does not have", () => {
  expect(neighbour([], order, undefined, 1)).toBe("a");
  expect(neighbour(order, order, "elsewhere", 1)).toBe("a");
});

it("keeps the place of a thread that has left the list", () => {
  expect(neighbour(order, ["a", "b", "d"], "c", 1)).toBe("d");
  expect(neighbour(order, ["a", "b", "d"], "c", -1)).toBe("b");
});

it("keeps the place of a thread that an answer took to the top", () => {
  expect(neighbour(order, ["c", "a", "b", "d"], "c", 1)).toBe("d");
  expect(neighbour(order, ["c", "a", "b", "d"], "c", -1)).toBe("b");
});

it("passes over those that are gone, and ends at both ends", () => {
  expect(neighbour(order, ["a", "d"], "a", 1)).toBe("d");
  expect(neighbour(order, order, "d", 1)).toBeUndefined();
  expect(neighbour(order, order, "a", -1)).toBeUndefined();
});

it("goes on to what was loaded or has come since", () => {
  expect(neighbour(order, [...order, "e"], "d", 1)).toBe("e");
});
