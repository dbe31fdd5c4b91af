import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, digestOf, newer } from "./stamped.ts";

const stamped = fc.record({
  at: fc.integer({ min: 0, max: 3 }),
  rank: fc.integer({ min: 0, max: 2 }),
  value: fc.constantFrom("a", "b", "c"),
});

it("chooses the same report whatever the order and however often it is told", () => {
  fc.assert(
    fc.property(stamped, stamped, stamped, (a, b, c) => {
      expect(newer(a, b)).toEqual(newer(b, a));
      expect(newer(newer(a, b), c)).toEqual(newer(a, newer(b, c)));
      expect(newer(a, a)).toEqual(a);
      expect(newer(undefined, a)).toEqual(a);
    }),
  );
});

it("writes equal values as equal text, whatever the order of their members", () => {
  expect(canonicalJson({ b: 1, a: { d: undefined, c: [2, { f: 1, e: 2 }] } })).toBe(
    '{"a":{"c":[2,{"e":2,"f":1}]},"b":1}',
  );
  expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1, c: undefined }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }));
});
