import fc from "fast-check";
import { expect, it } from "vitest";
import { slugOf } from "./slug.ts";

it.each([
  ["Осіннє меню", "osinnie-meniu"],
  ["Їжак і Юля з Києва", "yizhak-i-yulia-z-kyieva"],
  ["Розгін, об'єднання!", "rozghin-obiednannia"],
  ["Щось ґатунку 2026", "shchos-gatunku-2026"],
  ["Café Zürich", "cafe-zurich"],
  ["🦔", ""],
])("writes %s as %s", (name, code) => expect(slugOf(name, 50)).toBe(code));

it("is cut without leaving a hyphen at the end", () => {
  expect(slugOf("осінь зима", 6)).toBe("osin-z");
  expect(slugOf("осінь зима", 5)).toBe("osin");
});

it("writes any name with lower-case letters, digits and single hyphens alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (name, max) => {
      const code = slugOf(name, max);
      expect(code).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(code.length).toBeLessThanOrEqual(max);
    }),
  );
});
