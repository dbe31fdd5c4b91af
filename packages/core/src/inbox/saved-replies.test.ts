import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { Actor } from "../kernel/actor.ts";
import { fakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import { createSavedReply, editSavedReply, removeSavedReply } from "./index.ts";
import { filledIn, placeholderIn, savedReplyDraftSchema, textFor } from "./saved-reply.ts";

describe("a saved reply", () => {
  const texts = { uk: "Вітаємо, {name}! Меню: {link}", en: "Hello, {name}! {name}, see {link}" };

  it("fills in what is known and leaves the rest to be filled in", () => {
    const filled = filledIn(texts.en, { name: "Anna", channel: undefined });
    expect(filled).toBe("Hello, Anna! Anna, see {link}");
    expect(placeholderIn(filled)).toBe("{link}");
    expect(placeholderIn(filledIn(filled, { link: "https://a.example/{name" }))).toBeUndefined();
  });

  it("takes no name for an empty place, nor words in braces, but a mistyped one", () => {
    expect(filledIn("{name}", { name: "$&" })).toBe("$&");
    expect(placeholderIn("Знижка {лише сьогодні} і {10}")).toBeUndefined();
    expect(placeholderIn("Вітаємо, {nmae}!")).toBe("{nmae}");
    expect(placeholderIn("Вітаємо, {ім'я}!")).toBe("{ім'я}");
  });

  it("knows a place by its word, whatever space stands around it", () => {
    expect(placeholderIn("Вітаємо, { name }!")).toBe("{ name }");
    expect(filledIn("Вітаємо, { name }!", { name: "Анна" })).toBe("Вітаємо, Анна!");
    expect(filledIn("{constructor}", {})).toBe("{constructor}");
  });

  it.each([
    ["uk", "en", texts.uk],
    ["ru", "en", texts.uk],
    ["en", "uk", texts.en],
    ["unknown", "en", texts.en],
    [undefined, "uk", texts.uk],
  ] as const)(
    "for a person who writes %s, by a member who speaks %s, is in the right language",
    (wanted, own, text) => {
      expect(textFor({ texts }, wanted, own)).toBe(text);
      expect(textFor({ texts: { ...texts, en: "" } }, "en", own)).toBe(texts.uk);
      expect(textFor({ texts: { ...texts, uk: "" } }, "uk", own)).toBe(texts.en);
    },
  );

  it("is refused with a placeholder that nobody could fill in", () => {
    const draft = (uk: string) => v.is(savedReplyDraftSchema, { name: "Вітання", texts: { uk, en: "" } });
    expect([draft("Вітаємо, {nmae}!"), draft("Вітаємо, {name}, { me }, {channel}, {link}!")]).toEqual([false, true]);
  });
});

describe("the saved replies of a workspace", () => {
  let dynamo: TestDynamo;
  let rig: InboxRig;
  const actor: Actor = { type: "member", workspaceId: "ws_saved", memberId: "mem_1", role: "manager", language: "uk" };
  const draft = { name: "Години", texts: { uk: "Щодня з 9 до 21.", en: "" } };
  const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
  beforeAll(async () => {
    dynamo = await startTestDynamo();
    rig = intakeRig(dynamo, actor.workspaceId, fakeClock("2026-11-20T10:00:00Z"));
  });
  afterAll(() => dynamo.stop());

  it("have each a name of their own, whatever its capitals", async () => {
    const hours = unwrap(await createSavedReply(rig, actor, { ...draft, name: "Графік" }));
    const other = unwrap(await createSavedReply(rig, actor, { ...draft, name: "Меню" }));
    expect(code(await createSavedReply(rig, actor, { ...draft, name: "ГРАФІК" }))).toBe("saved-reply-name-taken");
    const rename = (name: string) => editSavedReply(rig, actor, { ...draft, replyId: other.id, version: 1, name });
    expect(code(await rename("графік"))).toBe("saved-reply-name-taken");
    expect(code(await rename("меню"))).toBe("ok");
    for (const { id } of [hours, other]) unwrap(await removeSavedReply(rig, actor, { replyId: id }));
  });

  it("are made, changed by one at a time and taken away by managers", async () => {
    const made = unwrap(await createSavedReply(rig, actor, draft));
    const edit = { ...draft, replyId: made.id, version: 1, name: "Коли відчинено" };
    unwrap(await editSavedReply(rig, actor, edit));
    expect(code(await editSavedReply(rig, actor, edit))).toBe("changed-meanwhile");
    expect(await rig.savedReplies.list(actor.workspaceId)).toMatchObject([{ name: "Коли відчинено", version: 2 }]);
    expect(code(await editSavedReply(rig, { ...actor, workspaceId: "ws_else" }, edit))).toBe("not-found");
    expect(code(await createSavedReply(rig, { ...actor, role: "author" }, draft))).toBe("forbidden");
    expect(code(await createSavedReply(rig, actor, { ...draft, texts: { uk: "", en: "" } }))).toBe("saved-reply-empty");
    const stranger = { ...actor, workspaceId: "ws_else" };
    expect(code(await removeSavedReply(rig, stranger, { replyId: made.id }))).toBe("not-found");
    expect(await rig.savedReplies.list(actor.workspaceId)).toHaveLength(1);
    unwrap(await removeSavedReply(rig, actor, { replyId: made.id }));
    expect(await rig.savedReplies.list(actor.workspaceId)).toEqual([]);
  });
});
