import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aMember } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import { caseRepository } from "../../adapters/dynamo/case-repository.ts";
import { openCase } from "../../cases/index.ts";
import type { Actor, Role } from "../../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../../kernel/clock.ts";
import { unwrap } from "../../kernel/result.ts";
import {
  getReview,
  importedChannel,
  listReviews,
  type Review,
  readReviewFigures,
  recordAnswer,
} from "../../reviews/index.ts";
import { checkReviewTable, importReviews, reviewTemplate } from "../index.ts";

let dynamo: TestDynamo;
let rig: InboxRig;
let clock: FakeClock;
let workspaceId: string;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  workspaceId = `ws_imported${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
});

const as = (role: Role): Actor => ({ type: "member", workspaceId, memberId: `mem_${role}`, role, language: "uk" });
const bytes = (text: string) => new TextEncoder().encode(text);
const run = (text: string, from = 0) => importReviews(rig, as("manager"), { bytes: bytes(text), from });
const listed = async (state: "open" | "answered"): Promise<readonly Review[]> =>
  unwrap(await listReviews(rig, as("viewer"), { state, order: "oldest", limit: 50 })).items;
const figures = async (channelId?: string) =>
  unwrap(
    await readReviewFigures({ ...rig, channels: { list: async () => [rig.channel] } }, as("viewer"), {
      by: "month",
      channelId,
    }),
  ).total;

const table = [
  "\uFEFFДе;Автор;Оцінка;Рекомендує;Відгук;Дата;Відповідь;Дата відповіді",
  'Tripadvisor;Олена;2;;"Холодна кава; довго чекали";18.11.2026;;',
  ";;;;;;;",
  "Tripadvisor;John;5;;Great coffee;2026-11-01;Thank you;2026-11-02",
  "Rozetka;;;так;;2026-11-10;;",
].join("\r\n");

describe("a table of reviews from other places", () => {
  it("puts each into the queue or among the answered, marked as imported, with its stars, words and language", async () => {
    expect(unwrap(await run(table))).toEqual({ imported: 3 });
    const [rozetka, olena] = await listed("open");
    expect(olena).toMatchObject({
      ...{ channelId: importedChannel, rating: 2, text: "Холодна кава; довго чекали", language: "uk" },
      ...{ author: { name: "Олена" }, sentiment: "negative", occurredAt: Date.parse("2026-11-17T22:00:00Z") },
      imported: { place: "Tripadvisor", by: "mem_manager", at: clock.nowMs() },
    });
    expect(rozetka).toMatchObject({ recommends: true, imported: { place: "Rozetka" } });
    expect(await listed("answered")).toMatchObject([
      {
        author: { name: "John" },
        answeredAt: Date.parse("2026-11-01T22:00:00Z"),
        imported: { answer: { text: "Thank you" } },
      },
    ]);
  });

  it("counts in the figures of all, and as a channel of its own", async () => {
    await run(table);
    const expected = { count: 3, rated: 2, mean: 3.5, recommending: 1, answered: 1 };
    expect(await figures()).toMatchObject(expected);
    expect(await figures(importedChannel)).toMatchObject(expected);
    expect(await figures(rig.channel.id)).toMatchObject({ count: 0 });
  });

  it("adds nothing when it comes again, nor does the same review in another table; another workspace has its own", async () => {
    await run(table);
    expect(unwrap(await run(table))).toEqual({ imported: 0 });
    const other = "date,place,author,rating,text\n2026-11-01,tripadvisor,John,5,Great coffee\n";
    expect(unwrap(await run(other))).toEqual({ imported: 0 });
    expect(unwrap(await run(other.replace("Great", "Good")))).toEqual({ imported: 1 });
    workspaceId = "ws_imported_other";
    rig = intakeRig(dynamo, workspaceId, clock);
    expect(unwrap(await run(table))).toEqual({ imported: 3 });
  });

  it("knows a review by its number at its place where there is one, and learns what else changed", async () => {
    const row = (text: string) => `id,place,date,text\n77,Yelp,2026-11-01,${text}\n`;
    expect(unwrap(await run(row("Good")))).toEqual({ imported: 1 });
    expect(unwrap(await run(row("Good")))).toEqual({ imported: 0 });
    expect(unwrap(await run(row("Better")))).toEqual({ imported: 1 });
    expect((await listed("open")).map(({ text }) => text)).toEqual(["Better"]);
    expect(unwrap(await run(row("Good").replace("Yelp", "Tripadvisor")))).toEqual({ imported: 1 });
  });

  it("goes on where a request ended", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `Yelp,2026-11-01,${1 + (at % 5)},${at}`);
    const text = `place,date,rating,author\n${rows.join("\n")}\n`;
    const first = unwrap(await run(text));
    expect(first).toEqual({ imported: 50, next: 50 });
    expect(unwrap(await run(text, first.next))).toEqual({ imported: 50, next: 100 });
    expect(unwrap(await run(text, 100))).toEqual({ imported: 20 });
  });

  it("says of each bad row everything that is wrong with it", async () => {
    const text = [
      "place,date,rating,recommends,text,answer,answered on",
      ",2026-02-30,6,maybe,,x,",
      "Yelp,,,,,,",
      "Yelp,2026-12-01,4,,,,",
      "Yelp,2026-11-10,4,,,x,2026-11-09",
      "Yelp,2026-11-10,4.5,,,,",
      "Yelp,2026-11-10,4,no,fine,,",
    ].join("\n");
    const { good, bad } = unwrap(await checkReviewTable(rig, as("manager"), bytes(text)));
    expect(good.map(({ row }) => row)).toEqual([7]);
    expect(bad.map(({ row, problems }) => [row, problems.map(({ code, field }) => `${field} ${code}`)])).toEqual([
      [
        2,
        [
          "place cell-missing",
          "rating rating-malformed",
          "recommends verdict-malformed",
          "date day-malformed",
          "answered answer-day-missing",
        ],
      ],
      [3, ["text review-empty", "date cell-missing"]],
      [4, ["date day-in-future"]],
      [5, ["answered answer-before-review"]],
      [6, ["rating rating-malformed"]],
    ]);
    expect(await listed("open")).toEqual([]);
  });

  it.each([
    ["date,rating\n2026-11-01,5\n", "csv-no-place-column"],
    ["place,rating\nYelp,5\n", "csv-no-date-column"],
    ["place,date\nYelp,2026-11-01\n", "csv-no-opinion-column"],
    ["place,date,rating\n", "import-empty"],
  ])("%j is refused: %s", async (text, code) => {
    expect(await run(text)).toMatchObject({ error: { code } });
  });

  it.each(["uk", "en"] as const)("has a template in %s that is itself right", async (language) => {
    const text = reviewTemplate(language, "2026-11-20");
    expect(unwrap(await checkReviewTable(rig, as("owner"), bytes(text))).good).toHaveLength(1);
    expect(await checkReviewTable(rig, as("author"), bytes(text))).toMatchObject({ error: { code: "forbidden" } });
  });
});

describe("an imported review", () => {
  const one = async () => {
    await run(table);
    const [, olena] = await listed("open");
    if (!olena) throw new Error("no review");
    return olena;
  };
  const record = (reviewId: string, text: string, role: Role = "manager") =>
    recordAnswer(rig, as(role), { reviewId, text });

  it("is answered by hand: written down, sent nowhere; the last words count, the time is the first", async () => {
    const { id } = await one();
    unwrap(await record(id, "Вибачте"));
    const answeredAt = clock.nowMs();
    clock.advance(60_000);
    unwrap(await record(id, "Вибачте, виправимо"));
    expect(unwrap(await getReview(rig, as("viewer"), { reviewId: id }))).toMatchObject({
      ...{ state: "answered", answeredAt, imported: { answer: { text: "Вибачте, виправимо", by: "mem_manager" } } },
    });
    expect(rig.published).toEqual([]);
    expect(await record(id, "x", "author")).toMatchObject({ error: { code: "forbidden" } });
    expect(await record("rev_nowhere", "x")).toMatchObject({ error: { code: "not-found" } });
  });

  it("can have a case, once, without a conversation", async () => {
    const review = await one();
    const deps = { ...rig, cases: caseRepository(dynamo), members: { get: async () => aMember(workspaceId, "owner") } };
    const opened = unwrap(await openCase(deps, as("manager"), { reviewId: review.id }));
    expect(opened).toMatchObject({ reviewId: review.id, person: "Олена", opinion: { rating: 2 }, state: "open" });
    expect([opened.threadId, opened.channelId]).toEqual([undefined, undefined]);
    expect(unwrap(await openCase(deps, as("owner"), { reviewId: review.id }))).toEqual(opened);
    expect(await openCase(deps, as("owner"), { reviewId: "rev_nowhere" })).toMatchObject({ ok: false });
  });
});
