import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type RequestsWorld, requestsWorld } from "#tests/support/requests-world.ts";
import type { Mail } from "../kernel/mail.ts";
import { armedGraceMs } from "../kernel/mail-course.ts";
import { unwrap } from "../kernel/result.ts";
import { suspendByMailEvent } from "../mailing/index.ts";
import {
  askPerson,
  cancelRequest,
  changeRequestSettings,
  defaultRequestSettings,
  eraseRequestsOfLead,
  listRequests,
  neverAskAgain,
  openRequestLink,
  planForWonLead,
  type ReviewRequest,
  readRequestFigures,
  recordRequestMail,
  sendRequest,
  unsubscribe,
  wakeDueRequests,
} from "./index.ts";
import { dueAfter } from "./plan-request.ts";

const day = 86_400_000;
let dynamo: TestDynamo;
let world: RequestsWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = requestsWorld(dynamo);
  await world.agree();
});

const plan = (leadId: string) => planForWonLead(world.deps, { workspaceId: world.workspace.id, leadId });
const send = (requestId: string) => sendRequest(world.deps, { workspaceId: world.workspace.id, requestId });
const stored = async (id: string): Promise<ReviewRequest> => {
  const found = await world.deps.requests.get(world.workspace.id, id);
  if (!found) throw new Error(`no request ${id}`);
  return found;
};
/** A request for a lead that was just won, at the time at which it is due. */
async function due(change: Parameters<RequestsWorld["aWonLead"]>[0] = {}): Promise<ReviewRequest> {
  const lead = await world.aWonLead(change);
  const request = await plan(lead.id);
  if (!request) throw new Error("nobody is to be asked");
  world.clock.advance(request.dueAt - world.clock.nowMs());
  return request;
}
let keys = 0;
const byHand = (change: Partial<Parameters<typeof askPerson>[2]> = {}) =>
  askPerson(world.deps, world.as("manager"), {
    ...{ clientKey: `k${keys++}`, email: "olena@example.com", language: "uk" as const, ...change },
  });
const told = async (request: ReviewRequest, eventType: string, bounceType?: string) => {
  const event = {
    eventType,
    mail: {
      messageId: "m1",
      destination: [request.email],
      tags: { dopys_workspace: [request.workspaceId], dopys_review_request: [request.id] },
    },
    ...(bounceType && { bounce: { bounceType } }),
  };
  await suspendByMailEvent(world.deps, event);
  return recordRequestMail(world.deps, event);
};

describe("who is asked", () => {
  it("is everybody whose lead is won, once for each win, after the agreed days at the agreed time", async () => {
    const lead = await world.aWonLead();
    const [first, again] = [await plan(lead.id), await plan(lead.id)];
    expect(again).toBeNull();
    expect(first).toMatchObject({
      ...{ email: "olena@example.com", name: "Олена Петренко", language: "uk", state: "waiting" },
      dueAt: Date.parse("2026-11-27T08:00:00Z"),
    });
    expect(await world.deps.requests.listDue(Date.parse("2026-11-27T07:59:59Z"), 100)).not.toContainEqual(first);
    expect(await world.deps.requests.listDue(first?.dueAt ?? 0, 100)).toContainEqual(first);
  });

  it.each([
    ["while it is switched off", async () => world.agree({ on: false }), {}],
    ["without an address", async () => {}, { emails: [] }],
    ["whose lead is not won", async () => {}, { stage: "lost" as const }],
  ])("is nobody %s", async (_, prepare, lead) => {
    await prepare();
    expect(await plan((await world.aWonLead(lead)).id)).toBeNull();
  });

  it.each([
    ["2026-11-24T12:00:00Z", 3, "2026-11-27T08:00:00Z"],
    ["2026-11-24T07:00:00Z", 0, "2026-11-24T08:00:00Z"],
    ["2026-11-24T09:00:00Z", 0, "2026-11-25T08:00:00Z"],
    // The day on which Kyiv's clocks go forward, and the last of winter before it.
    ["2027-03-27T12:00:00Z", 1, "2027-03-28T07:00:00Z"],
    ["2027-03-25T12:00:00Z", 1, "2027-03-26T08:00:00Z"],
  ])("bought at %s and is asked %i days later, at %s", (bought, delayDays, asked) => {
    const dueAt = dueAfter(Date.parse(bought), { ...world.settings, delayDays }, "Europe/Kyiv");
    expect(new Date(dueAt).toISOString()).toBe(asked.replace("Z", ".000Z"));
  });
});

describe("the mail", () => {
  it("goes out once in the reader's language, with a way out by one click, whoever tells how often", async () => {
    const request = await due();
    await world.deps.events.publish([]);
    expect(await wakeDueRequests(world.deps)).toBeGreaterThan(0);
    const outcomes = await Promise.all([send(request.id), send(request.id), send(request.id)]);
    await send(request.id);
    expect(outcomes).toContain("sent");
    expect(world.sent).toHaveLength(1);
    const [mail] = world.sent;
    expect(mail?.subject).toBe("Кав'ярня Листок: як усе пройшло?");
    expect(mail?.text).toContain("Вітаємо, Олена Петренко!");
    const link = `https://dopys.example/r/${world.lastToken()}`;
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": `<${link}/unsubscribe>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    for (const part of [mail?.html, mail?.text]) expect(part).toContain(`${link}/unsubscribe`);
    expect(unwrap(await openRequestLink(world.deps, world.lastToken())).id).toBe(request.id);
    expect(await stored(request.id)).toMatchObject({ state: "sent", messageId: "m1" });
    expect((await stored(request.id)).wakeAt).toBeUndefined();
  });

  it("is not sent before its time", async () => {
    const request = await plan((await world.aWonLead()).id);
    expect(await send(request?.id ?? "")).toBe("wait");
    expect(world.sent).toEqual([]);
  });

  it("is not repeated while the mail service may still tell that it took it, and is when it never did", async () => {
    world.mailService.fault = () => new Error("the connection broke");
    const request = await due();
    await send(request.id);
    world.mailService.fault = undefined;
    world.clock.advance(armedGraceMs - 1);
    expect(await send(request.id)).toBe("wait");
    world.clock.advance(1);
    expect(await world.deps.requests.listDue(world.clock.nowMs(), 100)).toContainEqual(await stored(request.id));
    expect(await send(request.id)).toBe("sent");
    expect(world.sent).toHaveLength(1);
  });

  it("is tried again when the mail service refused it, and given up in the end", async () => {
    const throttled: Error = Object.assign(new Error("Throttling"), { $metadata: { httpStatusCode: 429 } });
    world.mailService.fault = () => throttled;
    const request = await due();
    const outcomes = [];
    for (let round = 0; round < 5; round++) {
      outcomes.push(await send(request.id));
      world.clock.advance(day / 24);
    }
    expect(outcomes).toEqual(["refused", "refused", "refused", "refused", "failed"]);
    expect((await stored(request.id)).wakeAt).toBeUndefined();
  });

  it("is not sent when the sale fell through with the lead that theirs has become in the end", async () => {
    const request = await due();
    const { leads } = world.deps;
    const theirs = await leads.get(world.workspace.id, request.source.leadId ?? "");
    const last = await world.aWonLead({ stage: "lost" });
    const between = await world.aWonLead({ mergedInto: last.id });
    if (theirs) await leads.save({ ...theirs, mergedInto: between.id, version: theirs.version + 1 });
    expect(await send(request.id)).toBe("skipped");
    expect((await stored(request.id)).skipped?.because).toBe("not-won");
  });

  it("is not sent to whose sale fell through meanwhile, nor once asking is switched off or has no place", async () => {
    const lost = await due();
    const lead = await world.deps.leads.get(world.workspace.id, lost.source.leadId ?? "");
    if (lead) await world.deps.leads.save({ ...lead, stage: "lost", version: lead.version + 1 });
    const off = await due({ emails: ["b@example.com"] });
    expect(await send(lost.id)).toBe("skipped");
    expect((await stored(lost.id)).skipped?.because).toBe("not-won");
    await world.agree({ on: false });
    await send(off.id);
    expect((await stored(off.id)).skipped?.because).toBe("switched-off");
    await world.agree({ places: [] });
    const placeless = await due({ emails: ["c@example.com"] });
    await send(placeless.id);
    expect((await stored(placeless.id)).skipped?.because).toBe("no-place");
    expect(world.sent).toEqual([]);
  });
});

describe("one person", () => {
  it("is asked once within a period, by any number of requests at once, however the address is written", async () => {
    const emails = ["olena@example.com", "OLENA@example.com", "olena@example.com"];
    const requests = [];
    for (const email of emails) requests.push(await due({ emails: [email.toLowerCase()] }));
    const byHands = unwrap(await byHand({ email: "olena@example.com" }));
    await Promise.all([...requests, byHands].map(({ id }) => send(id)));
    expect(world.sent).toHaveLength(1);
    const because = await Promise.all(
      [...requests, byHands].map(async ({ id }) => (await stored(id)).skipped?.because),
    );
    expect(because.filter((reason) => reason === "asked-already")).toHaveLength(3);
  });

  it("is asked again when the period is over, and not a moment before", async () => {
    await send((await due()).id);
    const asked = world.clock.nowMs();
    world.clock.advance(180 * day - 1);
    const refused = await byHand();
    expect(refused).toMatchObject({ error: { code: "person-asked-already", params: { day: "2027-05-26" } } });
    world.clock.advance(1);
    expect(world.clock.nowMs()).toBe(asked + 180 * day);
    await send(unwrap(await byHand()).id);
    expect(world.sent).toHaveLength(2);
  });

  it("who unsubscribed is not asked, not even by what waits already", async () => {
    await send((await due()).id);
    const request = unwrap(await openRequestLink(world.deps, world.lastToken()));
    world.clock.advance(365 * day);
    const waiting = unwrap(await byHand());
    for (const _ of [1, 2]) await unsubscribe(world.deps, request);
    expect(await send(waiting.id)).toBe("skipped");
    expect((await stored(waiting.id)).skipped?.because).toBe("refused");
    expect(await byHand()).toMatchObject({ error: { code: "person-refuses-requests" } });
    expect(world.sent).toHaveLength(1);
  });

  it.each([
    ["Bounce", "Permanent", true],
    ["Bounce", "Transient", false],
    ["Complaint", undefined, true],
    ["Delivery", undefined, false],
  ])("whose mail had a %s (%s) is never written to again: %s", async (eventType, bounceType, isOver) => {
    const request = await due();
    await send(request.id);
    expect([await told(request, eventType, bounceType), await told(request, eventType, bounceType)]).toEqual([
      "recorded",
      "ignored",
    ]);
    world.clock.advance(365 * day);
    expect((await byHand()).ok).toBe(!isOver);
  });

  it("is known by a digest alone once the lead is erased", async () => {
    const lead = await world.aWonLead();
    const request = await plan(lead.id);
    await eraseRequestsOfLead(world.deps, lead);
    expect(JSON.stringify(await stored(request?.id ?? ""))).not.toMatch(/olena|Олена/);
    world.clock.advance(30 * day);
    expect(await send(request?.id ?? "")).toBe("done");
    expect(world.sent).toEqual([]);
  });
});

describe("members", () => {
  it("ask by hand once for each key, with a place to leave a review, if they may", async () => {
    const first = unwrap(await byHand({ clientKey: "same" }));
    expect(unwrap(await byHand({ clientKey: "same" })).id).toBe(first.id);
    expect(world.published.filter(({ type }) => type === "review-request.due")).toHaveLength(1);
    await world.agree({ places: [] });
    expect(await byHand()).toMatchObject({ error: { code: "review-place-missing" } });
    const author = await askPerson(world.deps, world.as("author"), { clientKey: "k", email: "x@y.ua", language: "uk" });
    expect(author).toMatchObject({ error: { code: "forbidden" } });
  });

  it("take back what waits, and nothing that was sent", async () => {
    const [waiting, sent] = [await due(), await due({ emails: ["b@example.com"] })];
    await send(sent.id);
    const take = (requestId: string) => cancelRequest(world.deps, world.as("manager"), { requestId });
    expect(unwrap(await take(waiting.id)).skipped?.because).toBe("canceled");
    expect(await take(sent.id)).toMatchObject({ error: { code: "request-not-waiting" } });
    expect(await send(waiting.id)).toBe("done");
  });

  it("see to it that somebody is never asked again", async () => {
    const request = await due();
    unwrap(await neverAskAgain(world.deps, world.as("owner"), { requestId: request.id }));
    expect(await send(request.id)).toBe("skipped");
    expect(world.sent).toEqual([]);
  });

  it("page through the list and read figures that agree with it", async () => {
    for (const email of ["a@x.ua", "b@x.ua", "c@x.ua"]) await send((await due({ emails: [email] })).id);
    const first = unwrap(await listRequests(world.deps, world.as("manager"), { limit: 2 }));
    const rest = unwrap(await listRequests(world.deps, world.as("manager"), { limit: 2, cursor: first.cursor }));
    expect([...first.items, ...rest.items].map(({ email }) => email)).toEqual(["c@x.ua", "b@x.ua", "a@x.ua"]);
    expect(rest.cursor).toBeUndefined();
    expect(unwrap(await readRequestFigures(world.deps, world.as("viewer")))).toMatchObject({ sent: 3, opened: 0 });
    expect(await listRequests(world.deps, world.as("viewer"), { limit: 2 })).toMatchObject({ ok: false });
  });

  it.each<[string, Partial<RequestsWorld["settings"]>, string]>([
    ["without a place", { places: [] }, "review-place-missing"],
    ["with a strange place", { places: [{ channelId: "chan_x", url: "https://x.example" }] }, "unknown-review-place"],
    [
      "that asks only the happy ones",
      {
        texts: {
          uk: { subject: "Відгук", body: "Якщо вам сподобалося, напишіть про нас" },
          en: { subject: "Review", body: "How was it?" },
        },
      },
      "request-not-neutral",
    ],
    ...["{nmae}", "{ім'я}", "{ name }"].map((place): [string, Partial<RequestsWorld["settings"]>, string] => [
      `with a place that nobody fills in: ${place}`,
      { texts: { ...defaultRequestSettings.texts, en: { subject: "How was it?", body: `Hello ${place}!` } } },
      "unknown-request-word",
    ]),
  ])("cannot agree on asking %s", async (_, change, code) => {
    const { version } = await world.deps.requestSettings.get(world.workspace.id);
    const settings = { ...world.settings, ...change, version };
    expect(await changeRequestSettings(world.deps, world.as("owner"), settings)).toMatchObject({ error: { code } });
  });
});

it("has nothing that runs in a mail, whatever the name", async () => {
  const evil = '<img src=x onerror=alert(1)>"';
  const request = await due({ name: evil });
  await send(request.id);
  const mail = world.sent.at(-1) as Mail;
  expect(mail.html).not.toContain("<img");
  expect(mail.html).toContain("&#60;img");
});
