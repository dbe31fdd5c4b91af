import { expect, it } from "vitest";
import { failureText } from "#core/i18n/failures.ts";
import { timedOut, transient } from "#tests/support/platform-double.ts";
import { aPublication } from "#tests/support/publishing-world.ts";
import { type PublicationState, publicationStates } from "./course.ts";
import { isFinal, type Publication } from "./model.ts";
import { policy } from "./policy.ts";
import * as to from "./transitions.ts";

const now = 10_000_000;
const visible = { name: "post", visible: true };
const upload = { name: "upload", visible: false };
const inHand = (change: Partial<Publication> = {}) =>
  to.claimed(aPublication({ dueAt: now, nextAt: now, ...change }), "att_1", now);
const armedInHand = (change: Partial<Publication> = {}) => to.armed(inHand(change), "post", now);
const looking = (change: Partial<Publication> = {}) => to.unconfirmed(armedInHand(change), "timeout", now);

it.each<[PublicationState, number, string]>([
  ["scheduled", now, "ready"],
  ["scheduled", now + 1, "early"],
  ["processing", now, "ready"],
  ["processing", now + 1, "early"],
  ["publishing", now, "ready"],
  ["publishing", now + 1, "busy"],
  ["unconfirmed", now, "over"],
  ["published", now, "over"],
  ["failed", now, "over"],
  ["canceled", now, "over"],
])("%s with its instant at %d is %s", (state, nextAt, expected) => {
  expect(to.readiness(aPublication({ state, nextAt }), now)).toBe(expected);
});

it("keeps everything that is not final in the wake index, and nothing that is", () => {
  const reached = [
    inHand(),
    to.received(armedInHand(), visible, { kind: "pending", receipts: {}, afterMs: 5_000 }, now),
    to.received(armedInHand(), visible, { kind: "retry", afterMs: 0, cause: transient }, now),
    looking(),
    to.looked(looking(), { kind: "absent" }, now + 10_000),
    to.received(armedInHand(), visible, { kind: "published", remoteId: "r", url: "u" }, now),
    to.received(armedInHand(), visible, { kind: "rejected", cause: transient }, now),
  ];
  for (const publication of reached) {
    expect(publication.wakeAt === undefined).toBe(isFinal(publication));
    expect(publication.lease === undefined).toBe(publication.state !== "publishing");
  }
  expect(new Set(reached.map(({ state }) => state)).size).toBe(publicationStates.length - 1);
});

it("raises the fence with each claim and remembers it in the arming", () => {
  const publication = armedInHand({ fence: 6 });
  expect(publication.fence).toBe(7);
  expect(publication.armed).toEqual({ step: "post", at: now, fence: 7 });
  expect(publication.lease).toEqual({ owner: "att_1", until: now + policy.lease });
});

it("goes back to an earlier step when the platform has dropped what that step left", () => {
  const answer = { kind: "retry", afterMs: 0, cause: transient, receipts: { container: "" } } as const;
  const after = to.received(armedInHand({ receipts: { container: "c1", part: "p1" } }), visible, answer, now);
  expect(after).toMatchObject({ state: "scheduled", attempts: 1, receipts: { container: "", part: "p1" } });
  expect([after.armed, after.acceptedAt]).toEqual([undefined, undefined]);
});

it("repeats an upload whose outcome is unknown, never a visible call", () => {
  const answer = { kind: "unknown", cause: timedOut } as const;
  expect(to.received(inHand(), upload, answer, now)).toMatchObject({ state: "scheduled", attempts: 1 });
  expect(to.received(armedInHand(), visible, answer, now)).toMatchObject({
    state: "unconfirmed",
    armed: { step: "post", at: now },
    nextAt: now + policy.looks[0],
  });
});

it("goes on in the same hands when a step is done at once", () => {
  const next = to.received(inHand(), upload, { kind: "pending", receipts: { a: "1" }, afterMs: 0 }, now);
  expect(next).toMatchObject({ state: "publishing", receipts: { a: "1" } });
  expect(next.acceptedAt).toBeUndefined();
});

it("never begins anew what the platform has taken", () => {
  const taken = to.received(armedInHand(), visible, { kind: "pending", receipts: { job: "1" }, afterMs: 5_000 }, now);
  const again = to.claimed(taken, "att_2", now + 5_000);
  const retried = to.received(again, upload, { kind: "retry", afterMs: 0, cause: transient }, now + 5_000);
  expect([taken.state, retried.state]).toEqual(["processing", "processing"]);
  expect(to.isStale(retried, now + 10 * policy.stale)).toBe(false);
  const cause = { class: "auth-expired", code: "190", message: "" } as const;
  expect(to.received(again, upload, { kind: "reconnect", cause }, now).state).toBe("unconfirmed");
});

it("asks a person to look when the platform has worked for over a day", () => {
  const slow = inHand({ processingSince: now - policy.processing - 1, acceptedAt: 1 });
  const next = to.received(slow, upload, { kind: "pending", receipts: {}, afterMs: 10_000 }, now);
  expect(next.failure?.code).toBe("publication-processing-too-long");
});

it("waits longer after each failure, never much over a quarter of an hour", () => {
  const waits = [0, 1, 2, 3, 4].map((attempts) => {
    const next = to.received(inHand({ attempts }), upload, { kind: "retry", afterMs: 0, cause: transient }, now);
    return (next.nextAt ?? 0) - now;
  });
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(Math.max(...waits)).toBeLessThanOrEqual(policy.longestBackoff * 1.25);
  expect(waits[0]).toBeGreaterThanOrEqual(policy.firstBackoff * 0.75);
});

it("waits at least as long as the platform asks", () => {
  const next = to.received(inHand(), upload, { kind: "retry", afterMs: 3_600_000, cause: transient }, now);
  expect(next.nextAt).toBe(now + 3_600_000);
});

it("looks four times over five minutes, with pauses, before it believes that nothing is there", () => {
  let publication = looking();
  const looks: number[] = [];
  while (publication.state === "unconfirmed") {
    looks.push((publication.nextAt ?? 0) - now);
    publication = to.looked(publication, { kind: "absent" }, publication.nextAt ?? 0);
  }
  expect(looks).toEqual([10_000, 60_000, 180_000, 300_000]);
  expect(publication).toMatchObject({ state: "scheduled", attempts: 1, armed: undefined });
});

it("pauses between looks that come late, too", () => {
  const late = now + 3_600_000;
  expect(to.looked(looking(), { kind: "absent" }, late).nextAt).toBe(late + 20_000);
});

it("takes the moment of the call for the moment a found post appeared", () => {
  const found = to.looked(looking(), { kind: "found", remoteId: "r", url: "u" }, now + 60_000);
  expect(found).toMatchObject({ state: "published", publishedAt: now, remoteId: "r" });
});

it("keeps a history of bounded length that never loses its beginning", () => {
  let publication = aPublication();
  for (let index = 0; index < 100; index += 1) publication = to.claimed(publication, `att_${index}`, now + index);
  expect(publication.history).toHaveLength(60);
  expect(publication.history[0]?.at).toBe(now);
  expect(publication.history.at(-1)?.at).toBe(now + 99);
});

it("names the file whose step failed, in both languages", () => {
  const file = (fileName: string) => ({
    ...{ assetId: fileName, key: "k", kind: "image" as const, contentType: "image/png", altText: "", fileName },
  });
  const content = { revision: 1, text: "x", media: [file("меню.png"), file("зал.png")] };
  const cause = { class: "invalid-content", rule: "photo-unreadable", code: "324", message: "" } as const;
  const second = { name: "upload-photo-2", visible: false, mediaIndex: 1 };
  const { failure } = to.received(inHand({ content }), second, { kind: "rejected", cause }, now);
  for (const language of ["uk", "en"] as const) {
    const { message } = failureText(language, {
      kind: "unavailable",
      code: failure?.code ?? "",
      params: failure?.params,
    });
    expect(message).toContain("зал.png");
  }
  const ofAll = to.received(armedInHand({ content }), visible, { kind: "rejected", cause }, now);
  expect(ofAll.failure?.params).not.toHaveProperty("file");
});
