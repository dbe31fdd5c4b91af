import { expect, it } from "vitest";
import type { EditPost } from "#core/content/index.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { aChannel, anAsset, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { cancelPost, cancelPublication } from "./cancel-publication.ts";
import { handlePublishMessage } from "./handle-publish-message.ts";
import { publicationIdOf } from "./model.ts";
import { listPublications } from "./read-publications.ts";
import { reschedulePublication } from "./reschedule-publication.ts";
import { revisePost } from "./revise-post.ts";
import { schedulePost } from "./schedule-post.ts";

const id = publicationIdOf("post_1", "chan_1");
const noon = { at: "2026-11-23T12:00" };
const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);

async function world(change: Parameters<typeof aPost>[0] = {}) {
  const made = publishingWorld();
  made.channelItems.set("chan_1", aChannel());
  await made.assets.create(anAsset());
  await made.posts.create(aPost(change));
  return made;
}
const scheduled = async (change: Parameters<typeof aPost>[0] = {}) => {
  const made = await world(change);
  unwrap(await schedulePost(made.deps, member(), { postId: "post_1", when: noon }));
  return made;
};

const revise = async (made: Awaited<ReturnType<typeof world>>, change: Partial<EditPost>) => {
  const { version = 0 } = (await made.posts.get("ws_1", "post_1")) ?? {};
  return revisePost(made.deps, member(), { postId: "post_1", version, ...change });
};

it("keeps the instant and the zone in which it was chosen", async () => {
  const { publication } = await scheduled();
  const { dueAt, timeZone } = await publication(id);
  expect(new Date(dueAt).toISOString()).toBe("2026-11-23T10:00:00.000Z");
  expect(timeZone).toBe("Europe/Kyiv");
});

it("takes the slot that is next and free, each post its own", async () => {
  const made = await world();
  made.channelItems.set("chan_1", aChannel({ slots: [{ weekday: 2, time: "09:00" }] }));
  await made.posts.create(aPost({ id: "post_2" }));
  const dues: string[] = [];
  for (const postId of ["post_1", "post_2"]) {
    const [done] = unwrap(await schedulePost(made.deps, member(), { postId, when: { slot: "next" } }));
    dues.push(new Date(done?.publication.dueAt ?? 0).toISOString());
  }
  expect(dues).toEqual(["2026-11-24T07:00:00.000Z", "2026-12-01T07:00:00.000Z"]);
});

it("says which clock change moved a time", async () => {
  const made = await world();
  const when = { at: "2027-03-28T03:30" };
  const [done] = unwrap(await schedulePost(made.deps, member(), { postId: "post_1", when }));
  expect(done?.clockChange).toBe("skipped");
});

it.each([
  ["due-in-past", { at: "2026-11-23T10:00:04" }],
  ["due-too-far", { at: "2029-01-01T10:00" }],
  ["no-free-slot", { slot: "next" as const }],
])("refuses a time with %s and stores nothing", async (expected, when) => {
  const made = await world();
  expect(code(await schedulePost(made.deps, member(), { postId: "post_1", when }))).toBe(expected);
  expect(made.publications.all()).toEqual([]);
  expect((await made.posts.get("ws_1", "post_1"))?.state).toBe("approved");
});

it("schedules only what is approved, by those who may", async () => {
  const made = await world({ state: "draft" });
  const input = { postId: "post_1", when: noon };
  expect(code(await schedulePost(made.deps, member(), input))).toBe("post-not-approved");
  expect(code(await schedulePost(made.deps, member("author"), input))).toBe("forbidden");
  const other = { ...member(), workspaceId: "ws_2" };
  expect(code(await schedulePost(made.deps, other, input))).toBe("not-found");
});

it("names every broken rule with its channel and figures, and stores nothing", async () => {
  const made = await world({ base: { text: "a".repeat(501), mediaIds: [] } });
  const refused = await schedulePost(made.deps, member(), { postId: "post_1", when: noon });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "post-breaks-rules", details: [{ params: { channel: "Листок", actual: 501, allowed: 500 } }] },
  });
  expect(made.publications.all()).toEqual([]);
});

it("refuses a channel that has lost its access", async () => {
  const made = await world();
  made.channelItems.set("chan_1", aChannel({ state: "reconnect" }));
  expect(code(await schedulePost(made.deps, member(), { postId: "post_1", when: noon }))).toBe(
    "channel-needs-reconnect",
  );
});

it("answers the same publication when the same request is repeated, and refuses another time", async () => {
  const made = await scheduled();
  const again = unwrap(await schedulePost(made.deps, member(), { postId: "post_1", when: noon }));
  expect(again.map(({ publication }) => publication.id)).toEqual([id]);
  const other = await schedulePost(made.deps, member(), { postId: "post_1", when: { at: "2026-11-23T13:00" } });
  expect(code(other)).toBe("already-scheduled");
});

it("moves a publication up to its claim, then says that it is too late", async () => {
  const made = await scheduled();
  const moved = await reschedulePublication(made.deps, member(), {
    publicationId: id,
    when: { at: "2026-11-23T10:01:00" },
  });
  expect(code(moved)).toBe("ok");
  await made.settle();
  const { publishedAt, dueAt } = await made.publication(id);
  expect(publishedAt).toBe(dueAt);
  const late = await reschedulePublication(made.deps, member(), { publicationId: id, when: { now: true } });
  expect(late).toMatchObject({ ok: false, error: { code: "publication-too-late", params: { state: "published" } } });
});

it("does not publish at the old time what was moved to a later one", async () => {
  const made = await world();
  unwrap(await schedulePost(made.deps, member(), { postId: "post_1", when: { at: "2026-11-23T10:00:30" } }));
  unwrap(await reschedulePublication(made.deps, member(), { publicationId: id, when: noon }));
  await made.settle();
  const { publishedAt, dueAt } = await made.publication(id);
  expect(publishedAt).toBe(dueAt);
  expect(made.platform.posts).toHaveLength(1);
});

it("publishes nothing that was canceled, and frees the post", async () => {
  const made = await scheduled();
  unwrap(await cancelPublication(made.deps, member(), { publicationId: id }));
  await made.settle();
  expect(made.platform.posts).toHaveLength(0);
  expect((await made.publication(id)).state).toBe("canceled");
  expect((await made.posts.get("ws_1", "post_1"))?.state).toBe("approved");
});

it("schedules anew what was canceled, or has failed", async () => {
  const made = await scheduled();
  unwrap(await cancelPublication(made.deps, member(), { publicationId: id }));
  unwrap(await schedulePost(made.deps, member(), { postId: "post_1", when: noon }));
  const cause = { class: "blocked", code: "368", message: "no" } as const;
  made.platform.next({ answers: { kind: "rejected", cause } });
  await made.settle();
  expect((await made.publication(id)).state).toBe("failed");
  unwrap(await reschedulePublication(made.deps, member(), { publicationId: id, when: { now: true } }));
  await made.settle();
  const publication = await made.publication(id);
  expect(publication).toMatchObject({ state: "published" });
  expect(publication.failure).toBeUndefined();
});

it("brings a post back to the calendar with its publication, so that edits reach it again", async () => {
  const made = await scheduled();
  unwrap(await cancelPublication(made.deps, member(), { publicationId: id }));
  unwrap(await reschedulePublication(made.deps, member(), { publicationId: id, when: noon }));
  expect((await made.posts.get("ws_1", "post_1"))?.state).toBe("scheduled");
});

it("does not schedule anew what lost its approval after it was canceled, nor publish its unapproved text", async () => {
  const made = await scheduled();
  unwrap(await cancelPublication(made.deps, member(), { publicationId: id }));
  const post = await made.posts.get("ws_1", "post_1");
  if (!post) throw new Error("no post");
  const unapproved = {
    ...post,
    state: "in-review" as const,
    revision: post.revision + 1,
    base: { text: "?", mediaIds: [] },
  };
  await made.posts.save(unapproved);
  const again = await reschedulePublication(made.deps, member(), { publicationId: id, when: noon });
  expect(code(again)).toBe("post-not-approved");

  const publication = await made.publication(id);
  const { dueAt } = publication;
  await made.publications.save({ ...publication, state: "scheduled", nextAt: dueAt, wakeAt: dueAt });
  await made.settle();
  expect(made.platform.posts.map(({ text }) => text)).toEqual(["Осіннє меню"]);
});

it("gives a post up with everything that waits for its time", async () => {
  const made = await scheduled();
  const { version = 0 } = (await made.posts.get("ws_1", "post_1")) ?? {};
  const done = unwrap(await cancelPost(made.deps, member(), { postId: "post_1", version }));
  expect(done.state).toBe("canceled");
  expect(made.events.slice(-2)).toMatchObject([
    { type: "publication.canceled" },
    { type: "post.canceled", data: { postId: "post_1" } },
  ]);
  await made.settle();
  expect(made.platform.posts).toHaveLength(0);
});

it("publishes an edit that came before the claim, and tells for which channel one came too late", async () => {
  const made = await scheduled();
  const edit = async (text: string) => revise(made, { base: { text, mediaIds: [] } });
  expect(unwrap(await edit("Зимове меню")).tooLate).toEqual([]);
  expect((await made.publication(id)).content.text).toBe("Зимове меню");
  await made.settle();
  expect(made.platform.posts.map(({ text }) => text)).toEqual(["Зимове меню"]);
  expect(unwrap(await edit("Весняне меню")).tooLate.map((late) => late.id)).toEqual([id]);
});

it("calls no edit too late that leaves what has appeared as it is", async () => {
  const made = await scheduled();
  await made.settle();
  const late = async (change: Partial<EditPost>) => unwrap(await revise(made, change)).tooLate.map((one) => one.id);
  expect(await late({ notes: "Для колег", topic: "Меню", labels: ["осінь"] })).toEqual([]);
  made.links.set({ tag: true, shorten: false, utm: { source: "{platform}" } });
  expect(await late({ notes: null })).toEqual([]);
  expect(await late({ base: { text: "Зимове меню", mediaIds: [] } })).toEqual([id]);
  // The same once more, by somebody who heard no answer.
  expect(await late({ base: { text: "Зимове меню", mediaIds: [] } })).toEqual([id]);
  expect(await late({ notes: "Знову" })).toEqual([]);
  expect(await late({ base: { text: "Осіннє меню", mediaIds: [] } })).toEqual([]);
  expect(await late({ variants: { chan_1: { text: "Осіннє меню" } } })).toEqual([]);
});

it("publishes the newest content even if the function that edited died half-way", async () => {
  const made = await scheduled();
  const post = await made.posts.get("ws_1", "post_1");
  if (post) await made.posts.save({ ...post, revision: 2, base: { text: "Зимове меню", mediaIds: [] } });
  await made.settle();
  expect(made.platform.posts.map(({ text }) => text)).toEqual(["Зимове меню"]);
});

it("lets one of two workers publish when a message is delivered twice at once", async () => {
  const made = await world();
  unwrap(await schedulePost(made.deps, member(), { postId: "post_1", when: { now: true } }));
  const message = { kind: "publish" as const, workspaceId: "ws_1", publicationId: id, at: made.clock.nowMs() };
  const outcomes = await Promise.all([1, 2, 3].map(() => handlePublishMessage(made.deps, message)));
  expect(outcomes.filter(({ outcome }) => outcome === "published")).toHaveLength(1);
  expect(made.platform.visibleCalls).toBe(1);
});

it("lists a range in order, page by page, and refuses a foreign cursor", async () => {
  const made = await scheduled();
  await made.posts.create(aPost({ id: "post_2" }));
  unwrap(await schedulePost(made.deps, member(), { postId: "post_2", when: { at: "2026-11-23T11:00" } }));
  const range = { from: 0, to: Date.parse("2027-01-01T00:00:00Z"), limit: 1 };
  const first = unwrap(await listPublications(made.deps, member("viewer"), range));
  const second = unwrap(await listPublications(made.deps, member("viewer"), { ...range, cursor: first.cursor }));
  expect([...first.items, ...second.items].map(({ postId }) => postId)).toEqual(["post_2", "post_1"]);
  expect(second.cursor).toBeUndefined();
  expect(code(await listPublications(made.deps, member(), { ...range, cursor: "e30" }))).toBe("invalid-cursor");
});
