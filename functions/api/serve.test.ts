import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, newTenant } from "#tests/support/api-tenants.ts";
import { type ApiWorld, apiWorld } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { gatewayEvent } from "#tests/support/gateway.ts";
import { serve } from "./serve.ts";

let dynamo: TestDynamo;
let world: ApiWorld;
let owner: Caller;
let served: ReturnType<typeof serve>;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  world = apiWorld(dynamo);
  owner = await newTenant(world);
  served = serve(world.deps);
});
afterAll(() => dynamo.stop());

const ask = async (request: Parameters<typeof gatewayEvent>[0]) => {
  const answer = await served(gatewayEvent(request));
  const { statusCode, body } = answer as APIGatewayProxyStructuredResultV2;
  return { status: statusCode ?? 0, body: body ?? "" };
};

describe("an address that leads elsewhere when it is resolved", () => {
  const ups = ["..%2f", "%2e%2e/", "%2E%2E%2f", ".%2e/", "..%5c", "%252e%252e%252f"];
  const ends = ["constructor", "toString", "__proto__", "api", "api/leads", "l/x", "", "%00", "%3f", "%23"];

  it.each(["api", "api/x", "api/alert", "api/unsubscribe", "l", "l/x", "f", "f/x", "r", "r/x"])(
    "from /%s is answered as a stranger's mistake",
    async (from) => {
      const odd: unknown[] = [];
      for (const up of ups) {
        for (const end of ends) {
          for (const path of [`/${from}/${up}${end}`, `/${from}/${up}${up}${up}${end}`]) {
            for (const method of ["GET", "POST"]) {
              const { status } = await ask({ method, path, headers: { "x-dopys-request": "1" } });
              if (status < 400 || status >= 500) odd.push([method, path, status]);
            }
          }
        }
      }
      expect(odd).toEqual([]);
      expect(world.troubles).toEqual([]);
    },
  );

  it("speaks the caller's language like any other that leads nowhere", async () => {
    const { status, body } = await ask({ path: "/api/x/..%2f..%2fconstructor", headers: { "accept-language": "uk" } });
    expect({ status, body: JSON.parse(body) }).toMatchObject({ status: 404, body: { error: { code: "not-found" } } });
    expect(body).toContain("Такого тут немає.");
  });
});

describe("a table in another encoding than UTF-8", () => {
  const decoder = new TextDecoder("windows-1251");
  const codes = new Map([...Array(256).keys()].map((code) => [decoder.decode(Uint8Array.of(code)), code]));
  const windows1251 = (text: string) => Uint8Array.from([...text].map((char) => codes.get(char) ?? 0x3f));
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
  const send = (path: string, body: Uint8Array, type = "application/octet-stream") =>
    ask({
      method: "POST",
      path,
      headers: { "content-type": type, cookie: owner.cookie, "x-dopys-request": "1" },
      body,
    });

  it.each([
    ["windows-1251", windows1251],
    ["UTF-16", utf16],
  ])("arrives whole as %s", async (name, encoded) => {
    const person = `Ольга Їжакевич ${name}`;
    const table = encoded(`ім'я;пошта;джерело\n${person};${name}@x.ua;візитка\n`);
    expect(JSON.parse((await send("/api/leads/import/check", table)).body)).toEqual({
      good: 1,
      bad: 0,
      unread: [],
      problems: [],
    });
    expect((await send("/api/leads/import/run", table)).status).toBe(200);
    const leads = await ask({ path: "/api/leads", headers: { cookie: owner.cookie } });
    expect(leads.body).toContain(person);
  });

  it.each([
    ["leads", "ім'я;пошта\nОльга Їжакевич;x@x.ua\n"],
    ["reviews", "місце;дата;оцінка;текст\nGoogle;01.11.2026;5;Смачно\n"],
    ["review-requests", "ім'я;пошта\nОльга Їжакевич;x@x.ua\n"],
    ["budget", "місяць;канал;сума\n2026-11;Фейсбук;100\n"],
  ])("is refused as text, which spoils its letters, and taken as bytes: %s", async (area, table) => {
    const spoiled = await send(`/api/${area}/import/check`, windows1251(table), "text/csv");
    expect(spoiled).toMatchObject({ status: 400, body: expect.stringContaining("csv-letters-lost") });
    const whole = await send(`/api/${area}/import/check`, windows1251(table));
    expect(whole.body).not.toContain("csv-letters-lost");
    const text = await send(`/api/${area}/import/check`, Buffer.from(table), "text/csv");
    expect(whole).toEqual(text);
  });
});
