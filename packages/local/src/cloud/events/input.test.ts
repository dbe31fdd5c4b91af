import { expect, test } from "vitest";
import { shapeInput } from "./input.ts";

const rule = { name: "placed", arn: "arn:aws:events:eu-central-1:000000000000:rule/placed" };
const event = {
  version: "0",
  source: "shop",
  time: "2026-03-02T10:00:00Z",
  "detail-type": "order.placed",
  detail: { id: "o1", total: 42.5, note: 'two "doubles"', lines: [{ sku: "latte" }] },
};

test.each<[string, Parameters<typeof shapeInput>[0], unknown]>([
  ["the whole event by default", {}, event],
  ["a constant", { Input: '{"a":1}' }, { a: 1 }],
  ["a part of the event", { InputPath: "$.detail.lines[0]" }, { sku: "latte" }],
  ["a field with a dash", { InputPath: "$.detail-type" }, "order.placed"],
  ["null where the part is missing", { InputPath: "$.detail.none" }, null],
  [
    "a transformed object",
    {
      InputTransformer: {
        InputPathsMap: { id: "$.detail.id", total: "$.detail.total", note: "$.detail.note", none: "$.detail.none" },
        InputTemplate: '{"id":<id>,"text":"Order <id>: <total>, <note><none>","total":<total>,"none":<none>}',
      },
    },
    { id: "o1", text: 'Order o1: 42.5, two "doubles"', total: 42.5, none: null },
  ],
  [
    "a transformed sentence",
    { InputTransformer: { InputPathsMap: { id: "$.detail.id" }, InputTemplate: '"Order <id> is <unknown>"' } },
    "Order o1 is <unknown>",
  ],
  [
    "the rule's own variables",
    { InputTransformer: { InputTemplate: '{"rule":<aws.events.rule-name>,"event":<aws.events.event.json>}' } },
    { rule: "placed", event },
  ],
])("a target receives %s", (_what, shape, expected) => {
  expect(shapeInput(shape, event, rule)).toEqual(expected);
});
