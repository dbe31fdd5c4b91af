import * as v from "valibot";
import { beforeEach, expect, it } from "vitest";
import { failureText } from "#core/i18n/failures.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { canonicalJson } from "#core/kernel/stamped.ts";
import {
  aChannel,
  anAsset,
  aPost,
  member,
  type PublishingWorld,
  publishingWorld,
} from "#tests/support/publishing-world.ts";
import { checkPost } from "./check-post.ts";
import { createPost, createPostSchema } from "./create-post.ts";
import { editPost } from "./edit-post.ts";
import { contentFor, mediaIdsOf, type Post } from "./model.ts";
import { listPosts } from "./read-posts.ts";
import { approvePost, requestChanges, submitPost } from "./review-post.ts";

let world: PublishingWorld;
beforeEach(async () => {
  world = publishingWorld();
  world.channelItems.set("chan_1", aChannel());
  world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Друга" }));
  await world.assets.create(anAsset());
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const draft = { base: { text: "Осіннє меню", mediaIds: [] }, channelIds: ["chan_1"], variants: {}, labels: [] };
const stored = async (change: Partial<Post>) => {
  const post = aPost(change);
  await world.posts.create(post);
  return post;
};

it("begins as a draft of its author", async () => {
  const post = unwrap(await createPost(world.deps, member("author"), draft));
  expect(post).toMatchObject({ state: "draft", version: 1, authorId: "mem_author", workspaceId: "ws_1" });
  expect(post.history.map(({ by, what }) => [by, what])).toEqual([["mem_author", "created"]]);
  expect(canonicalJson(await world.posts.get("ws_1", post.id))).toBe(canonicalJson(post));
});

it.each([
  ["forbidden", member("viewer"), draft],
  ["unknown-channel", member(), { ...draft, channelIds: ["chan_9"] }],
  ["unknown-channel", member(), { ...draft, variants: { chan_9: { text: "x" } } }],
  ["unknown-asset", member(), { ...draft, base: { text: "", mediaIds: ["asset_9"] } }],
  [
    "post-too-large",
    member(),
    { ...draft, base: { text: "a".repeat(70_000), mediaIds: [] }, notes: "b".repeat(50_001) },
  ],
])("is refused with %s and not stored", async (expected, actor, input) => {
  expect(code(await createPost(world.deps, actor, input))).toBe(expected);
  expect(world.posts.all()).toEqual([]);
});

it("shows the base on a channel until its variant says otherwise, field by field", () => {
  const base = { text: "base", link: "https://example.com", mediaIds: ["a"] };
  const variants = { chan_1: { text: "own" }, chan_2: { link: null, mediaIds: [] } };
  expect(contentFor({ base, variants }, "chan_1")).toEqual({ ...base, text: "own" });
  expect(contentFor({ base, variants }, "chan_2")).toEqual({ text: "base", mediaIds: [] });
  expect(contentFor({ base, variants }, "chan_3")).toEqual(base);
});

it("keeps the format of the base, and a channel's own over it", async () => {
  const variants = { chan_2: { format: "feed" } } as const;
  const input = {
    base: { text: "Історія", mediaIds: [], format: "story" },
    channelIds: ["chan_1", "chan_2"],
    variants,
  };
  const post = unwrap(await createPost(world.deps, member(), v.parse(createPostSchema, input)));
  expect(contentFor(post, "chan_1").format).toBe("story");
  expect(contentFor(post, "chan_2").format).toBe("feed");
  const [first, second] = unwrap(await checkPost(world.deps, member(), { postId: post.id }));
  expect(first?.failures).toMatchObject([{ code: "format-unknown", params: { actual: "story", allowed: "feed" } }]);
  expect(second?.failures).toEqual([]);
});

it("inherits the first comment and the thread likewise, and can leave them out", () => {
  const thread = [{ text: "part", mediaIds: ["b"] }];
  const base = { text: "base", mediaIds: [], firstComment: "below", thread };
  const variants = {
    chan_1: { firstComment: "other" },
    chan_2: { firstComment: null, thread: [] },
    chan_3: { firstComment: " " },
  };
  expect(contentFor({ base, variants }, "chan_1")).toEqual({ ...base, firstComment: "other" });
  expect(contentFor({ base, variants }, "chan_2")).toEqual({ text: "base", mediaIds: [] });
  expect(contentFor({ base, variants }, "chan_3")).toEqual({ text: "base", mediaIds: [], thread });
  expect(mediaIdsOf({ base, variants })).toEqual(["b"]);
});

it("is changed by one of two editors who saw the same version", async () => {
  const { id } = await stored({ state: "draft" });
  const edit = (text: string) =>
    editPost(world.deps, member(), { postId: id, version: 1, base: { text, mediaIds: [] } });
  expect([code(await edit("one")), code(await edit("two"))]).toEqual(["ok", "changed-meanwhile"]);
  expect((await world.posts.get("ws_1", id))?.base.text).toBe("one");
});

it("keeps what an edit does not name, and empties what it sets to null", async () => {
  const { id } = await stored({ state: "draft", topic: "Меню", notes: "гаряче" });
  const edited = unwrap(
    await editPost(world.deps, member(), { postId: id, version: 1, notes: null, labels: ["осінь"] }),
  );
  expect(edited).toMatchObject({ topic: "Меню", labels: ["осінь"], base: { text: "Осіннє меню" }, revision: 2 });
  expect(edited.notes).toBeUndefined();
});

it.each([
  ["draft", "author", "draft"],
  ["in-review", "author", "in-review"],
  ["changes-requested", "author", "changes-requested"],
  ["approved", "author", "in-review"],
  ["approved", "manager", "approved"],
  ["scheduled", "author", "scheduled-post-needs-approver"],
  ["scheduled", "owner", "scheduled"],
  ["canceled", "author", "draft"],
] as const)("%s and edited by an %s becomes %s", async (state, role, expected) => {
  const { id } = await stored({ state });
  const input = { postId: id, version: 1, base: { text: "нове", mediaIds: [] } };
  const done = await editPost(world.deps, member(role), input);
  expect(done.ok ? done.value.state : done.error.code).toBe(expected);
});

it("asks for approval again when an author edits what was approved", async () => {
  const { id } = await stored({ state: "approved" });
  await editPost(world.deps, member("author"), { postId: id, version: 1, labels: ["нове"] });
  expect(world.events.map(({ type }) => type)).toEqual(["post.submitted"]);
});

it("stays within its channels' rules and keeps its channels while it is scheduled", async () => {
  const { id } = await stored({ state: "scheduled" });
  const long = { postId: id, version: 1, base: { text: "a".repeat(501), mediaIds: [] } };
  expect(code(await editPost(world.deps, member(), long))).toBe("post-breaks-rules");
  expect(code(await editPost(world.deps, member(), { postId: id, version: 1, channelIds: [] }))).toBe(
    "post-channel-is-scheduled",
  );
  expect((await world.posts.get("ws_1", id))?.version).toBe(1);
});

it("goes from draft through review and changes to approval, by those who may", async () => {
  const { id: postId } = await stored({ state: "draft" });
  const { deps } = world;
  const submitted = unwrap(await submitPost(deps, member("author"), { postId, version: 1 }));
  const { version } = submitted;
  expect(code(await approvePost(deps, member("author"), { postId, version }))).toBe("forbidden");
  expect(code(await requestChanges(deps, member(), { postId, version, note: "  " }))).toBe("note-missing");
  const back = unwrap(await requestChanges(deps, member(), { postId, version, note: "Додайте ціну" }));
  const again = unwrap(await submitPost(deps, member("author"), { postId, version: back.version }));
  const approved = unwrap(await approvePost(deps, member("owner"), { postId, version: again.version }));
  expect([submitted, back, again, approved].map(({ state }) => state)).toEqual([
    "in-review",
    "changes-requested",
    "in-review",
    "approved",
  ]);
  expect(approved.history.find(({ what }) => what === "changes-requested")?.note).toBe("Додайте ціну");
  expect(world.events.map(({ type }) => type)).toEqual([
    "post.submitted",
    "post.changes-requested",
    "post.submitted",
    "post.approved",
  ]);
});

it("is approved only in the version that was seen", async () => {
  const { id: postId } = await stored({ state: "in-review" });
  await editPost(world.deps, member("author"), { postId, version: 1, labels: ["інше"] });
  expect(code(await approvePost(world.deps, member(), { postId, version: 1 }))).toBe("changed-meanwhile");
});

it("is the same nothing in another workspace", async () => {
  const { id: postId } = await stored({ state: "draft" });
  const stranger = { ...member("owner"), workspaceId: "ws_2" };
  expect(code(await editPost(world.deps, stranger, { postId, version: 1 }))).toBe("not-found");
  expect(code(await approvePost(world.deps, stranger, { postId, version: 1 }))).toBe("not-found");
  expect(code(await checkPost(world.deps, stranger, { postId }))).toBe("not-found");
});

it("is checked for each channel by itself, with channel, actual and allowed figure", async () => {
  await world.assets.create(anAsset({ id: "asset_2", state: "pending", fileName: "live.png" }));
  const { id: postId } = await stored({
    channelIds: ["chan_1", "chan_2"],
    variants: { chan_2: { text: "a".repeat(502), mediaIds: ["asset_2"] } },
  });
  const [first, second] = unwrap(await checkPost(world.deps, member("viewer"), { postId }));
  expect(first).toEqual({ channelId: "chan_1", failures: [] });
  expect(second?.failures.map((failure) => [failure.code, failure.params?.channel])).toEqual([
    ["asset-not-ready", "Друга"],
    ["text-too-long", "Друга"],
  ]);
  expect(second?.failures[1]?.params).toMatchObject({ actual: 502, allowed: 500 });
});

it("refuses a cursor that is not of this list", async () => {
  expect(code(await listPosts(world.deps, member(), { limit: 10, cursor: "eyJhIjoxfQ" }))).toBe("invalid-cursor");
});

it("names the file and the channel in every failure about a file, in both languages", async () => {
  const files = [
    { id: "asset_2", fileName: "live.png", state: "pending" },
    { id: "asset_3", fileName: "old.png", state: "removed" },
    { id: "asset_4", fileName: "plan.webp", contentType: "image/webp" },
    { id: "asset_5", fileName: "huge.png", bytes: 39_000_000 },
    { id: "asset_6", fileName: "film.mp4", kind: "video", contentType: "video/mp4", durationMs: 36_000_000 },
  ] as const;
  for (const file of files) await world.assets.create(anAsset(file));
  const { id: postId } = await stored({ base: { text: "x", mediaIds: files.map(({ id }) => id) } });
  const [check] = unwrap(await checkPost(world.deps, member(), { postId }));
  for (const language of ["uk", "en"] as const) {
    const told = (check?.failures ?? []).map((failure) => failureText(language, failure).message);
    for (const { fileName } of files) {
      const ofFile = told.filter((message) => message.includes(fileName));
      expect([fileName, ofFile.length > 0]).toEqual([fileName, true]);
      for (const message of ofFile) expect(message).toContain("Листок");
    }
  }
});
