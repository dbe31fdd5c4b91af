import { expect, it } from "vitest";
import type { CalendarView, PublicationSummary } from "../../api/contract.ts";
import { choicesOf, filtered, filtersOf } from "./filters.ts";

const publication = (id: string, change: Partial<PublicationSummary>): PublicationSummary => ({
  ...{ id, postId: id, channelId: "chan_1", platform: "x", state: "scheduled", dueAt: 0, timeZone: "Europe/Kyiv" },
  ...{ text: id, labels: [], authorId: "mem_1" },
  ...{ publishedAt: undefined, url: undefined, mediaUrl: undefined, failure: undefined, topic: undefined },
  ...{ campaignId: undefined, origin: undefined, link: undefined, followUps: [], ...change },
});
const view: CalendarView = {
  timeZone: "Europe/Kyiv",
  authors: [],
  freeSlots: [
    { channelId: "chan_1", at: 1 },
    { channelId: "chan_2", at: 2 },
  ],
  publications: [
    publication("a", { topic: "Меню", labels: ["осінь", "нове"] }),
    publication("b", { channelId: "chan_2", authorId: "mem_2", campaignId: "camp_1" }),
    publication("c", { state: "failed", topic: "Меню" }),
  ],
};

const shown = (query: string) => {
  const { publications, freeSlots } = filtered(view, filtersOf(new URLSearchParams(query)));
  return [publications.map(({ id }) => id).join(""), freeSlots.length];
};

it.each([
  ["", ["abc", 2]],
  ["channel=chan_2", ["b", 1]],
  ["topic=Меню", ["ac", 0]],
  ["topic=Меню&state=failed", ["c", 0]],
  ["author=mem_2", ["b", 0]],
  ["label=нове", ["a", 0]],
  ["campaign=camp_1", ["b", 0]],
  ["topic=Інше", ["", 0]],
  ["view=month&date=2026-11-24", ["abc", 2]],
])("shows what the address asks for: %s", (query, expected) => {
  expect(shown(query)).toEqual(expected);
});

it("offers what is on show and what is chosen", () => {
  expect(choicesOf("label", view, {})).toEqual(["нове", "осінь"]);
  expect(choicesOf("channel", view, {})).toEqual(["chan_1", "chan_2"]);
  expect(choicesOf("topic", view, { topic: "Інше" })).toEqual(["Інше", "Меню"]);
});
