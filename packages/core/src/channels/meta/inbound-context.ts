import type { Author, InboundItem, InboundMessage } from "../inbound.ts";

/** What every change of a delivery's entry shares. */
export interface ChangeContext {
  /** The page or account that the entry is about. */
  readonly channelRemoteId: string;
  /** Epoch ms. */
  readonly sentAt: number;
}

/** A change that Dopys has no use for. */
export const ignored = (context: ChangeContext, what: string): InboundItem => ({
  kind: "ignored",
  channelRemoteId: context.channelRemoteId,
  occurredAt: context.sentAt,
  what,
});

/** A change of a kind that Dopys takes in, without what that kind cannot do without. */
export const unreadable = (context: ChangeContext, what: string): InboundItem => ({
  kind: "unreadable",
  channelRemoteId: context.channelRemoteId,
  occurredAt: context.sentAt,
  what,
});

/** What a Graph verb means; `undefined` for one that changes nothing of ours (block, mute, match ...). */
export const changeOf = (verb: string): InboundMessage["change"] | undefined =>
  Object.hasOwn(changes, verb) ? changes[verb] : undefined;

const changes: Readonly<Record<string, InboundMessage["change"]>> = {
  add: "added",
  edit: "edited",
  edited: "edited",
  remove: "removed",
  delete: "removed",
  hide: "hidden",
  unhide: "unhidden",
};

/** When a change happened: an addition at its creation; `created_time` of any other change is still the creation's. */
export const occurredAt = (
  context: ChangeContext,
  change: InboundMessage["change"],
  createdTime: number | null | undefined,
): number => (change === "added" && createdTime ? Math.trunc(createdTime * 1000) : context.sentAt);

/** The author, if the platform names one. */
export function authorOf(id: string | null | undefined, name: string | null | undefined): Author | undefined {
  if (!id) return undefined;
  return name ? { remoteId: id, name } : { remoteId: id };
}
