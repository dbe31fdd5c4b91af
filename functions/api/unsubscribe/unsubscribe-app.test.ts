import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type ReportWorld, reportWorld } from "#tests/support/report-world.ts";
import { createUnsubscribe } from "./unsubscribe-app.ts";

let dynamo: TestDynamo;
let world: ReportWorld;
let app: ReturnType<typeof createUnsubscribe>;
let link: string;
let troubles: unknown[];
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await reportWorld(dynamo);
  troubles = [];
  app = createUnsubscribe(world.deps, (error) => void troubles.push(error));
  await world.handle();
  const mail = world.sent.find(({ headers }) => headers);
  link = /^<(.*)>$/.exec(mail?.headers?.["List-Unsubscribe"] ?? "")?.[1] ?? "";
});

const post = (body: string, to = link) =>
  app.request(to, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } });
const stopped = async () =>
  (await world.deps.choices.list(world.report.workspaceId, world.report.id)).map(({ stopped }) => stopped);

it("stops the report by one click of a mail program, without an account", async () => {
  const answer = await post("List-Unsubscribe=One-Click");
  expect(answer.status).toBe(200);
  expect(await stopped()).toEqual([true]);
  expect((await post("List-Unsubscribe=One-Click")).status).toBe(200);
  expect(world.published).toHaveLength(1);
});

it("does so for a program that sends the field as multipart, as RFC 8058 lets it, or nothing", async () => {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  expect((await app.request(link, { method: "POST", body: form })).status).toBe(200);
  expect(await stopped()).toEqual([true]);
});

it("shows a page with a button to those who open it, and changes nothing: scanners open links", async () => {
  for (const method of ["GET", "HEAD"]) expect((await app.request(link, { method })).status).toBe(200);
  const html = await (await app.request(link)).text();
  expect(html).toContain("Stop this report?");
  expect(html).toContain('<form method="post">');
  expect(await stopped()).toEqual([]);
});

it("offers the report again afterwards", async () => {
  expect(await (await post("stop=yes")).text()).toContain("You will not get this report any more");
  expect(await (await app.request(link)).text()).toContain('value="no"');
  await post("stop=no");
  expect(await stopped()).toEqual([false]);
});

describe("what it does not tell", () => {
  it("is the report, its readers and whose they are", async () => {
    for (const answer of [await app.request(link), await post("stop=yes")]) {
      const html = await answer.text();
      for (const secret of [world.report.name, "example.com", world.report.workspaceId, world.report.id])
        expect(html).not.toContain(secret);
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("is whether a link once worked: all wrong ones get the same answer", async () => {
    const wrong = [`${link.slice(0, -1)}!`, `${link.slice(0, -43)}${"A".repeat(43)}`, `${link.slice(0, -101)}x`];
    const answers = await Promise.all(wrong.flatMap((one) => [app.request(one), post("stop=yes", one)]));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await stopped()).toEqual([]);
  });
});

it("refuses a body that no mail program sends, and says in words when something of ours is broken", async () => {
  expect((await post("x".repeat(5_000))).status).toBe(413);
  world.deps.choices.get = async () => {
    throw new Error("no table");
  };
  const answer = await app.request(link);
  expect([answer.status, troubles.length]).toEqual([503, 1]);
  expect(await answer.text()).not.toContain("no table");
});
