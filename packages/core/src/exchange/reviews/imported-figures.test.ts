import { beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { rawEventsOf } from "../../adapters/dynamo/raw-events.ts";
import { reviewRepository } from "../../adapters/dynamo/review-repository.ts";
import { figure } from "../../channels/measurement.ts";
import { aWorld, type World, workspaceId } from "../../insights/fixtures/world.ts";
import { handleRollupMessage, readKpiDay, verifyKpis } from "../../insights/index.ts";
import type { Actor, Role } from "../../kernel/actor.ts";
import { unwrap } from "../../kernel/result.ts";
import {
  getReview,
  importedChannel,
  listReviews,
  type Review,
  type Reviews,
  recordAnswer,
  removeImported,
} from "../../reviews/index.ts";
import { importReviews } from "../index.ts";

let dynamo: TestDynamo;
let world: World;
let reviews: Reviews;
beforeEach(async () => {
  dynamo = await startTestDynamo();
  reviews = reviewRepository(dynamo);
  const seen = aWorld({ start: "2026-11-20T10:00:00Z" });
  const nothing = async () => [];
  const raw = rawEventsOf({
    ...{ reviews, workspaces: seen.workspaces, responseTargets: { list: nothing } },
    ...{ messages: { listByChannelAndTime: nothing }, leads: { listByChannelAndTime: nothing } },
    publications: { list: nothing },
  });
  world = { ...seen, raw };
  return () => dynamo.stop();
});

const as = (role: Role): Actor => ({ type: "member", workspaceId, memberId: `mem_${role}`, role, language: "uk" });
const deps = (change: Partial<Reviews> = {}) => ({ ...world, reviews: { ...reviews, ...change } });
const heading = "id,place,date,author,rating,text,answered on\n";
const run = async (rows: string, given = deps()) =>
  unwrap(await importReviews(given, as("manager"), { bytes: new TextEncoder().encode(heading + rows), from: 0 }));
const listed = async (): Promise<readonly Review[]> =>
  unwrap(await listReviews({ reviews }, as("viewer"), { state: "all", order: "oldest", limit: 50 })).items;
const only = async (): Promise<Review> => {
  const [review] = await listed();
  if (!review) throw new Error("no review is listed");
  return review;
};

/** What the queue carries is done; then the workspace's low reviews and answered share of a day, and no figure is wrong. */
async function figuresOf(day: string) {
  for (const message of world.queued.splice(0)) await handleRollupMessage(world, message);
  const week = { from: "2026-11-09", to: "2026-11-22" };
  expect((await verifyKpis(world, workspaceId, week))?.differences).toEqual([]);
  const { kpis } = unwrap(await readKpiDay(world, as("viewer"), { channelId: "all", day }));
  const value = (one: typeof kpis.leads.new) => (one.available ? one.value : null);
  return [kpis.negativeFeedback.lowReviews, kpis.response.received, kpis.response.answered].map(value);
}

describe("the figures of imported reviews", () => {
  it("are those of the day on which each stands, however late and often it comes", async () => {
    await run("1,Yelp,2026-11-10,Olena,2,Cold,\n2,Yelp,2026-11-10,John,5,Good,2026-11-12\n");
    expect(await figuresOf("2026-11-10")).toEqual([1, 2, 1]);
    world.clock.advance(86_400_000);
    expect(await run("2,Yelp,2026-11-10,John,5,Good,2026-11-12\n3,Yelp,2026-11-10,Ivan,1,No,\n")).toEqual({
      imported: 1,
    });
    expect(await figuresOf("2026-11-10")).toEqual([2, 3, 1]);
    expect(await figuresOf("2026-11-12")).toEqual([0, 0, 0]);
  });

  it("say nothing of how fast an answer came, for a table names days", async () => {
    await run("1,Yelp,2026-11-10,Olena,2,Cold,2026-11-10\n");
    await figuresOf("2026-11-10");
    const { kpis } = unwrap(await readKpiDay(world, as("viewer"), { channelId: "all", day: "2026-11-10" }));
    expect(kpis.response).toMatchObject({
      ...{ answered: figure(1), medianFirstResponseMs: { available: false }, shareWithinTarget: { available: false } },
    });
  });

  it("follow a correction from one day to another, and its words are kept with what stood before", async () => {
    await run("1,Yelp,2026-11-10,Olena,2,Cold,\n");
    world.clock.advance(60_000);
    expect(await run("1,Yelp,2026-11-11,Olena,4,Warm,2026-11-12\n")).toEqual({ imported: 1 });
    expect(await run("1,Yelp,2026-11-11,Olena,4,Warm,2026-11-12\n")).toEqual({ imported: 0 });
    expect(await figuresOf("2026-11-10")).toEqual([0, 0, 0]);
    expect(await figuresOf("2026-11-11")).toEqual([0, 1, 1]);
    const review = await only();
    expect(review).toMatchObject({ rating: 4, text: "Warm", state: "answered", sentiment: "positive" });
    expect(review.history.map(({ rating }) => rating)).toEqual([2, 4]);
  });

  it("hear of an answer that was written down by hand, which a later table does not take away", async () => {
    await run("1,Yelp,2026-11-10,Olena,2,Cold,\n");
    await figuresOf("2026-11-10");
    unwrap(await recordAnswer(deps(), as("manager"), { reviewId: (await only()).id, text: "Вибачте" }));
    expect(await figuresOf("2026-11-10")).toEqual([1, 1, 1]);
    await run("1,Yelp,2026-11-10,Olena,1,Cold again,\n");
    expect(await figuresOf("2026-11-10")).toEqual([1, 1, 1]);
    expect((await only()).imported?.answer?.text).toBe("Вибачте");
  });

  it("are right although the worker died as soon as a review was stored", async () => {
    const save: Reviews["save"] = async (review, expected) => {
      await reviews.save(review, expected);
      throw new Error("died");
    };
    await expect(run("1,Yelp,2026-11-10,Olena,2,Cold,\n", deps({ save }))).rejects.toThrow("died");
    expect(await figuresOf("2026-11-10")).toEqual([1, 1, 0]);
    const { id } = await only();
    await expect(removeImported(deps({ save }), as("manager"), { reviewId: id })).rejects.toThrow("died");
    expect(await figuresOf("2026-11-10")).toEqual([0, 0, 0]);
  });
});

describe("an imported review that should not be here", () => {
  const row = "1,Yelp,2026-11-10,Olena,2,Cold,\n";

  it("is removed with its words, from the list and the figures, and it is known by whom", async () => {
    await run(`${row}2,Yelp,2026-11-10,John,5,Good,\n`);
    const [olena] = (await listed()).filter(({ rating }) => rating === 2);
    const reviewId = olena?.id ?? "";
    unwrap(await removeImported(deps(), as("manager"), { reviewId }));
    expect((await listed()).map(({ rating }) => rating)).toEqual([5]);
    expect(await figuresOf("2026-11-10")).toEqual([0, 1, 0]);
    const gone = unwrap(await getReview({ reviews }, as("viewer"), { reviewId }));
    expect(gone).toMatchObject({
      ...{ state: "gone", removed: true, text: "", history: [] },
      imported: { removed: { by: "mem_manager", at: world.clock.nowMs() } },
    });
    expect(JSON.stringify(gone)).not.toMatch(/Olena|Cold/);
  });

  it("is not brought back by its table, and removing it again changes nothing", async () => {
    await run(row);
    const { id: reviewId } = await only();
    const first = unwrap(await removeImported(deps(), as("owner"), { reviewId }));
    world.clock.advance(60_000);
    expect(unwrap(await removeImported(deps(), as("manager"), { reviewId }))).toEqual(first);
    expect(await run(row)).toEqual({ imported: 0 });
    expect(await listed()).toEqual([]);
    expect(await recordAnswer(deps(), as("manager"), { reviewId, text: "x" })).toMatchObject({
      error: { code: "not-found" },
    });
  });

  it("is removed by owners and managers alone; one of a channel by nobody", async () => {
    await run(row);
    const imported = await only();
    const remove = (reviewId: string, role: Role) => removeImported(deps(), as(role), { reviewId });
    for (const role of ["author", "viewer"] as const) {
      expect(await remove(imported.id, role)).toMatchObject({ error: { code: "forbidden" } });
    }
    const { imported: _, ...ofChannel } = { ...imported, id: "rev_1", channelId: "chan_1" };
    await reviews.save(ofChannel, null);
    expect(await remove("rev_1", "owner")).toMatchObject({ error: { code: "review-of-channel" } });
    expect(await remove("rev_9", "owner")).toMatchObject({ error: { code: "not-found" } });
    expect((await listed()).map(({ channelId }) => channelId).toSorted()).toEqual(["chan_1", importedChannel]);
  });
});
