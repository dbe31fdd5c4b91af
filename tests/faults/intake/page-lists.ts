import type { InboxCapability } from "#core/channels/connector.ts";
import type { InboundItem } from "#core/channels/inbound.ts";
import type { CoveredPlace, Poll } from "#core/channels/reviews.ts";
import { ok } from "#core/kernel/result.ts";
import { type PageEvent, page } from "./events.ts";

type Spoken = Extract<PageEvent, { kind: "comment" | "direct" }>;
type Rating = Extract<PageEvent, { kind: "rating" }>;

/** The page as its lists show it: what stands there, as it is worded now. */
export interface PageLists {
  /** Something happens on the page. */
  happen(event: PageEvent): void;
  /** Whether something stands there and would be listed now. */
  shows(id: string): boolean;
  readonly inbox: InboxCapability;
}

/** A page that forgets nothing and shows all of it. */
export function pageLists(): PageLists {
  const spoken = new Map<string, Spoken>();
  const ratings = new Map<string, Rating>();
  const people = new Set<string>();
  const said = (kind: Spoken["kind"]) => [...spoken.values()].filter((event) => event.kind === kind);

  const list =
    (items: () => InboundItem[], told: () => { covers?: CoveredPlace[]; isWhole?: boolean }): Poll =>
    async () => {
      const entries = items().map((item) => ({ sortedAt: item.occurredAt, changedAt: item.occurredAt, items: [item] }));
      return ok({ entries: entries.toReversed(), ...told() });
    };
  const covers = (kind: CoveredPlace["kind"], ...ids: string[]) => ({
    covers: ids.map((remoteId) => ({ kind, remoteId, since: 0 })),
  });

  return {
    happen: (event) => {
      if (event.kind === "comment" || event.kind === "direct") spoken.set(event.id, event);
      if (event.kind === "direct") people.add(event.person);
      if (event.kind === "rating" && event.verb !== "remove") ratings.set(event.id, event);
      if (event.kind === "rating" && event.verb === "remove") ratings.delete(event.id);
      if (event.kind === "remove" || event.kind === "direct-removal") spoken.delete(event.id);
      const before = event.kind === "edit" || event.kind === "direct-edit" ? spoken.get(event.id) : undefined;
      if (before && "text" in event) spoken.set(before.id, { ...before, text: event.text ?? "" });
    },
    shows: (id) => spoken.has(id) || ratings.has(id),
    inbox: {
      comments: list(
        () => said("comment").map(toMessage),
        () => covers("post", `${page}_901`),
      ),
      conversations: list(
        () => said("direct").map(toMessage),
        () => covers("conversation", ...people),
      ),
      ratings: list(
        () => [...ratings.values()].map(toReview),
        () => ({ isWhole: true }),
      ),
    },
  };
}

function toMessage(event: Spoken): InboundItem {
  const common = {
    ...({ kind: "message", change: "added", channelRemoteId: page, remoteId: event.id, text: event.text } as const),
    ...{ occurredAt: event.at * 1000, attachments: [] },
  };
  if (event.kind === "direct") {
    return { ...common, messageKind: "direct", threadRemoteId: event.person, own: event.own };
  }
  const { parent, by } = event;
  return {
    ...{ ...common, messageKind: "comment", threadRemoteId: parent ?? event.id, postRemoteId: `${page}_901` },
    ...(parent ? { parentRemoteId: parent } : {}),
    ...{ own: by === page, author: { remoteId: by, name: by } },
  };
}

const toReview = ({ id, at, by, good, text }: Rating): InboundItem => ({
  ...{ kind: "review", change: "added", channelRemoteId: page, remoteId: id, occurredAt: at * 1000 },
  ...{ author: { remoteId: by, name: by }, recommends: good, text },
});
