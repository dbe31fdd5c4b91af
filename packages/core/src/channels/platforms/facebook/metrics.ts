import { err, ok, type Result } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { toMs } from "../../meta/compare.ts";
import { type NoMetric, readApart } from "../../meta/metrics.ts";
import { callGraph } from "./graph.ts";
import { type Insight, insightsSchema } from "./wire.ts";

/** What is known of one metric. */
export type Metric = { readonly value: number | Record<string, number> } | NoMetric;

export type Metrics = ReadonlyMap<string, Metric>;

const dayMs = 24 * 3_600_000;

/**
 * Reads metrics of a page or post. With `day`, the value of Facebook's own day that covers most of `[from, to)`:
 * Facebook's days end at midnight of a zone of its own. Without, the lifetime value.
 */
export const readMetrics = (
  call: ChannelCall,
  node: string,
  names: readonly string[],
  day?: { from: number; to: number },
): Promise<Result<Metrics, ConnectorError>> => readApart(names, (some) => ask(call, node, some, day));

async function ask(
  call: ChannelCall,
  node: string,
  names: readonly string[],
  day?: { from: number; to: number },
): Promise<Result<Metrics, ConnectorError>> {
  const range = day && {
    period: "day",
    since: String(Math.floor((day.from - dayMs) / 1000)),
    until: String(Math.floor((day.to + dayMs) / 1000)),
  };
  const query = { metric: names.join(","), ...range };
  const answer = await callGraph(call, { method: "GET", path: `${node}/insights`, query }, insightsSchema);
  if (!answer.ok) return err(answer.error.cause);
  return ok(new Map(names.map((name) => [name, metricOf(answer.value.data, name, day)])));
}

/** A metric that is named but empty is one that Facebook has not counted, or not for so few people. */
function metricOf(data: readonly Insight[], name: string, day?: { from: number; to: number }): Metric {
  const values = data.find((it) => it.name === name)?.values ?? [];
  if (!day) return values[0] ? { value: values[0].value } : { reason: "not-yet" };
  const covering = values.find(({ end_time }) => {
    const end = toMs(end_time ?? "");
    const overlap = Math.min(end, day.to) - Math.max(end - dayMs, day.from);
    return overlap > (day.to - day.from) / 2;
  });
  return covering ? { value: covering.value } : { reason: "not-yet" };
}
