import { expect, it } from "vitest";
import type { Message } from "#core/inbox/index.ts";
import { aWorkspace, workspaceId } from "#core/insights/fixtures/world.ts";
import type { Lead } from "#core/leads/index.ts";
import type { Publication } from "#core/publishing/index.ts";
import type { Review } from "#core/reviews/index.ts";
import { rawEventsOf } from "./raw-events.ts";

/* Sunday 22 November 2026 in Kyiv; business hours are 9 to 21. */
const at = (time: string) => Date.parse(`2026-11-22T${time}:00+02:00`);
const hour = 3_600_000;
const [from, to] = [at("00:00"), at("00:00") + 24 * hour];

function rawOf(stored: { messages?: unknown[]; reviews?: unknown[]; leads?: unknown[]; publications?: unknown[] }) {
  return rawEventsOf({
    responseTargets: { list: async () => [] },
    workspaces: { get: async () => aWorkspace() },
    messages: { listByChannelAndTime: async () => (stored.messages ?? []) as Message[] },
    reviews: { listByChannelAndTime: async () => (stored.reviews ?? []) as Review[] },
    leads: { listByChannelAndTime: async () => (stored.leads ?? []) as Lead[] },
    publications: { list: async () => (stored.publications ?? []) as Publication[] },
  });
}

const message = { id: "msg_1", own: false, known: true, removed: false, hidden: false, occurredAt: at("20:00") };

it("counts others' messages that are there, and not spam or hidden ones as waiting", async () => {
  const raw = rawOf({
    messages: [
      { ...message, classification: { sentiment: "negative", intent: "complaint" } },
      { ...message, id: "own", own: true },
      { ...message, id: "removed", removed: true },
      { ...message, id: "unknown", known: false },
      { ...message, id: "spam", classification: { sentiment: "neutral", intent: "spam" } },
      { ...message, id: "hidden", hidden: true },
      { ...message, id: "hidden but answered", hidden: true, answeredAt: at("20:10") },
    ],
  });
  const { messages } = await raw.talk(workspaceId, "chan_1", from, to);
  expect(messages.map(({ id, needsAnswer, negative }) => [id, needsAnswer, negative])).toEqual([
    ["msg_1", true, true],
    ["spam", false, false],
    ["hidden", false, false],
    ["hidden but answered", true, false],
  ]);
});

it("counts an answer of ours where it was scored, by when it was given", async () => {
  const quality = { parts: [{ part: "calm", met: true }], score: 75 };
  const raw = rawOf({
    messages: [
      { ...message, id: "scored", own: true, quality },
      { ...message, id: "remark", own: true },
      { ...message, id: "asked" },
    ],
  });
  const { answers } = await raw.talk(workspaceId, "chan_1", from, to);
  expect(answers).toEqual([{ id: "scored", occurredAt: at("20:00"), score: 75 }]);
});

it("measures the first response in business hours", async () => {
  const answeredAt = at("10:30") + 24 * hour;
  const raw = rawOf({ messages: [{ ...message, answeredAt }], reviews: [{ ...message, answeredAt }] });
  expect((await raw.talk(workspaceId, "chan_1", from, to)).messages[0]?.firstResponseMs).toBe(2.5 * hour);
  expect((await raw.reviews(workspaceId, "chan_1", from, to))[0]?.firstResponseMs).toBe(2.5 * hour);
});

it("leaves out leads that turned out to be another, and tells the first source", async () => {
  const lead = { id: "lead_1", createdAt: at("10:00"), sources: [{ kind: "lead-form" }], stage: "won" };
  const value = { minorUnits: 150_000, currency: "UAH" };
  const raw = rawOf({
    leads: [
      { ...lead, value },
      { ...lead, id: "lead_2", mergedInto: "lead_1" },
    ],
  });
  expect(await raw.leads(workspaceId, "none", from, to)).toEqual([
    { id: "lead_1", createdAt: at("10:00"), source: "lead-form", won: true, value },
  ]);
});

it("takes publications by when they appeared, with their content type", async () => {
  const publication = { id: "pub_1", remoteId: "1_2", dueAt: at("00:00"), publishedAt: at("00:01") };
  const content = { media: [{ kind: "image" }, { kind: "image" }] };
  const raw = rawOf({
    publications: [
      { ...publication, content },
      { ...publication, id: "pub_2", publishedAt: to, content },
      { ...publication, id: "pub_3", content: { media: [], link: "https://example.com" } },
    ],
  });
  expect(
    (await raw.publications(workspaceId, "chan_1", from, to)).map(({ id, contentType }) => [id, contentType]),
  ).toEqual([
    ["pub_1", "carousel"],
    ["pub_3", "link"],
  ]);
});
