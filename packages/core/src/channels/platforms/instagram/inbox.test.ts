import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import { connectDouble } from "../../platform-double.ts";
import type { Poll } from "../../reviews.ts";
import { instagram } from "./index.ts";
import { replies } from "./replies.ts";
import { type InstagramDouble, instagramDouble } from "./test-support/sandbox-double.ts";

let double: InstagramDouble;
let call: ChannelCall;
let deliveries = 0;

beforeAll(async () => {
  double = await instagramDouble();
  ({ call } = await connectDouble(instagram, double));
  unwrap((await instagram.auth.subscribe?.(call, double.app)) ?? { ok: true, value: undefined });
});
afterAll(() => double.stop());

const act = async (name: string, input: object) =>
  ((await double.control("POST", `instagram/accounts/${double.accountId}/${name}`, input)) as { id: string }).id;
const person = "Ірина Бойко";

/** What the next delivery tells. */
const told = async () => {
  deliveries += 1;
  const request = (await double.deliveries(deliveries))[deliveries - 1];
  return unwrap(instagram.webhook?.parse(Buffer.from(request?.rawBody ?? "").toString()) ?? { ok: true, value: [] });
};
const listed = async (poll: Poll | undefined) => {
  const page = await poll?.({ ...call, nowMs: Date.now() });
  return unwrap(page ?? { ok: true as const, value: { entries: [] } }).entries.flatMap(({ items }) => items);
};

describe("direct messages", () => {
  it("are told alike by webhook and list, people's and the account's own", async () => {
    const remoteId = await act("message", { person, message: "Чи відчинено в неділю?" });
    const [theirs] = await told();
    expect(theirs).toMatchObject({ messageKind: "direct", remoteId, own: false });
    const { threadRemoteId = "" } = theirs?.kind === "message" ? theirs : {};
    const target = { kind: "direct" as const, remoteId, authorRemoteId: threadRemoteId };
    const wanted = { text: "Так, з 9:00.", armedAt: Date.now() };
    expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "absent" });
    const done = await replies.reply(call, target, wanted.text);
    const [ours] = await told();
    expect(ours).toMatchObject({ own: true, threadRemoteId, text: wanted.text });
    expect(done).toEqual({ kind: "done", remoteId: ours?.kind === "message" ? ours.remoteId : "" });
    expect(await replies.findReply(call, target, wanted)).toMatchObject({ kind: "found" });

    const list = await listed(instagram.inbox?.conversations);
    for (const item of [theirs, ours]) {
      if (item?.kind !== "message") throw new Error("not a message");
      // A list knows whole seconds and the names of people.
      const { occurredAt, author, ...same } = item;
      expect(list).toContainEqual(
        expect.objectContaining({ ...same, occurredAt: Math.floor(occurredAt / 1000) * 1000 }),
      );
      expect(author?.remoteId).toBeTruthy();
    }
  });

  it("go to nobody who never wrote", async () => {
    const stranger = { kind: "direct" as const, remoteId: "m", authorRemoteId: "404" };
    expect(await replies.reply(call, stranger, "Вітаємо")).toMatchObject({
      kind: "rejected",
      cause: { class: "not-found" },
    });
  });
});

describe("comments and mentions", () => {
  it("put a reply below its comment, in the list as in the webhook", async () => {
    await double.control("PUT", "instagram/settings", { imageProcessingMs: 0 });
    const content = {
      text: "Допис",
      media: [{ kind: "image" as const, url: double.media.image, contentType: "image/jpeg", altText: "" }],
    };
    let receipts = {};
    for (let step = instagram.publish?.nextStep(content, receipts); step; ) {
      const answer = await step.run({ ...call, nowMs: Date.now() });
      if (answer.kind === "published") break;
      if (answer.kind !== "pending") throw new Error(JSON.stringify(answer));
      receipts = { ...receipts, ...answer.receipts };
      step = instagram.publish?.nextStep(content, receipts);
    }
    const [post] = await double.posts();
    const first = await double.comment(post?.remoteId ?? "", "Смачно!");
    const top = await told();
    await double.comment(first, "І мені");
    const [reply] = await told();
    expect(reply).toMatchObject({ threadRemoteId: first, parentRemoteId: first, postRemoteId: post?.remoteId });
    const list = await listed(instagram.inbox?.comments);
    expect(list).toHaveLength(2);
    expect(list).toEqual(expect.arrayContaining([...top, reply]));

    // An answer to the reply stands below the comment that the reply answers.
    const target = { kind: "comment" as const, remoteId: "of-the-reply", parentRemoteId: first };
    expect(await replies.reply(call, target, "Дякуємо!")).toMatchObject({ kind: "done" });
    expect(await told()).toMatchObject([{ own: true, threadRemoteId: first, text: "Дякуємо!" }]);
    expect(
      (await listed(instagram.inbox?.comments)).filter((item) => item.kind === "message" && item.own),
    ).toHaveLength(1);
  });

  it.each(["caption", "comment"])(
    "give the words of a mention in a %s, of which the webhook tells where",
    async (place) => {
      const remoteId = await act("mention", { person, message: "Найкраща кава — @lystok.coffee", in: place });
      const [notice] = await told();
      expect(notice).toMatchObject({ kind: "notice", about: "mention", remoteId });
      if (notice?.kind !== "notice" || notice.about !== "mention") throw new Error("no mention");
      expect(notice.postRemoteId === remoteId).toBe(place === "caption");
      expect(await instagram.inbox?.mention?.(call, notice)).toMatchObject({
        ok: true,
        value: {
          ...{ messageKind: "mention", remoteId, threadRemoteId: remoteId, postRemoteId: notice.postRemoteId },
          ...{
            own: false,
            text: "Найкраща кава — @lystok.coffee",
            author: { remoteId: "@ірина.бойко", name: "ірина.бойко" },
          },
        },
      });
      const wrongPlace = { remoteId, postRemoteId: place === "caption" ? "404" : remoteId };
      for (const lost of [
        { remoteId: "404", postRemoteId: "404" },
        { remoteId: "404", postRemoteId: "405" },
        wrongPlace,
      ]) {
        expect(await instagram.inbox?.mention?.(call, lost)).toMatchObject({
          ok: false,
          error: { class: "not-found" },
        });
      }
      const notPossible = { kind: "rejected", cause: { code: "not-possible-here" } };
      expect(await replies.reply(call, { kind: "mention", remoteId }, "Дякуємо")).toMatchObject(notPossible);
    },
  );

  it("cannot be liked, because Instagram offers no call for it", async () => {
    const liked = await replies.setLiked(call, { kind: "comment", remoteId: "1" }, true);
    expect(liked).toMatchObject({ kind: "rejected", cause: { code: "not-possible-here" } });
  });
});
