import * as v from "valibot";
import { beforeEach, expect, it } from "vitest";
import type { Member } from "#core/access/index.ts";
import type { Role } from "#core/kernel/actor.ts";
import type { Mail } from "#core/kernel/mail.ts";
import { type Result, unwrap } from "#core/kernel/result.ts";
import { readReview } from "#core/publishing/index.ts";
import { memoryReviewLinks } from "#tests/support/memory-review-links.ts";
import {
  aChannel,
  anAsset,
  aPost,
  aPublication,
  member,
  type PublishingWorld,
  publishingWorld,
} from "#tests/support/publishing-world.ts";
import { suspensionIdOf } from "../mailing/index.ts";
import { type AnswerReview, answerReview } from "./answer-review.ts";
import { editPost } from "./edit-post.ts";
import { postReviewedOutside } from "./events.ts";
import { listReviewLinks, makeReviewLink, revokeReviewLink } from "./make-review-link.ts";
import type { Post } from "./model.ts";
import { shownDigest } from "./review-link.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

let world: PublishingWorld;
let members: Map<string, Member>;
let links: ReturnType<typeof memoryReviewLinks>;
let deps: ReturnType<typeof depsOf>;

const workspaceId = "ws_00000000000000000000000001";
const roleHolder = (role: Role) => ({ ...member(role), workspaceId });
const aMember = (role: Role, language: "uk" | "en" = "uk"): Member => ({
  id: `mem_${role}`,
  workspaceId,
  email: `${role}@lystok.example`,
  name: role,
  role,
  language,
  createdAt: 0,
});
const depsOf = () => ({
  ...world.deps,
  reviewLinks: links,
  members: { get: async (_workspaceId: string, id: string) => members.get(id) ?? null },
  publicUrl: "https://dopys.example",
});

beforeEach(async () => {
  world = publishingWorld();
  links = memoryReviewLinks();
  members = new Map([aMember("manager"), aMember("author", "en")].map((one) => [one.id, one]));
  deps = depsOf();
  world.channelItems.set("chan_1", aChannel());
  world.channelItems.set("chan_2", aChannel({ id: "chan_2", name: "Друга" }));
  await world.assets.create(anAsset({ workspaceId }));
});

const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
const written = async (change: Partial<Post> = {}) => {
  const post = aPost({
    workspaceId,
    state: "in-review",
    base: { text: "Осіннє меню", mediaIds: ["asset_1"] },
    ...change,
  });
  await world.posts.create(post);
  return post;
};
const stored = async (): Promise<Post> => (await world.posts.get(workspaceId, "post_1")) ?? aPost();
const linkBy = async (role: Role, days = 7) =>
  unwrap(await makeReviewLink(deps, roleHolder(role), { postId: "post_1", language: "uk", days }));
const tokenOf = ({ url }: { url: string }): string => url.replace("https://dopys.example/review/", "");
const answer = async (token: string, change: Partial<AnswerReview> = {}) =>
  answerReview(deps, token, { seen: shownDigest(await stored()), name: "Олена", verdict: "approve", ...change });
const edit = async (role: Role, text: string) => {
  const { version } = await stored();
  const input = { postId: "post_1", version, base: { text, mediaIds: ["asset_1"] } };
  return unwrap(await editPost(deps, roleHolder(role), input));
};

it("shows the post as each channel will, and nothing of the workspace besides", async () => {
  await written({
    channelIds: ["chan_1"],
    variants: { chan_1: { text: "Своє" } },
    notes: "секретна нотатка",
    topic: "секретна тема",
    labels: ["секретна мітка"],
    history: [{ at: 1, by: "mem_author", what: "submitted", note: "секретний коментар" }],
  });
  await world.publications.create(aPublication({ workspaceId, dueAt: 5_000_000 }));
  const page = unwrap(await readReview(deps, tokenOf(await linkBy("manager"))));
  expect(page.channels.map(({ name, content, media }) => [name, content.text, media[0]?.url])).toEqual([
    ["Листок", "Своє", "https://bucket.example/media/ws_1/asset_1"],
  ]);
  expect(page.channels[0]?.publication?.dueAt).toBe(5_000_000);
  expect(page.answer).toBeUndefined();
  expect(JSON.stringify(page)).not.toContain("секретн");
});

it("approves the post when its maker may approve, in the reviewer's name", async () => {
  await written();
  const token = tokenOf(await linkBy("manager"));
  unwrap(await answer(token, { note: "Чудово" }));
  const post = await stored();
  expect(post.state).toBe("approved");
  expect(post.history.at(-1)).toMatchObject({ by: "external:Олена", what: "approved", note: "Чудово" });
  expect(world.events.map(({ type, actor }) => [type, actor])).toEqual([
    ["post.reviewed-outside", "external:Олена"],
    ["post.approved", "external:Олена"],
  ]);
  expect(unwrap(await readReview(deps, token)).answer).toMatchObject({ isCurrent: true });
});

it("sends the post back with what to change", async () => {
  await written();
  const token = tokenOf(await linkBy("manager"));
  expect(code(await answer(token, { verdict: "request-changes", note: "  " }))).toBe("note-missing");
  unwrap(await answer(token, { verdict: "request-changes", note: "Без цін" }));
  expect(await stored()).toMatchObject({ state: "changes-requested" });
});

it.each([
  ["of an author", async () => linkBy("author")],
  [
    "of a manager who is an author now",
    async () => {
      const made = await linkBy("manager");
      members.set("mem_manager", { ...aMember("manager"), role: "author" });
      return made;
    },
  ],
  [
    "of a manager who is gone",
    async () => {
      const made = await linkBy("manager");
      members.delete("mem_manager");
      return made;
    },
  ],
  [
    "of an author who is a manager now",
    async () => {
      const made = await linkBy("author");
      members.set("mem_author", { ...aMember("author"), role: "manager" });
      return made;
    },
  ],
])("keeps the answer through a link %s as an opinion", async (_whose, make) => {
  await written();
  const token = tokenOf(await make());
  unwrap(await answer(token));
  const post = await stored();
  expect(post.state).toBe("in-review");
  expect(post.history.at(-1)).toMatchObject({ what: "endorsed", by: "external:Олена" });
  expect(world.events.map(({ type }) => type)).toEqual(["post.reviewed-outside"]);
});

it("keeps it as an opinion, too, when the post is on the calendar already", async () => {
  await written({ state: "scheduled" });
  unwrap(await answer(tokenOf(await linkBy("manager")), { verdict: "request-changes", note: "Пізно?" }));
  expect(await stored()).toMatchObject({ state: "scheduled" });
  expect((await stored()).history.at(-1)).toMatchObject({ what: "objected", note: "Пізно?" });
});

it("is answered once for each version, through each link", async () => {
  await written();
  const [first, second] = [tokenOf(await linkBy("author")), tokenOf(await linkBy("author"))];
  unwrap(await answer(first));
  expect(code(await answer(first, { verdict: "request-changes", note: "ні" }))).toBe("review-answered");
  unwrap(await answer(second));
  await edit("author", "Нове меню");
  unwrap(await answer(first, { verdict: "request-changes", note: "Було краще" }));
  expect((await stored()).history.filter(({ outside }) => outside)).toHaveLength(3);
});

it("does not take an answer to what is not shown any more", async () => {
  await written();
  const token = tokenOf(await linkBy("manager"));
  const { seen } = unwrap(await readReview(deps, token));
  await edit("author", "Інше");
  expect(code(await answer(token, { seen }))).toBe("review-outdated");
  expect((await stored()).state).toBe("in-review");
});

it("asks again after any edit of what was approved from outside, and not for notes among colleagues", async () => {
  await written();
  const token = tokenOf(await linkBy("manager"));
  unwrap(await answer(token));
  const { version } = await stored();
  const noted = { postId: "post_1", version, notes: "для своїх" };
  expect(unwrap(await editPost(deps, roleHolder("manager"), noted)).state).toBe("approved");
  expect((await edit("manager", "Меню з цінами")).state).toBe("in-review");
  expect(unwrap(await readReview(deps, token)).answer).toMatchObject({ isCurrent: false });
  unwrap(await answer(token));
  expect((await stored()).state).toBe("approved");
});

it("lets an approver's own approval stand through the approver's edit", async () => {
  await written({ state: "approved", history: [{ at: 1, by: "mem_manager", what: "approved" }] });
  expect((await edit("manager", "Меню з цінами")).state).toBe("approved");
});

it("gives one and the same answer to everything that is no open link", async () => {
  await written();
  const good = tokenOf(await linkBy("manager"));
  const other = tokenOf(await linkBy("manager"));
  const [ws, id, secret] = [good.slice(0, 26), good.slice(26, 52), good.slice(52)];
  const expired = tokenOf(await linkBy("manager", 1));
  const revoked = await linkBy("manager");
  unwrap(await revokeReviewLink(deps, roleHolder("manager"), { postId: "post_1", linkId: revoked.link.id }));
  world.clock.advance(2 * 86_400_000);
  const flipped = `${secret.slice(0, -2)}${secret.at(-2) === "A" ? "B" : "A"}${secret.at(-1)}`;
  const bad = {
    empty: "",
    "another's secret": `${ws}${id}${other.slice(52)}`,
    "one letter off": `${ws}${id}${flipped}`,
    shorter: good.slice(0, -1),
    longer: `${good}A`,
    "the hash instead of the secret": `${ws}${id}${(await links.get(workspaceId, `rvl_${id}`))?.secretHash}`,
    "another workspace": `00000000000000000000000002${id}${secret}`,
    "another id": `${ws}00000000000000000000000000${secret}`,
    expired,
    revoked: tokenOf(revoked),
  };
  for (const [what, token] of Object.entries(bad)) {
    expect([what, code(await readReview(deps, token))]).toEqual([what, "review-link-invalid"]);
    expect([what, code(await answer(token))]).toEqual([what, "review-link-invalid"]);
  }
  expect(code(await readReview(deps, good))).toBe("ok");
  await world.posts.save({ ...(await stored()), state: "canceled" });
  expect(code(await readReview(deps, good))).toBe("review-link-invalid");
  expect((await stored()).history).toEqual([]);
});

it("is closed from the instant it ends", async () => {
  await written();
  const token = tokenOf(await linkBy("manager", 1));
  world.clock.advance(86_400_000 - 1);
  expect(code(await readReview(deps, token))).toBe("ok");
  world.clock.advance(1);
  expect(code(await readReview(deps, token))).toBe("review-link-invalid");
});

it("is made and revoked by those who write, for posts of their own workspace, twenty at a time", async () => {
  await written();
  const input = { postId: "post_1", language: "uk", days: 7 } as const;
  const stranger = { ...roleHolder("owner"), workspaceId: "ws_00000000000000000000000002" };
  expect(code(await makeReviewLink(deps, roleHolder("viewer"), input))).toBe("forbidden");
  expect(code(await makeReviewLink(deps, stranger, input))).toBe("not-found");
  const { link } = await linkBy("manager");
  expect(code(await revokeReviewLink(deps, roleHolder("viewer"), { ...input, linkId: link.id }))).toBe("forbidden");
  expect(code(await revokeReviewLink(deps, stranger, { ...input, linkId: link.id }))).toBe("not-found");
  expect(code(await listReviewLinks(deps, stranger, input))).toBe("not-found");
  for (let count = 1; count < 20; count++) await linkBy("author");
  expect(code(await makeReviewLink(deps, roleHolder("manager"), input))).toBe("too-many-review-links");
  unwrap(await revokeReviewLink(deps, roleHolder("author"), { ...input, linkId: link.id }));
  expect(code(await makeReviewLink(deps, roleHolder("manager"), input))).toBe("ok");
});

it("keeps nothing that would open the page", async () => {
  await written();
  const made = await linkBy("manager");
  const secret = tokenOf(made).slice(52);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(JSON.stringify([await links.get(workspaceId, made.link.id), await stored(), world.events])).not.toContain(
    secret,
  );
});

it("tells the author and the maker of the link by mail, each in their language, with the words escaped", async () => {
  await written();
  unwrap(await answer(tokenOf(await linkBy("manager")), { name: "<b>Олена</b>", note: "Ціни & дати" }));
  const mails: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      mails.push(mail);
      return { messageId: "m" };
    },
  };
  const suspended: string[] = [];
  const suspensions = {
    get: async (_: string, id: string) =>
      suspended.includes(id) ? { workspaceId, id, because: "bounced" as const, at: 0, version: 1 } : null,
  };
  const tell = (event = world.events[0]) =>
    tellOfAnswer({ ...deps, mailer, suspensions }, v.parse(postReviewedOutside.schema, event));
  await tell();
  expect(mails.map(({ to, subject }) => [to.address, subject])).toEqual([
    ["author@lystok.example", 'Approved from outside: "Осіннє меню" (<b>Олена</b>)'],
    ["manager@lystok.example", "Схвалено ззовні: «Осіннє меню» (<b>Олена</b>)"],
  ]);
  expect(mails[0]?.html).not.toContain("<b>");
  expect(mails[0]?.html).toContain("Ціни &#38; дати");
  expect(mails[0]?.text).toContain("https://dopys.example/posts/post_1");
  await tell();
  expect(mails).toHaveLength(2);
  suspended.push(suspensionIdOf(workspaceId, "author@lystok.example"));
  await edit("author", "Нове меню");
  unwrap(await answer(tokenOf(await linkBy("manager"))));
  await tell(world.events.findLast(({ type }) => type === postReviewedOutside.type));
  expect(mails.slice(2).map(({ to }) => to.address)).toEqual(["manager@lystok.example"]);
});
