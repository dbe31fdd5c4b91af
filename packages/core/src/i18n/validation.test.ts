import * as v from "valibot";
import { expect, it } from "vitest";
import { localTimeSchema } from "../kernel/time.ts";
import { fieldName } from "./field-names.ts";
import { validationProblem } from "./validation.ts";

/** What both languages say of the first thing that is wrong with an input. */
function told(schema: v.GenericSchema, input: unknown): readonly [string, string] {
  const [issue] = v.safeParse(schema, input).issues ?? [];
  if (!issue) throw new Error("The input fits");
  return [validationProblem("uk", issue), validationProblem("en", issue)];
}

it.each<[string, v.GenericSchema, unknown, string, string]>([
  [
    "a number of a few",
    v.picklist([1, 7]),
    3,
    "такого варіанта немає, можна: 1 або 7",
    "there is no such choice, possible: 1 or 7",
  ],
  [
    "a word of a few",
    v.picklist(["refuse", "skip"]),
    "x",
    "такого варіанта немає, можна: refuse або skip",
    "there is no such choice, possible: refuse or skip",
  ],
  [
    "the only word",
    v.literal("weekly"),
    1,
    "такого варіанта немає, можна: weekly",
    "there is no such choice, possible: weekly",
  ],
  ["one of many", v.picklist([..."abcdefghijklm"]), "z", "такого варіанта немає", "there is no such choice"],
  [
    "one of several shapes",
    v.variant("kind", [v.object({ kind: v.literal("a") })]),
    1,
    "такого варіанта немає",
    "there is no such choice",
  ],
  ["a missing field", v.string(), undefined, "поле обов’язкове", "the field is required"],
  ["null", v.string(), null, "поле обов’язкове", "the field is required"],
  ["an empty text", v.pipe(v.string(), v.minLength(1)), "", "поле не може бути порожнім", "the field cannot be empty"],
  [
    "a short text",
    v.pipe(v.string(), v.minLength(22)),
    "a",
    "замало: потрібно щонайменше 22 символи",
    "too short: at least 22 characters are needed",
  ],
  [
    "a long text",
    v.pipe(v.string(), v.maxLength(1)),
    "ab",
    "забагато: щонайбільше 1 символ",
    "too long: at most 1 character",
  ],
  [
    "a long list",
    v.pipe(v.array(v.any()), v.maxLength(5)),
    Array(6).fill(0),
    "забагато: щонайбільше 5 елементів",
    "too long: at most 5 entries",
  ],
  [
    "a large number",
    v.pipe(v.number(), v.maxValue(2048)),
    1e9,
    "завелике значення: щонайбільше 2 048",
    "too large: at most 2,048",
  ],
  [
    "a rule of our own",
    localTimeSchema,
    "2026-02-30T10:00",
    "такого дня чи часу немає",
    "there is no such day or time",
  ],
  ["a form that is not a time", localTimeSchema, "soon", "такого дня чи часу немає", "there is no such day or time"],
  ["a rule without words", v.pipe(v.string(), v.regex(/^a$/)), "b", "значення не підходить", "the value does not fit"],
])("says of %s what is wrong, in both languages", (_what, schema, input, uk, en) => {
  expect(told(schema, input).map((text) => text.replaceAll("\u00a0", " "))).toEqual([uk, en]);
});

it("calls a field as the forms do, with its number in a list, and by its path where no form has it", () => {
  const paths = ["email", "base.mediaIds.1", "recipients.2.email", "variants.chan_1.text", "clientKey", "constructor"];
  expect(paths.map((path) => fieldName("uk", path))).toEqual([
    "Електронна пошта",
    "Файли, № 2",
    "Електронна пошта, № 3",
    "Текст",
    "clientKey",
    "constructor",
  ]);
  expect(fieldName("en", "recipients.2.email")).toBe("E-mail, no. 3");
});
