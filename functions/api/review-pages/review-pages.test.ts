import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reviewRequestTexts } from "#core/i18n/review-request.ts";
import { unwrap } from "#core/kernel/result.ts";
import { askPerson, type ReviewRequest, sendRequest } from "#core/review-requests/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type RequestsWorld, requestsWorld } from "#tests/support/requests-world.ts";
import { createReviewPages } from "./review-pages.ts";

let dynamo: TestDynamo;
let world: RequestsWorld;
let pages: ReturnType<typeof createReviewPages>;
let request: ReviewRequest;
let token: string;
let troubles: unknown[];
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = requestsWorld(dynamo);
  troubles = [];
  await world.agree();
  pages = createReviewPages({ ...world.deps, connectorFor: () => undefined }, (error) => void troubles.push(error));
  await ask("uk");
});
afterEach(() => expect(troubles, "failures of ours").toEqual([]));

async function ask(language: "uk" | "en") {
  const email = `olena.${language}@example.com`;
  const asked = await askPerson(world.deps, world.as("owner"), {
    clientKey: `k${language}`,
    email,
    name: "Олена",
    language,
  });
  request = unwrap(asked);
  await sendRequest(world.deps, { workspaceId: world.workspace.id, requestId: request.id });
  token = world.lastToken();
}
const stored = async () => (await world.deps.requests.get(world.workspace.id, request.id)) ?? request;
const open = (path = "", init?: RequestInit) => pages.request(`/r/${token}${path}`, init);
const post = (path: string, fields: Record<string, string>) =>
  open(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
/** The ways to a public review on a page, as a person sees them. */
const waysOn = (html: string) => [...html.matchAll(/<section class="places">.*?<\/section>/gs)].map(([part]) => part);
const cases = () => world.deps.cases.list(world.workspace.id, "open", 10, undefined);

describe("the page that asks", () => {
  it("speaks the person's language, has no script, tells nobody where they came from, and is noted as opened once", async () => {
    const answer = await open();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="uk">');
    expect(html).not.toMatch(/<script|<style|style=/);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const openedAt = world.clock.nowMs();
    world.clock.advance(60_000);
    await open();
    expect((await stored()).openedAt).toBe(openedAt);
    await ask("en");
    expect(await (await open()).text()).toContain('<html lang="en">');
  });

  it.each(["good", "mixed", "bad"])(
    "shows the same ways to a public review to all, before and after %s",
    async (verdict) => {
      const before = waysOn(await (await open()).text());
      expect(before).toHaveLength(1);
      const answer = await post("", { verdict, words: "Довго чекали" });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/r/${token}/thanks`]);
      const thanks = await (await open("/thanks")).text();
      expect(waysOn(thanks)).toEqual(before);
      expect(thanks).not.toContain("Довго чекали");
    },
  );

  it("leads on to the place, and counts who went", async () => {
    const answer = await open("/to/chan_1");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "https://testbook.example/page-1/reviews"]);
    await open("/to/chan_1");
    expect((await stored()).went).toEqual([{ channelId: "chan_1", at: world.clock.nowMs() }]);
    expect((await open("/to/chan_2")).status).toBe(404);
  });

  it("keeps the last answer, and reaches the service once when it is an unhappy one", async () => {
    await post("", { verdict: "bad", words: " Довго чекали " });
    await post("", { verdict: "bad", words: "Дуже довго" });
    expect(await stored()).toMatchObject({ answer: { verdict: "bad", words: "Дуже довго" } });
    const opened = await cases();
    expect(opened).toMatchObject([{ requestId: request.id, person: "Олена", excerpt: "Довго чекали", state: "open" }]);
    expect((await stored()).caseId).toBe(opened[0]?.id);
  });

  it.each([
    [{ verdict: "good", words: "Чудово" }, 0],
    [{ verdict: "mixed", words: "" }, 0],
    [{ verdict: "mixed", words: "Кава холодна" }, 1],
    [{ verdict: "bad", words: "" }, 1],
  ])("makes of %o %i cases", async (fields, count) => {
    await post("", fields);
    expect(await cases()).toHaveLength(count);
  });

  it("says what is missing, and stores nothing of it", async () => {
    const answer = await post("", { words: "Без оцінки" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(reviewRequestTexts("uk").page.chooseVerdict);
    expect((await stored()).answer).toBeUndefined();
  });
});

describe("the way out", () => {
  it("works by the one click of a mail program (RFC 8058), without cookies, as often as it comes", async () => {
    for (const _ of [1, 2]) {
      const answer = await post("/unsubscribe", { "List-Unsubscribe": "One-Click" });
      expect(answer.status).toBe(200);
    }
    const person = await world.deps.people.get(world.workspace.id, request.personId);
    expect(person?.refusal).toEqual({ at: world.clock.nowMs(), because: "unsubscribed" });
    expect((await stored()).unsubscribedAt).toBe(world.clock.nowMs());
  });

  it("is not taken by whoever only looks at it", async () => {
    const html = await (await open("/unsubscribe")).text();
    expect(html).toContain(reviewRequestTexts("uk").unsubscribe.button);
    expect((await world.deps.people.get(world.workspace.id, request.personId))?.refusal).toBeUndefined();
  });
});

describe("attacks", () => {
  it.each(["", "/thanks", "/unsubscribe", "/to/chan_1"])(
    "with a wrong secret learn and change nothing at %j",
    async (path) => {
      token = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
      expect((await open(path)).status).toBe(404);
      expect((await post(path, { verdict: "bad" })).status).toBe(404);
      expect(await stored()).toMatchObject({ went: [] });
      expect((await stored()).openedAt).toBeUndefined();
      expect(await cases()).toEqual([]);
    },
  );

  it.each(["x", "__proto__", "..%2f..", "0".repeat(101)])(
    "with the token %j are told that it leads nowhere",
    async (made) => {
      token = made;
      const answer = await open();
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(reviewRequestTexts("en").notFound.title);
    },
  );

  it("with another type, a huge body or markup are refused or harmless", async () => {
    expect((await open("", { method: "POST", body: "{}" })).status).toBe(415);
    expect((await post("", { verdict: "good", words: "x".repeat(40_000) })).status).toBe(413);
    expect((await post("", { verdict: "good", words: "x".repeat(4001) })).status).toBe(422);
    await post("", { verdict: "good", words: "</textarea><script>alert(1)</script>" });
    expect(await (await open()).text()).not.toContain("<script");
  });
});
