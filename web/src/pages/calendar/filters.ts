import type { CalendarView, FreeSlot, PublicationSummary } from "../../api/contract.ts";

/** What the calendar can be narrowed to; each is a parameter of the address. */
export const filterNames = ["channel", "campaign", "topic", "author", "label", "state"] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** The filters that an address asks for. */
export const filtersOf = (params: URLSearchParams): Filters =>
  Object.fromEntries(filterNames.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])));

const valuesOf: Readonly<Record<FilterName, (one: PublicationSummary) => readonly (string | undefined)[]>> = {
  channel: ({ channelId }) => [channelId],
  campaign: ({ campaignId }) => [campaignId],
  topic: ({ topic }) => [topic],
  author: ({ authorId }) => [authorId],
  label: ({ labels }) => labels,
  state: ({ state }) => [state],
};

/** The values that a filter could be set to: those on show, and the one that is chosen. */
export function choicesOf(name: FilterName, view: CalendarView, filters: Filters): readonly string[] {
  const present = view.publications.flatMap((one) => valuesOf[name](one).flatMap((value) => value ?? []));
  const slots = name === "channel" ? view.freeSlots.map(({ channelId }) => channelId) : [];
  return [...new Set([...present, ...slots, ...(filters[name] ? [filters[name]] : [])])].sort();
}

/**
 * The calendar with only what every filter lets through. A free slot has a channel and nothing else, so it shows unless
 * something is asked for that only posts have.
 */
export function filtered(view: CalendarView, filters: Filters): CalendarView {
  const chosen = filterNames.filter((name) => filters[name]);
  const onlyPosts = chosen.some((name) => name !== "channel");
  const passes = (one: PublicationSummary) => chosen.every((name) => valuesOf[name](one).includes(filters[name]));
  const free = (slot: FreeSlot) => !onlyPosts && (!filters.channel || slot.channelId === filters.channel);
  return { ...view, publications: view.publications.filter(passes), freeSlots: view.freeSlots.filter(free) };
}
