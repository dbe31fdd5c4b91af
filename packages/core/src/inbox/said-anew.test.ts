import { describe, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach } from "#tests/support/intake-rig.ts";
import type { InboundMessage, InboundReview } from "../channels/inbound.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { reviewIdOf } from "../reviews/index.ts";
import { handleDelivery, markThread, messageIdOf, threadIdOf } from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
let postedAt: number;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
  postedAt = clock.nowMs();
});

const day = 86_400_000;
const now = () => clock.nowMs();
const deliver = (...items: (InboundMessage | InboundReview)[]) => handleDelivery(rig, rig.delivery(items));
const thread = (remoteId: string) => rig.threads.get(actor.workspaceId, threadIdOf("chan_1", remoteId));
const done = async (remoteId: string) =>
  unwrap(await markThread(rig, actor, { threadId: threadIdOf("chan_1", remoteId), state: "done" }));

describe("a review that was answered and done", () => {
  const says = (change: Partial<InboundReview>) =>
    deliver({
      ...{ kind: "review", change: "edited", channelRemoteId: "page-1", remoteId: "r1", occurredAt: now() },
      ...change,
    });
  /** The one answer that a review has on some platforms: another text under the same id. */
  const answers = (change: InboundMessage["change"]) =>
    deliver(comment({ ...{ change, remoteId: "r1/reply", threadRemoteId: "r1", own: true }, occurredAt: now() }));
  const review = () => rig.reviews.get(actor.workspaceId, reviewIdOf("chan_1", "r1"));
  const begin = async (rating: number) => {
    await says({ change: "added", rating, text: "Була в неділю" });
    clock.advance(60_000);
    await answers("added");
    await done("r1");
    clock.advance(40 * day);
    expect(await review()).toMatchObject({ state: "answered" });
  };

  it.each([
    [5, { rating: 1, text: "Отруїлися" }],
    [5, { rating: 4, text: "Була в неділю" }],
    [2, { rating: 2, text: "Так і не відповіли" }],
  ])("as %i stars and is now %j waits again, since the change, until we say something again", async (before, after) => {
    await begin(before);
    await says(after);
    expect(await review()).toMatchObject({ state: "open" });
    expect(await thread("r1")).toMatchObject({ state: "open", unanswered: 1, waitingSince: now() });
    expect(rig.published.at(-1)).toMatchObject({ type: "review.changed", data: { postedAt, changedAt: now() } });
    clock.advance(60_000);
    await answers("edited");
    // How long the first answer took stays what it was.
    expect(await review()).toMatchObject({ state: "answered", answeredAt: postedAt + 60_000 });
    expect(await thread("r1")).toMatchObject({ unanswered: 0 });
  });

  it.each([
    [1, { rating: 5, text: "Виправились" }],
    [5, { rating: 5, text: "Була і в суботу" }],
    [2, { rating: 2, text: "Була в неділю" }],
  ])("as %i stars and is now %j stays as it is", async (before, after) => {
    await begin(before);
    await says(after);
    expect(await review()).toMatchObject({ state: "answered" });
    expect(await thread("r1")).toMatchObject({ state: "done", unanswered: 0 });
  });
});

describe("a comment that was answered and done", () => {
  const begin = async () => {
    await deliver(comment({ text: "Гарно у вас", occurredAt: now() }));
    clock.advance(60_000);
    await deliver(comment({ remoteId: "a1", parentRemoteId: "c1", own: true, text: "Дякуємо!", occurredAt: now() }));
    await done("c1");
    clock.advance(3 * day);
  };
  const becomes = (text: string) => deliver(comment({ change: "edited", text, occurredAt: now() }));
  const message = () => rig.messages.get(actor.workspaceId, threadIdOf("chan_1", "c1"), messageIdOf("chan_1", "c1"));

  it("waits again once it is changed into a complaint or a question", async () => {
    await begin();
    await becomes("Жахливе обслуговування, не раджу");
    expect(await thread("c1")).toMatchObject({ state: "open", unanswered: 1, waitingSince: now() });
    expect((await message())?.answeredAt).toBeUndefined();
    expect(rig.published.at(-1)).toMatchObject({ type: "message.changed", data: { changedAt: now() } });
    await done("c1");
    clock.advance(day);
    await becomes("А скільки коштує доставка?");
    expect(await thread("c1")).toMatchObject({ state: "open" });
  });

  it("stays as it is when only its thanks are put otherwise, or it is hidden", async () => {
    await begin();
    await becomes("Дуже гарно у вас, дякую");
    await deliver(comment({ change: "hidden", text: undefined, occurredAt: now() + 1 }));
    expect(await thread("c1")).toMatchObject({ state: "done", unanswered: 0 });
  });
});

it("an edit before anybody has answered does not put off by when an answer is due", async () => {
  await deliver(comment({ text: "Коли відкриваєтесь?", occurredAt: now() }));
  clock.advance(60_000);
  await deliver(comment({ change: "edited", text: "О котрій відкриваєтесь?", occurredAt: now() }));
  expect(await thread("c1")).toMatchObject({ unanswered: 1, waitingSince: postedAt });
});
