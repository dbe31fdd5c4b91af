import type { Message } from "./model.ts";
import type { Outgoing, OutgoingKind } from "./outgoing.ts";

/** An action on a message that is not carried out (yet), or was refused. */
export type MessageAction = Outgoing & { readonly kind: Exclude<OutgoingKind, "reply"> };

const isAction = (outgoing: Outgoing): outgoing is MessageAction => outgoing.kind !== "reply";

/** What an action is about: of two about the same, the later one counts. */
const about = { hide: "hidden", unhide: "hidden", like: "liked", unlike: "liked", remove: "removed" } as const;

/** What each action makes true. */
const wanted = { hide: true, unhide: false, like: true, unlike: false, remove: true } as const;

/**
 * What is under way with a message on its platform, or was refused there, the oldest first: of the actions about the same
 * only the one asked for last, and only while the message is not what it asks for.
 */
export function actionsOn(message: Message, outgoing: readonly Outgoing[]): readonly MessageAction[] {
  const newest = new Map<string, MessageAction>();
  for (const action of outgoing.filter(isAction).toSorted((a, b) => a.requestedAt - b.requestedAt)) {
    if (action.target.remoteId === message.remoteId) newest.set(about[action.kind], action);
  }
  if (message.removed) return [];
  return [...newest.values()].filter(
    ({ kind, state }) => state !== "done" && (message[about[kind]] ?? false) !== wanted[kind],
  );
}
