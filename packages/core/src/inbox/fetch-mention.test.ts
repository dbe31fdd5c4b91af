import { expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach } from "#tests/support/intake-rig.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { InboundMessage, InboundNotice } from "../channels/inbound.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { err, ok } from "../kernel/result.ts";
import { type FetchMentionMessage, fetchMention, handleDelivery, threadIdOf } from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let workspaceId: string;
let failure: ConnectorError | undefined;
freshWorkspaceForEach((start) => {
  ({ rig, clock } = start);
  ({ workspaceId } = start.actor);
  failure = undefined;
  rig.platform.inbox = {
    mention: async (_, { remoteId, postRemoteId }) => (failure ? err(failure) : ok(said(remoteId, postRemoteId))),
  };
});

const said = (remoteId: string, postRemoteId: string): InboundMessage =>
  comment({
    ...{ messageKind: "mention", remoteId, threadRemoteId: remoteId, postRemoteId },
    ...{ text: "Скільки коштує лате у @lystok?", occurredAt: clock.nowMs() - 60_000 },
  });
const notice = (): InboundNotice => ({
  kind: "notice",
  about: "mention",
  channelRemoteId: "page-1",
  remoteId: "m1",
  postRemoteId: "p1",
  occurredAt: clock.nowMs(),
});
const wanted = (change: Partial<FetchMentionMessage> = {}): FetchMentionMessage => ({
  ...{ kind: "fetch-mention", workspaceId, channelId: "chan_1", remoteId: "m1", postRemoteId: "p1", attempt: 0 },
  announcedAt: clock.nowMs(),
  ...change,
});
const stored = async () => (await rig.messages.listByThread(workspaceId, threadIdOf("chan_1", "m1")))[0];
const told = () => rig.published.map(({ type }) => type);

it("is fetched once for all that announces it, and told with its words from the first", async () => {
  await handleDelivery(rig, rig.delivery([notice(), notice()]));
  expect(rig.polled.map(({ message }) => message)).toEqual([wanted()]);
  expect(await stored()).toBeUndefined();
  expect(await fetchMention(rig, wanted())).toBe("stored");
  expect(await fetchMention(rig, wanted())).toBe("stored");
  expect(await stored()).toMatchObject({
    kind: "mention",
    text: "Скільки коштує лате у @lystok?",
    author: { name: "Олена" },
    classification: { intent: "buying-interest" },
    occurredAt: clock.nowMs() - 60_000,
  });
  expect(told()).toEqual(["message.received"]);
});

it("is in the inbox without words while they cannot be had, and with them once they can", async () => {
  failure = { class: "transient", code: "503", message: "" };
  expect(await fetchMention(rig, wanted())).toBe("later");
  expect(rig.polled.splice(0)).toMatchObject([{ delayMs: 5000, message: { kind: "fetch-mention", attempt: 1 } }]);
  expect(await stored()).toMatchObject({ kind: "mention", text: "", postRemoteId: "p1" });
  failure = undefined;
  expect(await fetchMention(rig, wanted({ attempt: 1 }))).toBe("stored");
  expect(await stored()).toMatchObject({
    text: "Скільки коштує лате у @lystok?",
    classification: { intent: "buying-interest" },
  });
  expect(told()).toEqual(["message.received", "message.changed"]);
});

it("stays without words where the platform does not show it", async () => {
  failure = { class: "not-found", code: "100", message: "" };
  expect(await fetchMention(rig, wanted({ attempt: 5 }))).toBe("wordless");
  expect(await stored()).toMatchObject({ text: "", known: true });
});

it("is shown, and fails with its cause for the operator, when the access is missing or nothing helps", async () => {
  failure = { class: "permission", code: "10", message: "" };
  await expect(fetchMention(rig, wanted())).rejects.toThrow("m1: permission 10");
  expect(await stored()).toMatchObject({ text: "", known: true });
  failure = { class: "transient", code: "503", message: "" };
  await expect(fetchMention(rig, wanted({ attempt: 5 }))).rejects.toThrow("m1: transient 503");
  rig.platform.inbox = {};
  await expect(fetchMention(rig, wanted())).rejects.toThrow("does not give single mentions");
});

it("of a channel that is gone is nothing", async () => {
  expect(await fetchMention(rig, wanted({ channelId: "chan_gone" }))).toBe("no-channel");
});
