import { expect, test } from "vitest";
import { type Item, itemSize, type TableShape, writeUnits } from "./request-units.ts";

const table: TableShape = {
  keys: ["pk", "sk"],
  indexes: [
    { keys: ["gsi1pk", "gsi1sk"], projected: "ALL" },
    { keys: ["colour"], projected: ["size"] },
  ],
};
const base: Item = { pk: { S: "a" }, sk: { S: "1" } };
const indexed: Item = { ...base, gsi1pk: { S: "g" }, gsi1sk: { S: "1" } };

test("names and values count as bytes, lists and maps with their overhead", () => {
  expect(itemSize({ ключ: { S: "ї" } })).toBe(8 + 2);
  expect(itemSize({ n: { N: "1234" } })).toBe(1 + 3);
  expect(itemSize({ n: { N: "-100" } })).toBe(1 + 3);
  expect(itemSize({ b: { B: Buffer.alloc(9).toString("base64") } })).toBe(1 + 9);
  expect(itemSize({ t: { BOOL: true }, z: { NULL: true } })).toBe(4);
  expect(itemSize({ l: { L: [{ S: "ab" }] }, m: { M: { k: { S: "v" } } } })).toBe(1 + 3 + 1 + 2 + (1 + 3 + 1 + 1 + 1));
});

test.each([
  ["a new item in no index", undefined, base, 1],
  ["a new item in one index", undefined, indexed, 2],
  ["a new item in both indexes", undefined, { ...indexed, colour: { S: "red" } }, 3],
  ["a change that the full index carries", indexed, { ...indexed, title: { S: "x" } }, 2],
  [
    "a change that the narrow index does not carry",
    { ...base, colour: { S: "red" } },
    { ...base, colour: { S: "red" }, title: { S: "x" } },
    1,
  ],
  [
    "a change that the narrow index carries",
    { ...base, colour: { S: "red" } },
    { ...base, colour: { S: "red" }, size: { S: "x" } },
    2,
  ],
  ["a new index key: one deletion, one put", indexed, { ...indexed, gsi1sk: { S: "2" } }, 3],
  ["leaving the sparse index", indexed, base, 2],
  ["a deletion", indexed, undefined, 2],
  ["writing the same again", indexed, indexed, 1],
  ["an item of 2.5 KB in the full index", undefined, { ...indexed, text: { S: "x".repeat(2_500) } }, 6],
  ["a deletion of what was not there", undefined, undefined, 1],
] as [string, Item | undefined, Item | undefined, number][])("%s costs %s → %s", (_name, before, after, units) => {
  expect(writeUnits(table, before, after)).toBe(units);
});
