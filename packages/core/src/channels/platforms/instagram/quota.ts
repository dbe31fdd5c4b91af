import type { ChannelCall, StepAnswer } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { toMs } from "../../meta/compare.ts";
import { callGraph } from "./graph.ts";
import { mediaListSchema, publishingLimitSchema } from "./wire.ts";

const timeoutMs = 4_000;
/** When Instagram does not say enough to compute it, ms. */
const unknownWaitMs = 3_600_000;

/**
 * What to do when the account has published as much as it may: wait until the oldest publication of a full window leaves
 * it. The window rolls, and Instagram names its size but not its end, so the end is read off the account's own media and
 * stories. Source: "Instagram Platform: Content publishing limit".
 */
export async function quotaExceeded(call: ChannelCall, cause: ConnectorError): Promise<StepAnswer & { kind: "retry" }> {
  const resetAt = (await windowEnds(call)) ?? call.nowMs + unknownWaitMs;
  const { code, message } = cause;
  const afterMs = Math.max(1000, resetAt - call.nowMs);
  return { kind: "retry", afterMs, cause: { class: "rate-limited", code, message, resetAt: call.nowMs + afterMs } };
}

async function windowEnds(call: ChannelCall): Promise<number | undefined> {
  const [limit, media, stories] = await Promise.all([
    callGraph(call, request(call, "content_publishing_limit", { fields: "quota_usage,config" }), publishingLimitSchema),
    times(call, "media"),
    times(call, "stories"),
  ]);
  const config = limit.ok ? limit.value.data[0]?.config : undefined;
  if (!config) return undefined;
  const newestFirst = [...media, ...stories].toSorted((a, b) => b - a);
  const oldestOfFull = newestFirst[config.quota_total - 1];
  return oldestOfFull === undefined ? undefined : oldestOfFull + config.quota_duration * 1000;
}

/** When the account published what one of its edges lists; nothing when it cannot be asked. */
async function times(call: ChannelCall, edge: "media" | "stories"): Promise<readonly number[]> {
  const answer = await callGraph(call, request(call, edge, { fields: "id,timestamp", limit: "100" }), mediaListSchema);
  return answer.ok ? answer.value.data.map(({ timestamp }) => toMs(timestamp)) : [];
}

const request = (call: ChannelCall, edge: string, query: Record<string, string>) =>
  ({ method: "GET", path: `${call.channelRemoteId}/${edge}`, query, timeoutMs }) as const;
