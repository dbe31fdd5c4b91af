import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import { inboundItemSchema } from "../../inbound.ts";
import { parseDelivery } from "./parse.ts";

const page = "1112223334445";
const post = `${page}_901`;
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");
const parse = (text: string) => unwrap(parseDelivery(text));
const delivery = (...changes: object[]) =>
  JSON.stringify({ object: "page", entry: [{ id: page, time: 1793000003, changes }] });
const comment = (value: object) => ({
  field: "feed",
  value: { item: "comment", verb: "add", comment_id: "901_903", ...value },
});

const ann = { remoteId: "5550001", name: "Ann Lee" };
const added = { kind: "message", change: "added", occurredAt: 1793000002000, own: false, attachments: [] };
const onComment = { messageKind: "comment", remoteId: "901_903", threadRemoteId: "901_903", postRemoteId: post };
const direct = { kind: "message", messageKind: "direct", threadRemoteId: "5550001", attachments: [] };
const ignored = (what: string) => ({ kind: "ignored", what });

describe("parsing a delivery", () => {
  it.each([
    [
      "comment",
      {
        ...added,
        ...onComment,
        author: { remoteId: "5550001", name: "Жанна" },
        text: "Чи є веганське? https://a.example/б",
      },
    ],
    [
      "comment-reply",
      {
        ...added,
        remoteId: "901_904",
        threadRemoteId: "901_903",
        parentRemoteId: "901_903",
        attachments: [{ type: "image", url: "https://scontent.example/p.jpg" }],
      },
    ],
    ["comment-own", { ...added, remoteId: "901_905", threadRemoteId: "901_903", own: true }],
    ["comment-edited", { ...added, ...onComment, change: "edited", occurredAt: 1793000003000, text: "Changed" }],
    ["comment-removed", { ...added, ...onComment, change: "removed", occurredAt: 1793000003000 }],
    ["comment-hidden", { ...added, ...onComment, change: "hidden", occurredAt: 1793000003000, author: ann }],
    ["comment-unhidden", { ...added, ...onComment, change: "unhidden", occurredAt: 1793000003000 }],
    ["comment-no-sender", { ...added, remoteId: "901_906", text: "?" }],
    ["comment-block", ignored("comment block")],
    ["reaction", ignored("reaction")],
    ["post-own", ignored("own status")],
    [
      "post-visitor",
      { ...added, messageKind: "mention", remoteId: `${page}_908`, author: ann, text: "Where are you?" },
    ],
    ["mention", { ...added, messageKind: "mention", remoteId: "777_1", threadRemoteId: "777_1", text: "Look at this" }],
    ["mention-comment", { ...added, messageKind: "mention", remoteId: "1_2", author: { remoteId: "5550001" } }],
    [
      "rating",
      {
        kind: "review",
        change: "added",
        remoteId: "9048",
        occurredAt: 1793000512000,
        author: { remoteId: "7059", name: "Ann" },
        recommends: true,
        text: "Great",
      },
    ],
    [
      "rating-negative-edit",
      { kind: "review", change: "edited", remoteId: "9048", occurredAt: 1793000900000, recommends: false },
    ],
    ["rating-removed", { kind: "review", change: "removed", remoteId: "9048" }],
    ["rating-stars", { kind: "review", remoteId: "9048", rating: 2, author: { remoteId: "7059" } }],
    ["rating-comment", { ...added, occurredAt: 1793000600000, remoteId: "9048_1", threadRemoteId: "9048", own: true }],
    ["rating-like", ignored("rating like")],
    [
      "lead-bare-ids",
      { kind: "lead", remoteId: "16361294300268017", formId: "778", adId: "120", occurredAt: 1793000400000 },
    ],
    ["lead-organic", { kind: "lead", remoteId: "16361294300268017", formId: "778" }],
    [
      "message",
      {
        ...direct,
        change: "added",
        remoteId: "m_abc-1",
        occurredAt: 1793000002999,
        own: false,
        text: "Добрий день",
        attachments: [
          { type: "image", url: "https://cdn.example/1.jpg" },
          { type: "sticker", url: "" },
        ],
      },
    ],
    ["message-echo", { ...direct, change: "added", remoteId: "m_abc-2", own: true, author: { remoteId: page } }],
    ["message-edit", { ...direct, change: "edited", remoteId: "m_abc-1", text: "Добрий вечір" }],
    ["message-deleted", { ...direct, change: "removed", remoteId: "m_abc-1" }],
    ["message-postback", { ...direct, change: "added", remoteId: "m_abc-3", text: "Меню" }],
    ["message-read", ignored("messaging event")],
    ["unknown-field", ignored("page_upcoming_change")],
  ])("reads %s", (name, expected) => {
    const items = v.parse(v.array(inboundItemSchema), parse(fixture(name)));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject(expected);
    expect(items[0]?.channelRemoteId).toBe(page);
  });

  it("carries no text of what was removed and no ad of an organic lead", () => {
    expect(parse(fixture("comment-removed"))[0]).not.toHaveProperty("text");
    expect(parse(fixture("lead-organic"))[0]).not.toHaveProperty("adId");
  });

  it("keeps the order of a batch of several pages", () => {
    const entry = (id: string, comment_id: string) => ({
      id,
      time: 1,
      changes: [{ field: "feed", value: { item: "comment", verb: "add", comment_id } }],
    });
    const items = parse(JSON.stringify({ object: "page", entry: [entry("1", "a"), entry("2", "b"), entry("1", "c")] }));
    expect(items.map((it) => it.kind === "message" && [it.channelRemoteId, it.remoteId])).toEqual([
      ["1", "a"],
      ["2", "b"],
      ["1", "c"],
    ]);
  });

  it.each([
    ["unreadable", "a comment without an id", { field: "feed", value: { item: "comment", verb: "add" } }],
    ["unreadable", "a comment of the wrong type", { field: "feed", value: "text" }],
    ["unreadable", "an id with a line end", comment({ comment_id: "1\n2" })],
    ["unreadable", "an endless id", comment({ comment_id: "1".repeat(300) })],
    ["unreadable", "a time beyond time", comment({ created_time: 1e300 })],
    ["unreadable", "a negative time", comment({ created_time: -1 })],
    ["unreadable", "a time that is text", comment({ created_time: "1700000000abc" })],
    ["unreadable", "a lead without a form", { field: "leadgen", value: { leadgen_id: "1" } }],
    ["unreadable", "a rating without a story", { field: "ratings", value: { item: "rating", verb: "add" } }],
    ["ignored", "a field named like an own property of objects", { field: "constructor", value: {} }],
    ["ignored", "a verb named like one", comment({ verb: "__proto__" })],
    [
      "unreadable",
      "a comment on a rating without an id",
      { field: "ratings", value: { item: "comment", verb: "add", open_graph_story_id: "1" } },
    ],
  ])("calls %s, and does not let %s take its neighbours along", (kind, _, broken) => {
    const items = parse(delivery(comment({ message: "a" }), broken, comment({ message: "b" })));
    expect(items.map((it) => it.kind)).toEqual(["message", kind, "message"]);
  });

  it.each([
    ["nothing", ""],
    ["what is not JSON", "{"],
    ["a byte order mark", `\ufeff${fixture("comment")}`],
    ["a list", "[]"],
    ["null", "null"],
    ["another object", '{"object":"user","entry":[]}'],
    ["no entries", '{"object":"page"}'],
    ["an entry without a page", '{"object":"page","entry":[{"time":1}]}'],
    ["nesting of 100,000 levels", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["nesting within a change", delivery(comment({ x: JSON.parse(`${"[".repeat(80)}${"]".repeat(80)}`) }))],
    ["1,001 changes", delivery(...Array.from({ length: 1001 }, () => comment({})))],
  ])("says why it cannot read %s", (_, text) => {
    const result = parseDelivery(text);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error.length).toBeGreaterThan(5);
  });

  it("takes the 1,000 changes that are possible", () => {
    expect(parse(delivery(...Array.from({ length: 1000 }, () => comment({}))))).toHaveLength(1000);
  });

  it("reads brackets within a text as text", () => {
    const [item] = parse(delivery(comment({ message: `${"[{".repeat(100)} \\" "]` })));
    expect(item).toMatchObject({ text: `${"[{".repeat(100)} \\" "]` });
  });

  it("is not harmed by __proto__ and constructor, and takes the last of duplicate keys", () => {
    const text = delivery(comment({})).replace(
      '"item":"comment"',
      '"__proto__":{"own":true},"constructor":{"prototype":{"own":true}},"message":"first","message":"last","item":"comment"',
    );
    const [item] = parse(text);
    expect(item).toMatchObject({ text: "last", own: false });
    expect(({} as Record<string, unknown>).own).toBeUndefined();
  });

  it.each(["9007199254740993", "16361294300268017", "184467440737095516150", "120"])(
    "keeps every digit of the bare id %s",
    (id) => {
      const text = `{"object":"page","entry":[{"id":${id},"time":1,"changes":[{"field":"leadgen","value":{"leadgen_id":${id},"form_id":${id}}}]}]}`;
      expect(parse(text)).toMatchObject([{ channelRemoteId: id, remoteId: id, formId: id }]);
    },
  );

  it("keeps Unicode as it was written, NUL and lone surrogates included", () => {
    const text = delivery(comment({})).replace('"item"', '"message":"\\u0000 \\ud83d \\u0416","item"');
    expect(parse(text)).toMatchObject([{ text: "\u0000 \ud83d Ж" }]);
  });
});
