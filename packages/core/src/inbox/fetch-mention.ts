import type { Channel } from "../channels/connected/index.ts";
import type { InboundMessage } from "../channels/inbound.ts";
import { fetchLater } from "./fetch-later.ts";
import type { FetchReviewDeps } from "./fetch-review.ts";
import type { FetchMentionMessage } from "./messages.ts";
import { takeIn } from "./receive-delivery.ts";

/** The words of a mention could not be fetched; it belongs into the dead-letter queue, with this cause. */
export class MentionNotFetched extends Error {
  override readonly name = "MentionNotFetched";
}

/** `later`: shown without words and put back on the queue. `wordless`: the platform does not show it to us. */
export type FetchMentionOutcome = "stored" | "later" | "wordless" | "no-channel";

/**
 * Fetches what somebody said who named the channel, and stores it as if a webhook had brought it. What cannot be had at
 * once is in the inbox all the same, without its words, which follow. Throws `MentionNotFetched` with the platform's cause
 * when the access is missing or nothing helped.
 */
export async function fetchMention(deps: FetchReviewDeps, message: FetchMentionMessage): Promise<FetchMentionOutcome> {
  const { workspaceId, channelId, remoteId, postRemoteId } = message;
  const channel = await deps.channels.get(workspaceId, channelId);
  if (!channel) return "no-channel";
  const inbox = deps.connectorFor(channel.platform)?.inbox;
  const call = await deps.channelCalls.open(channel);
  const answer = call && (await inbox?.mention?.(call, { remoteId, postRemoteId }));
  if (answer?.ok) return store(deps, channel, answer.value, "stored");
  await store(deps, channel, wordless(channel, message), "wordless");
  if (!call) throw new MentionNotFetched(`the token of ${channelId} cannot be opened`);
  if (!answer) throw new MentionNotFetched(`${channel.platform} does not give single mentions`);
  if (await fetchLater(deps, message, answer.error)) return "later";
  if (answer.error.class === "not-found") return "wordless";
  throw new MentionNotFetched(`${remoteId}: ${answer.error.class} ${answer.error.code}`);
}

async function store<Outcome>(
  deps: FetchReviewDeps,
  channel: Channel,
  item: InboundMessage,
  outcome: Outcome,
): Promise<Outcome> {
  const failures = await takeIn(deps, channel, [item]);
  if (failures.length > 0) throw new AggregateError(failures, `${item.remoteId} not stored`);
  return outcome;
}

/** What the webhook told: that somebody named the channel, and where. */
const wordless = (
  { remoteId: channelRemoteId }: Channel,
  { remoteId, postRemoteId, announcedAt }: FetchMentionMessage,
): InboundMessage => ({
  kind: "message",
  change: "added",
  messageKind: "mention",
  channelRemoteId,
  remoteId,
  threadRemoteId: remoteId,
  postRemoteId,
  occurredAt: announcedAt,
  own: false,
  attachments: [],
});
