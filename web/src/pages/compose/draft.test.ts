import { describe, expect, it } from "vitest";
import { manifest as instagram } from "#core/channels/platforms/instagram/manifest.ts";
import { contentFor } from "#core/content/model.ts";
import type { Channel } from "../../api/contract.ts";
import { decide } from "./deciding.ts";
import { bodyOf, type Draft, edit, emptyDraft, isBlank, isEdited, toggleChannel, withBase } from "./draft.ts";
import { shownFormat, withFormat } from "./formats.ts";

const draft: Draft = { ...emptyDraft, base: { text: "Осіннє меню", mediaIds: [] }, channelIds: ["ch_1", "ch_2"] };

describe("a draft's variants", () => {
  it("follow the base until they are edited", () => {
    const edited = edit(draft, "ch_1", { text: "Autumn menu" });
    const later = edit(edited, "base", { text: "Зимове меню" });
    expect(contentFor(later, "ch_1").text).toBe("Autumn menu");
    expect(contentFor(later, "ch_2").text).toBe("Зимове меню");
    expect([isEdited(later, "ch_1"), isEdited(later, "ch_2")]).toEqual([true, false]);
  });

  it("show the base again when asked to", () => {
    const back = withBase(edit(draft, "ch_1", { text: "Autumn menu" }), "ch_1");
    expect(contentFor(back, "ch_1").text).toBe("Осіннє меню");
  });

  it("stay written while their channel is left out, but are not sent", () => {
    const without = toggleChannel(edit(draft, "ch_1", { text: "Autumn menu" }), "ch_1");
    expect(bodyOf(without).variants).toEqual({});
    expect(bodyOf(toggleChannel(without, "ch_1")).variants).toEqual({ ch_1: { text: "Autumn menu" } });
  });
});

describe("a channel's format", () => {
  const { formats } = instagram;
  const channel = { id: "ch_1", manifest: instagram } as Channel;

  it("is the platform's usual one until another is chosen", () => {
    expect(shownFormat(draft, channel)).toBe(formats[0]);
    const reel = withFormat(draft, channel, "reel");
    expect(shownFormat(reel, channel).name).toBe("reel");
    expect(bodyOf(reel).variants).toEqual({ ch_1: { format: "reel" } });
  });

  it("takes the words away where it shows none, and gives the base's back with one that does", () => {
    const story = withFormat(edit(draft, "base", { link: "https://lystok.example" }), channel, "story");
    expect(contentFor(story, "ch_1")).toEqual({ text: "", mediaIds: [], format: "story" });
    const feed = withFormat(story, channel, "feed");
    expect(contentFor(feed, "ch_1")).toMatchObject({ text: "Осіннє меню", link: "https://lystok.example" });
  });

  it("keeps a text of the channel's own between formats that show one", () => {
    const reel = withFormat(edit(draft, "ch_1", { text: "Дивіться" }), channel, "reel");
    expect(contentFor(reel, "ch_1").text).toBe("Дивіться");
  });
});

describe("what is sent", () => {
  it("holds no empty link, topic or notes, and takes a link away where a variant emptied it", () => {
    const typed = { ...edit(draft, "base", { link: " https://lystok.example " }), topic: " ", notes: "" };
    const sent = bodyOf(edit(typed, "ch_1", { link: "" }));
    expect(sent).toEqual({
      base: { text: "Осіннє меню", mediaIds: [], link: "https://lystok.example" },
      channelIds: ["ch_1", "ch_2"],
      variants: { ch_1: { link: null } },
      labels: [],
    });
  });

  it("is nothing as long as nothing was written", () => {
    expect(isBlank({ ...emptyDraft, channelIds: ["ch_1"] })).toBe(true);
    expect(isBlank(edit(emptyDraft, "base", { text: "a" }))).toBe(false);
  });
});

describe("the choice of time", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  const free = { earliest: now + 3_600_000, differ: false, known: true };
  const none = { earliest: undefined, differ: false, known: true };

  it("is the next free slot, unless there is none", () => {
    expect(decide({ kind: "next" }, free, "Europe/Kyiv", now)).toMatchObject({
      when: { slot: "next" },
      at: free.earliest,
    });
    expect(decide({ kind: "next" }, none, "Europe/Kyiv", now).problem).toBe("noSlot");
  });

  it("refuses a time that has passed or is not whole", () => {
    expect(decide({ kind: "exact", at: "2026-11-24T11:59" }, none, "Europe/Kyiv", now).problem).toBe("inThePast");
    expect(decide({ kind: "exact", at: "T12:01" }, none, "Europe/Kyiv", now).problem).toBe("chooseTime");
    expect(decide({ kind: "exact", at: "2026-11-24T12:01" }, none, "Europe/Kyiv", now)).toMatchObject({
      when: { at: "2026-11-24T12:01", timeZone: "Europe/Kyiv" },
      problem: undefined,
    });
  });
});

describe("the first comment", () => {
  const written = edit({ ...emptyDraft, channelIds: ["ch_1", "ch_2"] }, "base", { firstComment: "Адреса" });

  it("is inherited until a channel has its own, or has it taken out", () => {
    const draft = edit(edit(written, "ch_1", { firstComment: "Інша" }), "ch_2", { firstComment: "" });
    expect(contentFor(draft, "ch_1").firstComment).toBe("Інша");
    expect(contentFor(draft, "ch_2").firstComment).toBeUndefined();
    expect(bodyOf(draft).variants).toEqual({ ch_1: { firstComment: "Інша" }, ch_2: { firstComment: null } });
  });

  it("is sent when there is one, and a thread that was stored stays", () => {
    const thread = [{ text: "Далі", mediaIds: [] }];
    expect(bodyOf({ ...written, base: { ...written.base, thread } }).base).toMatchObject({
      firstComment: "Адреса",
      thread,
    });
    expect(bodyOf(edit(written, "base", { firstComment: " " })).base).not.toHaveProperty("firstComment");
  });
});
