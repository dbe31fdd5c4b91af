import { expect, it } from "vitest";
import type { ChannelCall, Connector, WebhookRequest } from "./connector.ts";
import type { InboundMessage } from "./inbound.ts";
import type { PlatformDouble } from "./platform-double.ts";
import type { RepliesCapability } from "./replies.ts";

/** What a connector must keep to that answers and moderates comments. Part of `connectorContract`. */
export function replyContract(
  connector: Connector,
  replies: RepliesCapability,
  world: () => { double: PlatformDouble; call: ChannelCall },
): void {
  const { webhook } = connector;
  const now = () => Date.now();

  it("answers once, finds its answer, and recognises its own echo", async () => {
    const { double, call } = world();
    const [post] = await double.posts();
    const remoteId = await double.comment(post?.remoteId ?? "", "Чи є вегетаріанське?");
    const target = { kind: "comment" as const, remoteId };
    const wanted = { text: "Так, щодня три страви.", armedAt: now() };
    expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "absent" });
    const done = await replies.reply(call, target, wanted.text);
    if (done.kind !== "done" || !done.remoteId) throw new Error(JSON.stringify(done));
    expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "found", remoteId: done.remoteId });
    const echo = (await double.deliveries(3)).at(-1) as WebhookRequest;
    expect(webhook?.parse(Buffer.from(echo.rawBody).toString())).toMatchObject({
      value: [{ remoteId: done.remoteId, own: true }],
    });
  });

  it("leaves the outcome of an answer open when the platform's answer is lost", async () => {
    const { double, call } = world();
    const [post] = await double.posts();
    const target = { kind: "comment" as const, remoteId: await double.comment(post?.remoteId ?? "", "Питання") };
    await double.failNext("write", "lost-answer");
    const wanted = { text: "Відповідь", armedAt: now() };
    expect(await replies.reply(call, target, wanted.text)).toMatchObject({ kind: "unknown" });
    expect(await replies.findReply(call, target, wanted)).toMatchObject({ kind: "found" });
  });

  it("answers a comment in private once, and finds that answer though its own answer is lost, where it can", async () => {
    const { privateReply, capabilities } = connector.manifest;
    expect(capabilities.replyPrivately).toBe(privateReply !== undefined);
    if (!privateReply) return;
    const { double, call } = world();
    const [post] = await double.posts();
    const remoteId = await double.comment(post?.remoteId ?? "", "Скільки коштує торт на замовлення?");
    const { author: { remoteId: authorRemoteId } = {} } = await told(double, webhook, remoteId);
    expect(authorRemoteId).toBeDefined();
    const target = { kind: "comment" as const, remoteId, authorRemoteId, privately: true as const };
    const wanted = { text: "Надішлемо розрахунок сюди, в приватні.", armedAt: now() };
    expect(await replies.findReply(call, target, wanted)).toEqual({ kind: "absent" });
    await double.failNext("write", "lost-answer");
    expect(await replies.reply(call, target, wanted.text)).toMatchObject({ kind: "unknown" });
    const found = await replies.findReply(call, target, wanted);
    if (found.kind !== "found") throw new Error(JSON.stringify(found));
    const echo = await told(double, webhook, found.remoteId);
    expect(echo).toMatchObject({ own: true, messageKind: "direct", threadRemoteId: authorRemoteId });
    const again = await replies.reply(call, target, "Ще одне");
    expect(again).toMatchObject({ kind: "rejected", cause: { class: "duplicate" } });
    expect(await replies.findReply(call, { ...target, privately: undefined }, wanted)).toEqual({ kind: "absent" });
  });

  it("sets a state as often as asked", async () => {
    const { double, call } = world();
    const [post] = await double.posts();
    const target = { kind: "comment" as const, remoteId: await double.comment(post?.remoteId ?? "", "Спам") };
    const { hide, like, remove } = connector.manifest.capabilities;
    for (const _ of [1, 2]) {
      if (hide) expect(await replies.setHidden(call, target, true)).toMatchObject({ kind: "done" });
      if (like) expect(await replies.setLiked(call, target, true)).toMatchObject({ kind: "done" });
    }
    for (const _ of [1, 2]) if (remove) expect(await replies.remove(call, target)).toMatchObject({ kind: "done" });
  });
}

/** What the platform tells of a message, once it does. */
async function told(double: PlatformDouble, webhook: Connector["webhook"], remoteId: string): Promise<InboundMessage> {
  for (let count = 1; ; count++) {
    const delivery = (await double.deliveries(count))[count - 1];
    const items = delivery && webhook?.parse(Buffer.from(delivery.rawBody).toString());
    const found = items?.ok
      ? items.value.find((item) => item.kind === "message" && item.remoteId === remoteId)
      : undefined;
    if (found?.kind === "message") return found;
  }
}
