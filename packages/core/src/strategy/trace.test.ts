import { describe, expect, it } from "vitest";
import { aPost, aPublication } from "#tests/support/publishing-world.ts";
import { figure } from "../channels/measurement.ts";
import type { Thread } from "../inbox/index.ts";
import { aWorld, workspaceId } from "../insights/fixtures/world.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import type { Lead } from "../leads/index.ts";
import { aCampaign, aSiteDay, memorySiteDays } from "../visits/fixtures/visits.ts";
import { aGoal } from "./fixtures/goals.ts";
import { memoryGoals } from "./fixtures/memory-goals.ts";
import type { Goal } from "./model.ts";
import { traceGoal } from "./trace-goal.ts";

const actor = systemActor(workspaceId, "test");
const day = 86_400_000;
const now = Date.parse("2026-11-22T12:00:00Z");

const aLead = (id: string, daysAgo: number, given: Partial<Lead> = {}): Lead => ({
  workspaceId,
  id,
  createdAt: now - daysAgo * day,
  channelId: "chan_1",
  name: id,
  emails: [],
  phones: [],
  profiles: [],
  sources: [{ id: "s", kind: "thread", at: now - daysAgo * day, publicationId: "pub_1" }],
  stage: "new",
  stages: [],
  history: [],
  details: "known",
  fetchAttempts: 0,
  merged: [],
  version: 1,
  ...given,
});

const aThread = (id: string, daysAgo: number, given: Partial<Thread> = {}): Thread => ({
  workspaceId,
  id,
  channelId: "chan_1",
  platform: "double",
  remoteId: id,
  kind: "comment",
  state: "open",
  basis: "",
  lastAt: now - daysAgo * day,
  lastOwn: false,
  excerpt: `words of ${id}`,
  messageCount: 1,
  customerCount: 1,
  customers: "",
  unanswered: 1,
  participants: [],
  labels: [],
  revision: 1,
  ...given,
});

function aTraceWorld(given: { leads?: readonly Lead[]; open?: readonly Thread[]; done?: readonly Thread[] } = {}) {
  const { leads = [], open = [], done = [] } = given;
  const asked: string[][] = [];
  return {
    ...aWorld({ channels: ["chan_1", "chan_2"] }),
    asked,
    goals: memoryGoals([aGoal()]),
    campaigns: { list: async () => [aCampaign()] },
    posts: { getMany: async (_: string, ids: readonly string[]) => ids.map((id) => aPost({ id })) },
    leads: { list: async () => leads },
    threads: {
      list: async (_: string, state: "open" | "done") => (state === "open" ? open : done),
      listByTarget: async () => open.filter(({ dueAt }) => dueAt !== undefined),
    },
    publications: {
      getMany: async (_: string, ids: readonly string[]) => {
        asked.push([...ids]);
        return ids.map((id) => aPublication({ id, workspaceId, postId: `post of ${id}`, channelId: "chan_1" }));
      },
    },
  };
}
type World = ReturnType<typeof aTraceWorld>;

async function traced(world: World, goal: Partial<Goal>) {
  const goals = memoryGoals([aGoal(goal)]);
  return unwrap(await traceGoal({ ...world, goals }, actor, { goalId: "goal_1" })).trace;
}

describe("what stands behind a goal's figure", () => {
  async function withPosts() {
    const world = aTraceWorld();
    const post = (channelId: string, id: string, daysAgo: number, interactions: number, reach: number) =>
      world.results.put(workspaceId, channelId, {
        publicationId: id,
        publishedAt: now - daysAgo * day,
        contentType: "image",
        measuredAt: now,
        interactions: figure(interactions),
        reach: figure(reach),
      });
    await post("chan_1", "pub_wide", 3, 30, 3000);
    await post("chan_1", "pub_loved", 4, 90, 1000);
    await post("chan_2", "pub_other", 5, 50, 500);
    await post("chan_1", "pub_old", 40, 900, 9000);
    return world;
  }

  it.each([
    ["reach", ["pub_wide", "pub_loved", "pub_other"]],
    ["followers", ["pub_wide", "pub_loved", "pub_other"]],
    ["interactions", ["pub_loved", "pub_other", "pub_wide"]],
    ["engagementRate", ["pub_other", "pub_loved", "pub_wide"]],
  ] as const)("of %s is the publications of its 28 days, the best by that figure first", async (kpi, ids) => {
    const trace = await traced(await withPosts(), { kpi });
    expect(trace).toMatchObject({ kind: "publications", of: 3 });
    expect(trace.kind === "publications" && trace.items.map(({ publicationId }) => publicationId)).toEqual(ids);
  });

  it("is that of the goal's own channel, and of the due day when that is over", async () => {
    const world = await withPosts();
    const own = await traced(world, { kpi: "reach", channelId: "chan_2" });
    expect(own).toMatchObject({ of: 1, items: [{ publicationId: "pub_other", reach: 500, rate: 0.1 }] });
    const ended = await traced(world, { kpi: "reach", startDay: "2026-09-01", dueDay: "2026-10-20" });
    expect(ended).toMatchObject({ items: [{ publicationId: "pub_old" }] });
  });

  it("of leads is the people, with the post that brought each, and reads that post once", async () => {
    const world = aTraceWorld({ leads: [aLead("Ірина", 1), aLead("Петро", 2), aLead("Давня", 40)] });
    const trace = await traced(world, { kpi: "leads" });
    expect(trace).toMatchObject({ kind: "leads", of: 2 });
    expect(trace.items).toMatchObject([
      { leadId: "Ірина", postId: "post of pub_1" },
      { leadId: "Петро", postId: "post of pub_1" },
    ]);
    expect(world.asked).toEqual([["pub_1"]]);
  });

  it("of answers is what waits, and of negative feedback what was said in these days", async () => {
    const world = aTraceWorld({
      open: [aThread("waits", 1, { dueAt: now, person: { remoteId: "p", name: "Оля" } }), aThread("seen", 1)],
      done: [aThread("angry", 3, { sentiment: "negative" }), aThread("long ago", 40, { sentiment: "negative" })],
    });
    expect(await traced(world, { kpi: "shareAnswered" })).toMatchObject({
      kind: "waiting",
      items: [{ threadId: "waits", person: "Оля", text: "words of waits", dueAt: now }],
    });
    expect(await traced(world, { kpi: "negativePer1000" })).toMatchObject({
      kind: "negative",
      items: [{ threadId: "angry" }],
    });
    expect(await traced(world, { kpi: "negativeFeedback", channelId: "chan_2" })).toMatchObject({ of: 0, items: [] });
  });

  it("of site visits is where they came from, by source, campaign and post", async () => {
    const visits = memorySiteDays(
      aSiteDay("2026-11-20", [
        { source: "facebook", campaign: "AUTUMN-menu", content: "post_01KNOWN0000", sessions: 9 },
        { source: "instagram", sessions: 30 },
      ]),
      aSiteDay("2026-11-21", [
        { source: "facebook", campaign: "autumn-menu", content: "post_01KNOWN0000", sessions: 2 },
      ]),
      aSiteDay("2026-09-01", [{ source: "x", sessions: 500 }]),
    );
    const trace = await traced({ ...aTraceWorld(), siteDays: visits }, { kpi: "siteVisits" });
    expect(trace).toMatchObject({ kind: "visits", of: 41 });
    expect(trace.items).toMatchObject([
      { source: "instagram", campaign: "", postId: null, sessions: 30 },
      { source: "facebook", campaign: "Осіннє меню", campaignId: "camp_1", postId: "post_01KNOWN0000", sessions: 11 },
    ]);
  });

  it("shows twenty at most and says how many there are", async () => {
    const leads = Array.from({ length: 33 }, (_, index) => aLead(`lead ${index}`, 1));
    const trace = await traced(aTraceWorld({ leads }), { kpi: "leads" });
    expect([trace.of, trace.items.length]).toEqual([33, 20]);
  });
});
