import { readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import { inboundItemSchema } from "../../inbound.ts";
import { parseDelivery } from "./parse.ts";

const account = "17841400000000001";
const folder = new URL("./fixtures/deliveries/", import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`${name}.json`, folder), "utf8");
const parse = (text: string) => v.parse(v.array(inboundItemSchema), unwrap(parseDelivery(text)));

const added = { kind: "message", change: "added", channelRemoteId: account, own: false, attachments: [] };
const comment = { ...added, messageKind: "comment", postRemoteId: "18090000000000001", occurredAt: 1793000100000 };
const mention = {
  kind: "notice",
  about: "mention",
  channelRemoteId: account,
  postRemoteId: "18090000000000009",
  occurredAt: 1793000100000,
};
const direct = { ...added, messageKind: "direct", threadRemoteId: "6600001", occurredAt: 1793000100001 };
const ann = { remoteId: "1234536447", name: "ann" };
const first = "17870913679156914";

const expected: Readonly<Record<string, object>> = {
  comment: { ...comment, remoteId: first, threadRemoteId: first, author: ann, text: "Чи є без глютену? 🍂" },
  "comment-reply": {
    ...comment,
    remoteId: "17870913679156915",
    threadRemoteId: first,
    parentRemoteId: first,
    author: ann,
    text: "Love it",
  },
  "comment-own": { ...comment, threadRemoteId: first, own: true },
  "comment-own-scoped": { ...comment, remoteId: "17870913679156917", own: true },
  "comment-no-author": { ...comment, remoteId: "17870913679156918", own: false, text: "Hm" },
  "comment-on-entry": { ...comment, remoteId: first, text: "Directly" },
  "live-comment": { kind: "ignored", what: "live_comments" },
  mention: { ...mention, remoteId: "18090000000000009" },
  "mention-comment": { ...mention, remoteId: "17870000000000088" },
  "story-insights": { kind: "ignored", what: "story_insights" },
  message: { ...direct, remoteId: "aWdf-1", text: "Добрий день" },
  "message-echo": { ...direct, remoteId: "aWdf-2", own: true, text: "Вітаємо" },
  "message-story-reply": {
    ...direct,
    remoteId: "aWdf-3",
    text: "Хочу таке",
    attachments: [{ type: "story", url: "https://cdn.example/story.jpg" }],
  },
  "message-story-mention": {
    ...direct,
    remoteId: "aWdf-4",
    attachments: [{ type: "story_mention", url: "https://cdn.example/their-story.jpg" }],
  },
  "message-deleted": { ...direct, change: "removed", remoteId: "aWdf-1" },
  "message-edit": { ...direct, change: "edited", remoteId: "aWdf-1", text: "Добрий вечір" },
  "message-postback": { ...direct, remoteId: "aWdf-5", text: "Меню" },
  "message-reaction": { kind: "ignored" },
  "message-seen": { kind: "ignored" },
};

describe("parsing a delivery of Instagram", () => {
  it.each(Object.entries(expected))("reads %s", (name, item) => {
    expect(parse(fixture(name))).toMatchObject([item]);
  });

  it("has an expectation for every recorded delivery", () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it("takes no delivery about pages", () => {
    expect(parseDelivery(fixture("comment").replace('"instagram"', '"page"'))).toMatchObject({ ok: false });
  });

  it("loses no neighbour of a change that it cannot read", () => {
    const changes = [{ field: "comments", value: { id: [] } }, ...JSON.parse(fixture("comment")).entry[0].changes];
    const items = parse(JSON.stringify({ object: "instagram", entry: [{ id: account, time: 1, changes }] }));
    expect(items).toMatchObject([{ kind: "unreadable", what: "comment" }, { remoteId: first }]);
  });
});
