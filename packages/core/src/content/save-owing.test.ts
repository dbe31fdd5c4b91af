import * as v from "valibot";
import { expect, it } from "vitest";
import { sweepAfterMs } from "#core/kernel/owed-events.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { type Fault, faultsAt } from "#tests/support/faults.ts";
import { memoryReviewLinks } from "#tests/support/memory-review-links.ts";
import { aChannel, aPost, member, type PublishingWorld, publishingWorld } from "#tests/support/publishing-world.ts";
import { answerReview } from "./answer-review.ts";
import { editPost } from "./edit-post.ts";
import { postReviewedOutside } from "./events.ts";
import { makeReviewLink } from "./make-review-link.ts";
import type { Post } from "./model.ts";
import { shownDigest } from "./review-link.ts";
import { approvePost, requestChanges, submitPost } from "./review-post.ts";
import { listOwingPosts, tellOwingPost } from "./save-owing.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

const workspaceId = "ws_00000000000000000000000001";
const manager = { ...member("manager"), workspaceId };
const author = { ...member("author"), workspaceId };
const template = { origin: { kind: "template", seriesId: "ser_1" } } as const;

async function worldWith(change: Partial<Post>, ...planned: Fault[]) {
  const faults = faultsAt(...planned);
  const world = publishingWorld(faults);
  world.channelItems.set("chan_1", aChannel());
  await world.posts.create(aPost({ workspaceId, ...change }));
  const reviewLinks = memoryReviewLinks();
  const mails: string[] = [];
  const deps = {
    ...world.deps,
    reviewLinks,
    members: {
      get: async (_: string, id: string) => ({
        ...{ id, workspaceId, email: `${id}@lystok.example`, name: id, createdAt: 0 },
        ...({ role: "manager", language: "uk" } as const),
      }),
    },
    suspensions: { get: async () => null },
    mailer: { send: async ({ to }: { to: { address: string } }) => ({ messageId: `m${mails.push(to.address)}` }) },
  };
  const making = makeReviewLink({ ...deps, posts: world.posts }, manager, {
    postId: "post_1",
    language: "uk",
    days: 7,
  });
  const token = unwrap(await making).url.replace("https://dopys.example/review/", "");
  return { world, faults, deps, token, mails };
}
type Rig = Awaited<ReturnType<typeof worldWith>>;

const stored = async ({ posts }: PublishingWorld): Promise<Post> =>
  (await posts.get(workspaceId, "post_1")) ?? aPost({ workspaceId });

/** What the schedule finds when it comes round. */
const owing = ({ world }: Rig) =>
  listOwingPosts({
    posts: {
      listOwing: async (nowMs, limit) =>
        world.posts
          .all()
          .filter(({ owed }) => owed && owed.at <= nowMs)
          .slice(0, limit),
    },
    clock: world.clock,
  });

async function sweep(rig: Rig): Promise<void> {
  rig.faults.newWorker();
  rig.world.clock.advance(sweepAfterMs);
  for (const post of await owing(rig)) await tellOwingPost(rig.deps, post);
}

/** The reactions: each event that tells of an answer is heard, as often as it was told. */
async function react({ world, deps }: Rig): Promise<void> {
  const answers = world.events.filter(({ type }) => type === postReviewedOutside.type);
  for (const event of answers) await tellOfAnswer(deps, v.parse(postReviewedOutside.schema, event));
}

const told = ({ events }: PublishingWorld) => [...new Map(events.map(({ id, type }) => [id, type])).values()].sort();

const step = async (run: typeof approvePost, rig: Rig, actor = manager) =>
  run(rig.deps, actor, { postId: "post_1", version: (await stored(rig.world)).version, note: "Без цін" });
const edit = async (rig: Rig, actor = manager) =>
  editPost(rig.deps, actor, {
    postId: "post_1",
    version: (await stored(rig.world)).version,
    base: { text: "Зимове меню", mediaIds: [] },
  });
const answer = async ({ world, deps, token }: Rig) =>
  answerReview(deps, token, { seen: shownDigest(await stored(world)), name: "Олена", verdict: "approve" });

type Deed = (rig: Rig) => Promise<Result<unknown, unknown>>;
const deeds: readonly (readonly [string, Partial<Post>, Deed, readonly string[], readonly string[]])[] = [
  ["submitted", { state: "draft" }, (rig) => step(submitPost, rig, author), ["post.submitted"], []],
  ["approved", { state: "in-review" }, (rig) => step(approvePost, rig), ["post.approved"], []],
  [
    "approved to be repeated",
    { state: "in-review", ...template },
    (rig) => step(approvePost, rig),
    ["post.approved", "series.changed"],
    [],
  ],
  ["sent back", { state: "in-review" }, (rig) => step(requestChanges, rig), ["post.changes-requested"], []],
  ["edited after its approval", { state: "approved" }, (rig) => edit(rig, author), ["post.submitted"], []],
  ["edited while it is repeated", { state: "approved", ...template }, edit, ["series.changed"], []],
  [
    "answered from outside while it is repeated",
    { state: "in-review", ...template },
    answer,
    ["post.approved", "post.reviewed-outside", "series.changed"],
    ["mem_author@lystok.example", "mem_manager@lystok.example"],
  ],
];

it.each(deeds)(
  "a post that was %s is told of, once, wherever the worker died",
  async (_, start, deed, types, mailed) => {
    const clean = await worldWith(start);
    unwrap(await deed(clean));
    const places = clean.faults.calls.length;
    const { state, history } = await stored(clean.world);
    expect(clean.faults.calls.slice(-3).filter((call) => call !== "wordBooks.get")).toContain("posts.save");
    for (let call = 1; call <= places; call++) {
      for (const moment of ["before", "after"] as const) {
        const rig = await worldWith(start, { call, moment, kind: "dies" });
        await expect(deed(rig), `${moment} ${call}`).rejects.toThrow();
        rig.faults.newWorker();
        // Whoever sees that nothing happened does it again.
        if ((await stored(rig.world)).state === start.state && (await stored(rig.world)).revision === 1) {
          unwrap(await deed(rig));
        }
        await react(rig);
        await sweep(rig);
        await react(rig);
        const at = `${moment} ${clean.faults.calls[call - 1]}`;
        expect(told(rig.world), at).toEqual(types);
        expect(rig.mails.toSorted(), at).toEqual(mailed);
        const after = await stored(rig.world);
        expect({ ...after, history: after.history.length }, at).toMatchObject({ state, history: history.length });
        expect(after.owed, at).toBeUndefined();
        rig.world.clock.advance(sweepAfterMs);
        expect(await owing(rig), at).toEqual([]);
      }
    }
  },
);

it("takes what an earlier change owes along with the next", async () => {
  const rig = await worldWith({ state: "draft" }, { call: 3, moment: "before", kind: "dies" });
  await expect(step(submitPost, rig, author)).rejects.toThrow("events.publish before its effect");
  rig.faults.newWorker();
  rig.world.clock.advance(1000);
  const approved = unwrap(await step(approvePost, rig));
  expect(told(rig.world)).toEqual(["post.approved", "post.submitted"]);
  expect(approved).toMatchObject({ state: "approved", owed: undefined });
  expect(approved).toEqual(await stored(rig.world));
});

it("mails the one whom the first attempt did not come to, and not the other again", async () => {
  const rig = await worldWith({ state: "in-review" });
  unwrap(await answer(rig));
  const refused = new Error("throttled");
  const send = async ({ to }: { to: { address: string } }) => {
    if (to.address.startsWith("mem_manager")) throw refused;
    return rig.deps.mailer.send({ to });
  };
  const event = v.parse(postReviewedOutside.schema, rig.world.events[0]);
  await expect(tellOfAnswer({ ...rig.deps, mailer: { send } }, event)).rejects.toThrow(refused);
  await tellOfAnswer(rig.deps, event);
  await tellOfAnswer(rig.deps, event);
  expect(rig.mails).toEqual(["mem_author@lystok.example", "mem_manager@lystok.example"]);
});
