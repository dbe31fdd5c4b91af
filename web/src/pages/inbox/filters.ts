import type { InboxState, ThreadQuery } from "../../api/contract.ts";

export const states = ["open", "snoozed", "done", "all"] as const satisfies readonly InboxState[];
export const sentiments = ["negative", "neutral", "positive"] as const;
export const intents = ["question", "complaint", "praise", "buying-interest", "spam", "other"] as const;
export const priorities = ["high"] as const;
export const waits = ["unanswered", "overdue"] as const;
export const sorts = ["activity", "target"] as const;

/** What the list can be narrowed to; each is a parameter of the address. */
export const filterNames = ["channel", "assignee", "label", "sentiment", "intent", "priority", "waiting"] as const;
export type FilterName = (typeof filterNames)[number];

/** The list as an address asks for it. What is usual is not in the address, what is unknown is as if not there. */
export interface InboxView extends ThreadQuery {
  readonly state: InboxState;
  readonly sort: (typeof sorts)[number];
}

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | undefined =>
  values.find((value) => value === given);

const idOf = (given: string | null): string | undefined => (given && /^[\w-]{1,100}$/.test(given) ? given : undefined);

/** Reads the list's state, order and filters from an address. */
export function viewOf(params: URLSearchParams): InboxView {
  const view = {
    state: oneOf(states, params.get("state")) ?? "open",
    sort: oneOf(sorts, params.get("sort")) ?? "activity",
    channel: idOf(params.get("channel")),
    assignee: idOf(params.get("assignee")),
    label: params.get("label")?.slice(0, 50) || undefined,
    sentiment: oneOf(sentiments, params.get("sentiment")),
    intent: oneOf(intents, params.get("intent")),
    priority: oneOf(priorities, params.get("priority")),
    waiting: oneOf(waits, params.get("waiting")),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as unknown as InboxView;
}

/** The view as parameters of the address, without what is usual. */
export const paramsOf = ({ state, sort, ...filters }: InboxView): Record<string, string> => ({
  ...(state !== "open" && { state }),
  ...(sort !== "activity" && { sort }),
  ...(filters as Record<string, string>),
});

/** The same as it stands in a link: `?state=done`, or nothing. */
export function searchOf(view: InboxView): string {
  const search = new URLSearchParams(paramsOf(view)).toString();
  return search === "" ? "" : `?${search}`;
}

/** How many filters there are, so that a closed panel says it. */
export const filterCount = (view: InboxView): number => filterNames.filter((name) => view[name] !== undefined).length;
