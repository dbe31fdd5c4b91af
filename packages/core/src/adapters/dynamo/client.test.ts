import { Entity } from "electrodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { isConditionFailure } from "./client.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it("recognises a lost race, and only that", async () => {
  const entity = new Entity(
    {
      model: { entity: "thing", version: "1", service: "dopys" },
      attributes: { id: { type: "string", required: true } },
      indexes: { primary: { pk: { field: "pk", composite: ["id"] }, sk: { field: "sk", composite: [] } } },
    },
    { client: dynamo.client, table: dynamo.tableName },
  );
  await entity.create({ id: "1" }).go();
  const lost = await entity
    .create({ id: "1" })
    .go()
    .catch((error: unknown) => error);
  expect(isConditionFailure(lost)).toBe(true);
  expect(isConditionFailure(new Error("connection reset"))).toBe(false);
});
