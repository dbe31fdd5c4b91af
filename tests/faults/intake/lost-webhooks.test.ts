import { afterAll, beforeAll, expect, it } from "vitest";
import { connectorFor } from "#core/channels/catalog.ts";
import { facebook } from "#core/channels/platforms/facebook/index.ts";
import { type FacebookDouble, facebookDouble } from "#core/channels/platforms/facebook/test-support/sandbox-double.ts";
import {
  handleDelivery,
  messageIdOf,
  type PollMessage,
  planPolls,
  pollChannel,
  threadIdOf,
} from "#core/inbox/index.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import { reviewIdOf } from "#core/reviews/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";

/* The platform's webhooks are lost, all of them: what people wrote is had by looking. */

const minuteMs = 60_000;
const clock = fakeClock("2026-11-22T10:00:00Z");
let double: FacebookDouble;
let dynamo: TestDynamo;
let rig: InboxRig;
let channel: InboxRig["channel"];
let post: string;
let calls = 0;

beforeAll(async () => {
  double = await facebookDouble({ clock });
  dynamo = await startTestDynamo();
  rig = intakeRig(dynamo, "ws_1", clock);
  channel = { ...rig.channel, platform: "facebook", remoteId: double.pageId };
  await double.control("PUT", "facebook/settings", { held: true });
  await facebook.auth.subscribe?.(await call(), double.app);
  const published = await facebook.publish?.nextStep({ text: "Нова кава", media: [] }, {}).run(await call());
  if (published?.kind !== "published") throw new Error(JSON.stringify(published));
  post = published.remoteId;
});
afterAll(async () => {
  await double.stop();
  await dynamo.stop();
});

const token = once(() => double.token(facebook.manifest.scopes));
async function call() {
  const http: typeof double.http = {
    send: (request) => {
      calls += 1;
      return double.http.send(request);
    },
  };
  const { endpoints } = double.app;
  return { http, endpoints, channelRemoteId: double.pageId, accessToken: await token(), nowMs: clock.nowMs() };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const deps = () => ({
  ...rig,
  connectorFor,
  channels: {
    get: async () => channel,
    list: async () => [channel],
    findByRemoteId: async (_: string, remoteId: string) => (remoteId === double.pageId ? [channel] : []),
  },
  channelCalls: { open: call },
});

/** A quarter of an hour of the schedule, and everything that it has looked at; how many calls to the platform that took. */
async function look(): Promise<number> {
  calls = 0;
  const queue: PollMessage[] = [];
  const pollQueue = {
    send: async (message: PollMessage) => void queue.push(message),
    sendAll: async (messages: readonly { message: PollMessage }[]) =>
      void queue.push(...messages.map(({ message }) => message)),
  };
  const workspaces = { listAll: async () => [{ ...(await rig.workspaces.get("ws_1")) }] };
  for (let run = 0; run < 3; run += 1) {
    await planPolls({ ...deps(), workspaces, pollQueue });
    clock.advance(5 * minuteMs);
  }
  for (let next = queue.shift(); next; next = queue.shift()) await pollChannel({ ...deps(), pollQueue }, next);
  return calls;
}

const act = async (name: string, input: object) =>
  ((await double.control("POST", `facebook/pages/${double.pageId}/${name}`, input)) as { id: string }).id;
const stored = (remoteId: string, thread = remoteId) =>
  rig.messages.get("ws_1", threadIdOf(channel.id, thread), messageIdOf(channel.id, remoteId));
const received = () => rig.published.filter(({ type }) => type === "message.received").length;

it("takes in comments, answers to them, the page's own words and direct messages, each once", async () => {
  const question = await act("comment", { on: post, message: "Коли ви відкриваєтесь? 🙂", person: "Ірина Бойко" });
  clock.advance(minuteMs);
  const answer = await act("comment", { on: question, message: "Я теж питаю", person: "Олег Гнатюк" });
  const target = { kind: "comment" as const, remoteId: question };
  const own = await facebook.replies?.reply(await call(), target, "О восьмій");
  if (own?.kind !== "done" || !own.remoteId) throw new Error(JSON.stringify(own));
  const direct = await act("message", { message: "Чи є столик?", person: "Ірина Бойко" });
  clock.advance(minuteMs);

  expect(await look()).toBeLessThanOrEqual(5);
  expect(await stored(question)).toMatchObject({ text: "Коли ви відкриваєтесь? 🙂", own: false, postRemoteId: post });
  expect(await stored(answer, question)).toMatchObject({ text: "Я теж питаю", parentRemoteId: question });
  expect(await stored(own.remoteId, question)).toMatchObject({ text: "О восьмій", own: true });
  const [{ person } = { person: undefined }] = (await rig.threads.list("ws_1", "open", 10, undefined)).filter(
    ({ kind }) => kind === "direct",
  );
  expect(await stored(direct, person?.remoteId)).toMatchObject({ text: "Чи є столик?", kind: "direct" });
  expect(received()).toBe(4);

  const changed = rig.published.length;
  expect(await look()).toBeLessThanOrEqual(5);
  expect(rig.published).toHaveLength(changed);
});

it("takes in recommendations and leads, each once, however often it looks", async () => {
  await act("recommendation", { person: "Ірина Бойко", recommends: false, message: "Довго чекали" });
  const lead = await act("lead", { fields: { full_name: "Олена Ткач", email: "olena@example.com" } });
  clock.advance(minuteMs);
  for (const _ of [1, 2]) expect(await look()).toBeLessThanOrEqual(5);
  const told = (type: string) => rig.published.filter((event) => event.type === type);
  expect(told("review.received")).toMatchObject([{ data: { recommends: false } }]);
  expect(told("lead.announced").map(({ data }) => data)).toEqual(
    expect.arrayContaining([expect.objectContaining({ remoteId: lead })]),
  );
});

it("is told the same by webhooks that come at last, and of what only they tell", async () => {
  const late = await act("comment", { on: post, message: "А в неділю?", person: "Ірина Бойко" });
  await double.control("PATCH", `facebook/comments/${late}`, { message: "А в суботу?" });
  clock.advance(minuteMs);
  await look();
  expect(await stored(late)).toMatchObject({ text: "А в суботу?" });
  const before = received();
  await double.control("POST", "facebook/deliveries/release", { order: "reversed", batch: 3, copies: 2 });
  for (const { rawBody } of await double.deliveries(4)) {
    const body = Buffer.from(rawBody).toString();
    await handleDelivery(deps(), {
      deliveryId: "evt_1",
      platform: "facebook",
      rawBody: body,
      receivedAt: clock.nowMs(),
    });
  }
  expect(received()).toBe(before);
  expect(await stored(late)).toMatchObject({ text: "А в суботу?", edited: true });
  await look();
  expect(received()).toBe(before);
  expect(await stored(late)).toMatchObject({ text: "А в суботу?", edited: true });
});

it("sees once an hour what was edited, and at the second look what was taken away", async () => {
  await double.control("PUT", "facebook/settings", { held: true });
  const texts = ["Чи є вегани?", "Скільки коштує?", "А кава є?"];
  const ids: string[] = [];
  for (const message of texts) ids.push(await act("comment", { on: post, message, person: "Ірина Бойко" }));
  await look();
  const [edited = "", gone = "", same = ""] = ids;
  clock.advance(20 * minuteMs);
  await act("comment", { on: post, message: "Дуже смачно", person: "Олег Гнатюк" });
  await look();
  await double.control("PATCH", `facebook/comments/${edited}`, { message: "Чи є страви для веганів?" });
  await double.control("DELETE", `facebook/comments/${gone}`, {});
  const changes = () => rig.published.filter(({ type }) => type.startsWith("message.")).slice(known);
  const known = rig.published.filter(({ type }) => type.startsWith("message.")).length;
  clock.advance(60 * minuteMs - (clock.nowMs() % (60 * minuteMs)));
  await look();
  expect(await stored(edited)).toMatchObject({ text: "Чи є страви для веганів?", edited: true });
  expect(await stored(gone)).toMatchObject({ text: "Скільки коштує?", removed: false });
  expect(await stored(same)).toMatchObject({ text: "А кава є?", edited: false });
  expect(changes()).toMatchObject([{ type: "message.changed" }]);
  await look();
  expect(await stored(gone)).toMatchObject({ text: "", removed: true });
  expect(await rig.threads.get("ws_1", threadIdOf(channel.id, gone))).toMatchObject({ state: "empty", unanswered: 0 });
  expect(changes().map(({ data }) => data)).toMatchObject([{ removed: false }, { removed: true }]);
  await look();
  expect(changes()).toHaveLength(2);
});

it("sees which direct message and which recommendation was taken away", async () => {
  await double.control("PUT", "facebook/settings", { loseRemovals: true });
  const person = "Марта Коваль";
  const [first = "", second = ""] = [
    await act("message", { message: "Хто тут?", person }),
    await act("message", { message: "Агов", person }),
  ];
  const story = await act("recommendation", { person, recommends: true, message: "Затишно" });
  clock.advance(20 * minuteMs);
  await look();
  const [{ remoteId: thread } = { remoteId: "" }] = (await rig.threads.list("ws_1", "open", 50, undefined)).filter(
    ({ kind, person: who }) => kind === "direct" && who?.name === person,
  );
  const review = () => rig.reviews.get("ws_1", reviewIdOf(channel.id, story));
  expect([await stored(first, thread), await review()]).toMatchObject([{ text: "Хто тут?" }, { state: "open" }]);
  await double.control("DELETE", `facebook/messages/${first}`, {});
  await double.control("DELETE", `facebook/recommendations/${story}`, {});
  clock.advance(24 * 60 * minuteMs);
  for (let hour = 0; hour < 8; hour += 1) await look();
  expect(await stored(first, thread)).toMatchObject({ text: "", removed: true });
  expect(await stored(second, thread)).toMatchObject({ text: "Агов", removed: false });
  expect(await review()).toMatchObject({ state: "gone", text: "" });
  await double.control("PUT", "facebook/settings", { loseRemovals: false });
});

it("sees what is new below every recent post, although the newest ones hold much that is known", async () => {
  const posts: string[] = [post];
  for (let one = 0; one < 30; one += 1) {
    const published = await facebook.publish?.nextStep({ text: `Допис ${one}`, media: [] }, {}).run(await call());
    if (published?.kind === "published") posts.push(published.remoteId);
    clock.advance(1000);
  }
  for (const text of ["Вперше", "Знову"]) {
    await act("comment", { on: posts.at(-1), message: text, person: "Олег Гнатюк" });
    clock.advance(20 * minuteMs);
  }
  await look();
  const late = await act("comment", { on: posts[1], message: "А тут хтось є?", person: "Ірина Бойко" });
  clock.advance(20 * minuteMs);
  expect(await look()).toBeLessThanOrEqual(6);
  expect(await stored(late)).toMatchObject({ text: "А тут хтось є?" });
});

it("sees what is new in every conversation, although each holds what is known", async () => {
  const everybody = async (message: string) => {
    for (let one = 0; one < 30; one += 1) await act("message", { message, person: `Гість ${one}` });
    clock.advance(20 * minuteMs);
  };
  await everybody("Добрий день");
  await act("message", { message: "І я вітаю", person: "Гість 0" });
  await look();
  const before = received();
  await everybody("Чи є столик?");
  await look();
  expect(received()).toBe(before + 30);
  expect(await look()).toBeLessThanOrEqual(6);
});

it("goes on after the platform has turned it away", async () => {
  await double.control("PUT", "facebook/settings", { held: true });
  const comment = await act("comment", { on: post, message: "Є хтось?", person: "Ірина Бойко" });
  await double.failNext("read", "rate-limited");
  await look();
  expect(await stored(comment)).toMatchObject({ text: "Є хтось?" });
});
