import { expect, it } from "vitest";
import { fieldsAfter, fieldsOf } from "./rate-fields.ts";

const november = { rate: "41.25", note: "НБУ" };
const october = { rate: "40.90", note: "" };
const typed = { rate: "42", note: "банк" };

it.each([
  ["shows the rate of the other month", fieldsOf("uk", november), november, october, { rate: "40,90", note: "" }],
  ["shows it instead of what was typed for the month before", typed, november, october, { rate: "40,90", note: "" }],
  ["takes no rate into a month that has none", fieldsOf("uk", november), november, undefined, { rate: "", note: "" }],
  ["keeps what was typed for a month that has none", typed, undefined, undefined, typed],
])("choosing another month %s", (_, fields, left, chosen, expected) => {
  expect(fieldsAfter("uk", fields, { left, chosen })).toEqual(expected);
});
