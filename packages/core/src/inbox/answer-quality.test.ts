import { expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, willingReplies } from "#tests/support/intake-rig.ts";
import type { InboundReview } from "../channels/inbound.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { reviewIdOf } from "../reviews/index.ts";
import { answerReview, getThread, handleDelivery, handleRespondMessage, replyToMessage, threadIdOf } from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
  rig.platform.replies = willingReplies();
});

const deliver = (...items: Parameters<InboxRig["delivery"]>[0]) => handleDelivery(rig, rig.delivery(items));
const asks = (remoteId: string, text: string) =>
  deliver(comment({ remoteId, threadRemoteId: remoteId, text, occurredAt: clock.nowMs() }));
const work = async () => {
  for (const { message } of rig.sent.splice(0)) await handleRespondMessage(rig, message);
};
const answers = async (remoteId: string, text: string) => {
  clock.advance(60_000);
  const threadId = threadIdOf("chan_1", remoteId);
  unwrap(await replyToMessage(rig, actor, { threadId, text, clientKey: `key-${remoteId}-${clock.nowMs()}` }));
  await work();
};
const ownOf = async (remoteId: string) => {
  const { messages } = unwrap(await getThread(rig, actor, { threadId: threadIdOf("chan_1", remoteId) }));
  return messages.filter(({ own }) => own);
};
const missingIn = async (remoteId: string) =>
  (await ownOf(remoteId))[0]?.quality?.parts.flatMap(({ part, met }) => (met ? [] : [part]));

it("is kept with the answer once it was sent, with its parts, and its minute is counted anew", async () => {
  await asks("c1", "Скільки коштує лате?");
  rig.marks.splice(0);
  await answers("c1", "Лате — 95 гривень");
  expect(await ownOf("c1")).toMatchObject([
    {
      quality: {
        parts: [
          { part: "point", met: true },
          { part: "language", met: true },
          { part: "template", met: true },
          { part: "calm", met: true },
        ],
        score: 100,
      },
    },
  ]);
  expect(rig.marks).toContain(`chan_1 ${clock.nowMs()}`);
});

it("is of the first answer to each message: what is added to it later is none", async () => {
  await asks("c1", "Скільки коштує лате?");
  await answers("c1", "95 гривень");
  await answers("c1", "І ще є вівсяне молоко");
  await deliver(
    comment({ remoteId: "c1b", threadRemoteId: "c1", text: "А капучино скільки?", occurredAt: clock.nowMs() + 1 }),
  );
  await answers("c1", "Чекаємо вас у гості");
  expect((await ownOf("c1")).map(({ quality }) => quality?.score)).toEqual([100, undefined, 75]);
});

it("says that a template is overused, from its fourth time on a channel, with another person's name each time", async () => {
  const people = ["Олена", "Марта", "Дарина", "Іванна"];
  for (const name of people) {
    const at = clock.nowMs();
    const author = { remoteId: name, name };
    await deliver(
      comment({ remoteId: name, threadRemoteId: name, author, text: "Чудова кава, дякую", occurredAt: at }),
    );
    await answers(name, `${name}, дякуємо за теплі слова про каву`);
  }
  expect(await Promise.all(people.map(missingIn))).toEqual([[], [], [], ["template"]]);
});

it("is judged anew when an answer is edited on the platform, and is gone with it", async () => {
  await asks("c1", "Скільки коштує лате?");
  await answers("c1", "ЧЕКАЄМО ВАС ЗАВЖДИ!!!");
  expect(await missingIn("c1")).toEqual(["point", "calm"]);
  const [answer] = await ownOf("c1");
  const own = { remoteId: answer?.remoteId ?? "", threadRemoteId: "c1", own: true, author: undefined } as const;
  await deliver(comment({ ...own, change: "edited", text: "95 гривень", occurredAt: clock.nowMs() + 1000 }));
  expect(await missingIn("c1")).toEqual([]);
  await deliver(comment({ ...own, change: "removed", text: undefined, occurredAt: clock.nowMs() + 2000 }));
  expect((await ownOf("c1")).map(({ quality }) => quality)).toEqual([undefined]);
});

it("is judged anew when the customer says something else, and counted anew where the answer stands", async () => {
  await asks("c1", "Скільки коштує лате?");
  await answers("c1", "95 гривень");
  rig.marks.splice(0);
  await deliver(comment({ change: "edited", text: "Чи смачні у вас сирники?", occurredAt: clock.nowMs() + 1000 }));
  expect(await missingIn("c1")).toEqual(["point"]);
  expect(rig.marks).toContain(`chan_1 ${clock.nowMs()}`);
});

it("of an answer written in the platform's own app is known but for the template", async () => {
  await asks("c1", "Скільки коштує лате?");
  const at = clock.nowMs() + 1000;
  await deliver(
    comment({ remoteId: "own", threadRemoteId: "c1", own: true, author: undefined, text: "95 грн", occurredAt: at }),
  );
  expect((await ownOf("c1"))[0]?.quality?.parts.map(({ part }) => part)).toEqual(["point", "language", "calm"]);
});

it("of a bad review's answer asks for an apology and a contact", async () => {
  const review: InboundReview = {
    kind: "review",
    change: "added",
    channelRemoteId: "page-1",
    remoteId: "r1",
    occurredAt: clock.nowMs(),
    rating: 1,
    text: "Холодна кава",
  };
  await deliver(review);
  clock.advance(60_000);
  const reviewId = reviewIdOf("chan_1", "r1");
  unwrap(await answerReview(rig, actor, { reviewId, text: "Кава була така, як завжди", clientKey: "client-key-1" }));
  await work();
  expect(await missingIn("r1")).toEqual(["contact", "thanks"]);
});
