import { err, ok, type Result } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { type NoMetric, readApart } from "../../meta/metrics.ts";
import { callGraph } from "./graph.ts";
import { type Insight, insightsSchema } from "./wire.ts";

/** What is known of one metric: its total, and the same by the side that was asked for (`age`: `25-34`). */
export type Metric = { readonly total?: number; readonly by?: Readonly<Record<string, number>> } | NoMetric;

export type Metrics = ReadonlyMap<string, Metric>;

/**
 * Metrics of an account or a publication, with the parameters that they need. Instagram answers with an empty set, not
 * with 0, for what it has not counted yet. Source: "IG User Insights", "IG Media Insights".
 */
export const readMetrics = (
  call: ChannelCall,
  node: string,
  names: readonly string[],
  parameters: Readonly<Record<string, string>> = {},
): Promise<Result<Metrics, ConnectorError>> =>
  readApart(names, async (some) => {
    const query = { metric: some.join(","), ...parameters };
    const answer = await callGraph(call, { method: "GET", path: `${node}/insights`, query }, insightsSchema);
    if (!answer.ok) return err(answer.error.cause);
    return ok(new Map(some.map((name) => [name, metricOf(answer.value.data, name)])));
  });

function metricOf(data: readonly Insight[], name: string): Metric {
  const found = data.find((one) => one.name === name);
  const total = found?.total_value?.value ?? found?.values?.[0]?.value;
  const results = found?.total_value?.breakdowns?.flatMap((one) => one.results ?? []) ?? [];
  const by = Object.fromEntries(results.map(({ dimension_values: [side = ""], value }) => [side, value]));
  if (total === undefined && results.length === 0) return { reason: "not-yet" };
  return { ...(total !== undefined && { total }), ...(results.length > 0 && { by }) };
}
