import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsWorld, alertsWorld } from "#tests/support/alerts-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { aPublication, aPost as aWholePost } from "#tests/support/publishing-world.ts";
import { isLate, type Publication } from "../publishing/index.ts";
import { settleMoved, settlePost } from "./settle-publishing.ts";
import { watchFailed, watchLate } from "./watch-publishing.ts";

const minute = 60_000;
const lost = { class: "auth-expired", code: "channel-access-lost" };
let dynamo: TestDynamo;
let world: AlertsWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = alertsWorld(dynamo, "2026-11-24T12:00:00Z");
});

const open = (state: "open" | "closed" = "open") =>
  world.deps.alerts.list(world.workspace.id, { state }, 50, undefined);
const only = async () => {
  const alerts = await open();
  expect(alerts).toHaveLength(1);
  return alerts[0];
};

const aPost = async (id: string, change: Partial<Publication> = {}): Promise<Publication> => {
  const dueAt = world.clock.nowMs() - 20 * minute;
  const post = aPublication({ id, workspaceId: world.workspace.id, postId: `post_${id}`, dueAt, ...change });
  await world.deps.posts.create(aWholePost({ id: post.postId, workspaceId: post.workspaceId }));
  await world.deps.publications.create(post);
  return post;
};
/** The post in its next state, as the engine stores it. */
const becomes = async (post: Publication, change: Partial<Publication>): Promise<Publication> => {
  const saved = await world.deps.publications.save({ ...post, ...change });
  if (!saved) throw new Error("not stored");
  return saved;
};
const eventOf = <Type extends string, Data>(
  type: Type,
  { id, postId, channelId, platform, dueAt }: Publication,
  data: Data,
) => ({
  id: "evt_1",
  type,
  workspaceId: world.workspace.id,
  actor: "system:publish",
  occurredAt: world.clock.nowMs(),
  data: { publicationId: id, postId, channelId, platform, dueAt, ...data },
});
const published = (post: Publication, failedBefore?: string[]) =>
  settlePost(
    world.deps,
    eventOf("publication.published", post, {
      remoteId: "r",
      url: "https://x.example",
      publishedAt: world.clock.nowMs(),
      failedBefore,
    }),
  );
const canceled = (post: Publication, failedBefore?: string[]) =>
  settlePost(world.deps, eventOf("publication.canceled", post, { failedBefore }));
/** The engine gives a post up, and everybody is told, twice unless it is said otherwise. */
const fails = async (post: Publication, times = 2): Promise<Publication> => {
  const failed = await becomes(post, { state: "failed", fence: post.fence + 1, failure: lost });
  const event = eventOf("publication.failed", failed, { failure: lost });
  for (let n = 0; n < times; n++) await watchFailed(world.deps, event);
  return failed;
};
const isTold = async (posts: readonly Publication[]): Promise<void> => {
  const [first] = posts;
  const publications = posts.map(({ id, postId, dueAt }) => ({
    publicationId: id,
    postId,
    dueAt,
    state: "scheduled" as const,
    excerpt: "Осіннє меню",
  }));
  const late = eventOf("publications.late", first ?? aPublication({}), { publications });
  for (const _ of [1, 2]) await watchLate(world.deps, late);
};

describe("a post that failed", () => {
  it("is one alert for one cause on a channel, for all its posts", async () => {
    for (const id of ["pub_1", "pub_2"]) await fails(await aPost(id));
    expect(await only()).toMatchObject({
      kind: "post-failed",
      count: 2,
      severity: "high",
      params: { code: "channel-access-lost" },
    });
  });

  it("and is out later closes its alert, when the others of the same cause are out or canceled, too", async () => {
    const first = await fails(await aPost("pub_1"));
    const second = await fails(await aPost("pub_2"));
    const out = await becomes(first, { state: "published", dueAt: world.clock.nowMs(), failure: undefined });
    await published(out, [lost.code]);
    expect(await only()).toMatchObject({ state: "open", count: 2 });
    const again = await becomes(second, { state: "scheduled", dueAt: world.clock.nowMs(), failure: undefined });
    await published(out, [lost.code]);
    expect(await only()).toMatchObject({ state: "open" });
    const gone = await becomes(again, { state: "canceled" });
    await canceled(gone, [lost.code]);
    expect(await open()).toEqual([]);
    expect(await open("closed")).toMatchObject([{ outcome: { what: "settled", by: "system:alerts" } }]);
  });

  it("opens its alert again when it fails anew", async () => {
    const failed = await fails(await aPost("pub_1"));
    await canceled(await becomes(failed, { state: "canceled", failure: undefined }), [lost.code]);
    expect(await open()).toEqual([]);
    world.clock.advance(minute);
    const [stored] = await world.deps.publications.getMany(world.workspace.id, ["pub_1"]);
    await fails(await becomes(stored ?? failed, { state: "scheduled", attempts: 0 }));
    expect(await only()).toMatchObject({ round: 2, count: 2 });
  });

  it("closes its alert however many have failed in earlier rounds, and when this round names more than are shown", async () => {
    const fail = async (name: string, count: number): Promise<Publication[]> => {
      const failed: Publication[] = [];
      for (let n = 0; n < count; n++) failed.push(await fails(await aPost(`${name}_${n}`), 1));
      return failed;
    };
    for (const round of [1, 2]) {
      const gone = [];
      for (const one of await fail(`round_${round}`, 7)) {
        gone.push(await becomes(one, { state: "canceled", failure: undefined }));
      }
      await canceled(gone[0] ?? aPublication({}), [lost.code]);
      expect(await open("closed")).toMatchObject([{ count: 7 * round, round }]);
      world.clock.advance(minute);
    }
    const out = [];
    for (const one of await fail("more", 13)) {
      expect(await only()).toMatchObject({ state: "open" });
      out.push(await becomes(one, { state: "published", failure: undefined }));
    }
    const [first, ...others] = out;
    await published(first ?? aPublication({}), [lost.code]);
    expect(others).toHaveLength(12);
    expect(await open("closed")).toMatchObject([{ count: 27, outcome: { because: "published" } }]);
  });

  it("before and is out on time costs nothing where it never failed", async () => {
    const reads: string[] = [];
    const alerts = {
      ...world.deps.alerts,
      get: (workspaceId: string, id: string) => {
        reads.push(id);
        return world.deps.alerts.get(workspaceId, id);
      },
    };
    const post = await aPost("pub_1", { state: "published", dueAt: world.clock.nowMs() });
    const data = { remoteId: "r", url: "https://x.example", publishedAt: world.clock.nowMs() + 2000 };
    await settlePost({ ...world.deps, alerts }, eventOf("publication.published", post, data));
    expect(reads).toEqual([]);
  });
});

describe("a post that is late", () => {
  it("is an alert, which ends when the post is out", async () => {
    const post = await aPost("pub_1");
    await isTold([post]);
    expect(await only()).toMatchObject({ kind: "post-overdue", count: 1 });
    await published(await becomes(post, { state: "published" }));
    expect(await open()).toEqual([]);
  });

  it("opens the alert again although it was due before the alert ended", async () => {
    const first = await aPost("pub_1");
    const second = await aPost("pub_2", { dueAt: world.clock.nowMs() - minute });
    await isTold([first]);
    await published(await becomes(first, { state: "published" }));
    expect(await open()).toEqual([]);
    world.clock.advance(10 * minute);
    await isTold([second]);
    expect(await only()).toMatchObject({ round: 2, count: 2 });
  });

  it("is told once more when it is late at another time", async () => {
    const post = await aPost("pub_1");
    await isTold([post]);
    const moved = await becomes(post, { dueAt: world.clock.nowMs() + minute });
    await settleMoved(world.deps, eventOf("publication.rescheduled", moved, {}));
    expect(await open()).toEqual([]);
    world.clock.advance(20 * minute);
    await isTold([moved]);
    expect(await only()).toMatchObject({ round: 2, count: 2 });
  });

  it("keeps the channel's alert open while another is late, until that is canceled, moved or given up", async () => {
    for (const [round, end] of [
      (post: Publication) => canceled(post),
      (post: Publication) => settleMoved(world.deps, eventOf("publication.rescheduled", post, {})),
      (post: Publication) => settlePost(world.deps, eventOf("publication.failed", post, { failure: lost })),
    ].entries()) {
      const [one, other] = [await aPost(`pub_${round}a`), await aPost(`pub_${round}b`)];
      await isTold([one, other]);
      await published(await becomes(one, { state: "published" }));
      expect(await only()).toMatchObject({ kind: "post-overdue" });
      const later = { state: "scheduled", dueAt: world.clock.nowMs() + 600 * minute } as const;
      const ended = [{ state: "canceled" }, later, { state: "failed", failure: lost }] as const;
      const gone = await becomes(other, ended[round] ?? {});
      // The event of a post that was late carries the time that it was late by.
      await end(round === 1 ? gone : { ...gone, dueAt: other.dueAt });
      expect(await open()).toEqual([]);
      world.clock.advance(60 * minute);
    }
  });

  it("is so ten minutes after its time, unknown half an hour, and never while a platform works on a video", () => {
    const at = (state: "scheduled" | "unconfirmed" | "processing" | "published", minutes: number) => {
      const publication = { ...aPublication({}), state };
      return isLate(publication, publication.dueAt + minutes * minute);
    };
    expect([at("scheduled", 9), at("scheduled", 10)]).toEqual([false, true]);
    expect([at("unconfirmed", 29), at("unconfirmed", 30)]).toEqual([false, true]);
    expect([at("processing", 600), at("published", 600)]).toEqual([false, false]);
  });
});
