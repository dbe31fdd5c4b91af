import { ok, type Result } from "../../kernel/result.ts";
import type { ConnectorError } from "../errors.ts";
import type { Figure } from "../measurement.ts";

/** Why there is nothing to say of a metric. */
export interface NoMetric {
  readonly reason: (Figure & { available: false })["reason"];
}

/**
 * Reads metrics: all by one call and, should Graph refuse it because one name is retired or not permitted, one by one, so
 * that one metric never takes the others along. `ask` makes one call and answers for each of its names.
 */
export async function readApart<Metric>(
  names: readonly string[],
  ask: (names: readonly string[]) => Promise<Result<ReadonlyMap<string, Metric | NoMetric>, ConnectorError>>,
): Promise<Result<ReadonlyMap<string, Metric | NoMetric>, ConnectorError>> {
  const together = await ask(names);
  if (together.ok || !blamesMetric(together.error)) return together;
  if (names.length === 1) return ok(missing(names, together.error));
  const found = new Map<string, Metric | NoMetric>();
  for (const name of names) {
    const alone = await ask([name]);
    if (!alone.ok && !blamesMetric(alone.error)) return alone;
    for (const [key, metric] of alone.ok ? alone.value : missing([name], alone.error)) found.set(key, metric);
  }
  return ok(found);
}

/** Whether the refusal is about what was asked for, not about the token or the service. */
const blamesMetric = (error: ConnectorError): boolean =>
  error.class === "invalid-content" || error.class === "permission" || error.code.startsWith("3001");

const missing = (names: readonly string[], error: ConnectorError): ReadonlyMap<string, NoMetric> => {
  const reason = error.class === "permission" ? "no-permission" : "not-given-by-platform";
  return new Map(names.map((name) => [name, { reason }]));
};
