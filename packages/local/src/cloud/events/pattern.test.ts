import { describe, expect, test } from "vitest";
import { compilePattern } from "./pattern.ts";

const event = {
  version: "0",
  source: "shop",
  "detail-type": "order.placed",
  resources: ["arn:aws:s3:::one", "arn:aws:s3:::two"],
  detail: {
    state: "Pending",
    amount: 42.5,
    gift: false,
    note: null,
    path: "photos/2026/кава.png",
    ip: "10.0.0.7",
    tags: ["fresh", "local"],
    empty: [],
    lines: [
      { sku: "espresso", count: 1 },
      { sku: "latte", count: 3 },
    ],
    customer: { name: "Olena", city: "Kyiv" },
  },
};

const detail = (fields: object) => ({ detail: fields });

describe("an event pattern matches", () => {
  test.each<[string, object]>([
    ["an exact value among several", { source: ["bakery", "shop"] }],
    ["every field it names", { source: ["shop"], "detail-type": ["order.placed"] }],
    ["a number, a boolean and null", detail({ amount: [42.5], gift: [false], note: [null] })],
    ["any element of an array", { resources: ["arn:aws:s3:::two"] }],
    ["nested fields", detail({ customer: { city: ["Kyiv"] } })],
    ["one object of an array as a whole", detail({ lines: { sku: ["latte"], count: [3] } })],
    ["a prefix", { "detail-type": [{ prefix: "order." }] }],
    ["a prefix in any case", { "detail-type": [{ prefix: { "equals-ignore-case": "ORDER." } }] }],
    ["a suffix", detail({ path: [{ suffix: ".png" }] })],
    ["a suffix in any case", detail({ path: [{ suffix: { "equals-ignore-case": ".PNG" } }] })],
    ["text in any case", detail({ state: [{ "equals-ignore-case": "pending" }] })],
    ["anything but a value", detail({ state: [{ "anything-but": "Cancelled" }] })],
    ["anything but several values", detail({ amount: [{ "anything-but": [1, 2] }] })],
    ["anything but a prefix", detail({ state: [{ "anything-but": { prefix: "Can" } }] })],
    ["anything but several suffixes", detail({ path: [{ "anything-but": { suffix: [".gif", ".jpg"] } }] })],
    ["anything but a wildcard", detail({ path: [{ "anything-but": { wildcard: "videos/*" } }] })],
    ["a number equal to another", detail({ amount: [{ numeric: ["=", 42.5] }] })],
    ["a number in a range", detail({ amount: [{ numeric: [">", 0, "<=", 42.5] }] })],
    ["a field that is there", detail({ state: [{ exists: true }] })],
    ["a field that is not there", detail({ coupon: [{ exists: false }] })],
    ["a field missing in a missing object", detail({ coupon: { code: [{ exists: false }] } })],
    ["an empty array as a missing field", detail({ empty: [{ exists: false }] })],
    ["a wildcard", detail({ path: [{ wildcard: "photos/*/*.png" }] })],
    ["an address in a block", detail({ ip: [{ cidr: "10.0.0.0/24" }] })],
    ["one of several branches", { $or: [{ source: ["bakery"] }, { detail: { amount: [{ numeric: [">", 40] }] } }] }],
    ["a branch beside a field", detail({ state: ["Pending"], $or: [{ gift: [true] }, { note: [null] }] })],
    ["operators beside values", detail({ state: ["Done", { prefix: "Pen" }] })],
  ])("%s", (_what, pattern) => {
    expect(compilePattern(pattern)(event)).toBe(true);
  });
});

describe("an event pattern refuses", () => {
  test.each<[string, object]>([
    ["another value", { source: ["bakery"] }],
    ["an event when one field differs", { source: ["shop"], "detail-type": ["order.paid"] }],
    ["text in another case", detail({ state: ["pending"] })],
    ["a number written as text", detail({ amount: ["42.5"] })],
    ["a mix of two objects of an array", detail({ lines: { sku: ["espresso"], count: [3] } })],
    ["a missing field with anything-but", detail({ coupon: [{ "anything-but": "x" }] })],
    ["a refused value", detail({ state: [{ "anything-but": ["Pending", "Done"] }] })],
    ["a number outside the range", detail({ amount: [{ numeric: [">", 42.5] }] })],
    ["text as a number", detail({ state: [{ numeric: [">", 0] }] })],
    ["an object as a leaf", detail({ customer: ["Olena"] })],
    ["a field that should not be there", detail({ state: [{ exists: false }] })],
    ["a wildcard's dot for another character", detail({ path: [{ wildcard: "photos/2026/кава?png" }] })],
    ["an event that fits no branch", { $or: [{ source: ["a"] }, { source: ["b"] }] }],
    ["a branch without its sibling", detail({ state: ["Done"], $or: [{ gift: [false] }, { note: [null] }] })],
    ["an address outside the block", detail({ ip: [{ cidr: "10.0.1.0/24" }] })],
  ])("%s", (_what, pattern) => {
    expect(compilePattern(pattern)(event)).toBe(false);
  });
});

test.each<[string, object, RegExp]>([
  ["an unknown operator", detail({ a: [{ sounds: "x" }] }), /\$\.detail\.a: unrecognized match type "sounds"/],
  ["a bare value", { source: "shop" }, /\$\.source/],
  ["an empty array", { source: [] }, /\$\.source/],
  ["an empty pattern", {}, /at least one field/],
  ["two operators in one", detail({ a: [{ prefix: "a", suffix: "b" }] }), /exactly one operator/],
  ["a numeric range without a number", detail({ a: [{ numeric: [">", "1"] }] }), /numeric/],
  ["doubled wildcards", detail({ a: [{ wildcard: "a**" }] }), /consecutive/],
])("a pattern with %s is refused by name", (_what, pattern, message) => {
  expect(() => compilePattern(pattern)).toThrow(message);
});

test("an escaped asterisk is an asterisk", () => {
  const matches = compilePattern({ detail: { text: [{ wildcard: "5\\*5*" }] } });
  expect(matches({ detail: { text: "5*5=25" } })).toBe(true);
  expect(matches({ detail: { text: "5x5=25" } })).toBe(false);
});
