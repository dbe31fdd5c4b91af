import * as v from "valibot";
import { expect, it } from "vitest";
import type { ChannelCall, Connector, WebhookRequest } from "./connector.ts";
import { inboundItemSchema } from "./inbound.ts";
import type { PlatformDouble } from "./platform-double.ts";
import type { ReviewsCapability } from "./reviews.ts";

/** What a connector must keep to whose reviews are announced and fetched. Part of `connectorContract`. */
export function reviewContract(
  connector: Connector,
  reviews: ReviewsCapability,
  world: () => { double: PlatformDouble; call: ChannelCall },
): void {
  const { webhook, replies } = connector;
  const now = () => Date.now();
  const review = async (rating: number, text: string): Promise<string> => {
    const { double } = world();
    if (!double.review) throw new Error("The double takes no reviews");
    return double.review(rating, text);
  };

  it("lists reviews, what changed last first, and fetches each as the list tells it", async () => {
    const { call } = world();
    const remoteIds = [await review(5, "Чудово"), await review(2, "Холодна кава 🥶")];
    const page = await reviews.list(call);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    const [newest, older] = page.value.entries;
    expect(newest?.sortedAt).toBeGreaterThanOrEqual(older?.sortedAt ?? Number.NaN);
    expect(page.value.completeSince).toBe(page.value.entries.at(-1)?.sortedAt);
    expect(page.value).toMatchObject({ isWhole: true, total: page.value.entries.length });
    v.parse(v.array(inboundItemSchema), newest?.items);
    const says = page.value.entries
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === "review" && item.rating);
    expect(says).toContainEqual(expect.objectContaining({ remoteId: remoteIds[0], rating: 5, text: "Чудово" }));
    expect(await reviews.fetch(call, remoteIds[1] ?? "")).toEqual({ ok: true, value: newest?.items });
    expect(newest?.items[0]).toMatchObject({ remoteId: remoteIds[1], channelRemoteId: call.channelRemoteId });
    const nowhere = await reviews.fetch(call, `${remoteIds[1]}0`);
    expect(nowhere).toMatchObject({ ok: false, error: { class: "not-found" } });
  });

  if (webhook) {
    it("is told which review appeared, by whom the operator has named and nobody else", async () => {
      const { double, call } = world();
      const { app } = double;
      expect(await connector.auth.subscribe?.(call, app)).toMatchObject({ ok: true });
      const remoteId = await review(4, "Добре");
      const delivery = (await double.deliveries(1)).at(-1) as WebhookRequest;
      expect(await webhook.verify(delivery, app)).toBe(true);
      expect(await webhook.verify({ ...delivery, headers: {} }, app)).toBe(false);
      expect(await webhook.verify(delivery, { ...app, push: undefined })).toBe(false);
      const items = webhook.parse(Buffer.from(delivery.rawBody).toString());
      expect(items).toMatchObject({
        value: [{ kind: "notice", about: "review", remoteId, channelRemoteId: call.channelRemoteId }],
      });
    });
  }

  if (replies) {
    it("answers a review once, finds its answer there, and takes it away as often as asked", async () => {
      const { call } = world();
      const target = { kind: "review" as const, remoteId: await review(3, "Непогано") };
      const wanted = { text: "Дякуємо, виправимось ☕️", armedAt: now() };
      expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "absent" });
      const done = await replies.reply(call, target, wanted.text);
      if (done.kind !== "done" || !done.remoteId) throw new Error(JSON.stringify(done));
      expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "found", remoteId: done.remoteId });
      const told = await reviews.fetch(call, target.remoteId);
      const answers = told.ok ? told.value.filter((item) => item.kind === "message") : [];
      expect(answers).toMatchObject([
        { remoteId: done.remoteId, own: true, text: wanted.text, threadRemoteId: target.remoteId },
      ]);
      const own = { kind: "comment" as const, remoteId: done.remoteId };
      for (const _ of [1, 2]) expect(await replies.remove(call, own)).toMatchObject({ kind: "done" });
      expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "absent" });
    });

    it("leaves the outcome of an answer to a review open when the platform's answer is lost", async () => {
      const { double, call } = world();
      for (const how of ["lost-answer", "cut-off"] as const) {
        const target = { kind: "review" as const, remoteId: await review(1, `Погано: ${how}`) };
        const wanted = { text: "Вибачте нам", armedAt: now() };
        await double.failNext("write", how);
        expect(await replies.reply(call, target, wanted.text)).toMatchObject({ kind: "unknown" });
        expect((await replies.findReply(call, target, wanted)).kind).toBe(how === "lost-answer" ? "found" : "absent");
      }
    });
  }
}
