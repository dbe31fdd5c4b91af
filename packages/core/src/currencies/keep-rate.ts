import { authorize, type Workspaces } from "../access/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addMonths, dayOf, monthOf } from "../kernel/time.ts";
import { rateChanged, rateMonthTooFar, rateToItself } from "./failures.ts";
import type { ExchangeRate, KeepRate } from "./model.ts";
import type { ExchangeRates } from "./ports.ts";

export interface KeepRateDeps {
  readonly exchangeRates: ExchangeRates;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

/** So far back rates may lie. */
const furthestMonths = 120;

/**
 * Writes what a month's unit of a currency is in the workspace's own. A month has one rate for a currency; other months
 * keep theirs. Saying the same twice changes nothing.
 */
export async function keepRate(
  deps: KeepRateDeps,
  actor: Actor,
  { month, from, rate, note, version }: KeepRate,
): Promise<Result<ExchangeRate, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const { currency: to, timeZone } = workspace;
  if (from === to) return err(rateToItself(to));
  const at = deps.clock.nowMs();
  const thisMonth = monthOf(dayOf(at, timeZone));
  if (month > thisMonth || month < addMonths(thisMonth, -furthestMonths)) return err(rateMonthTooFar());
  const stored = await deps.exchangeRates.get(workspaceId, { month, from, to });
  if (stored && stored.rate === rate && stored.note === (note || undefined)) return ok(stored);
  if ((stored?.version ?? 0) !== version) return err(rateChanged());
  const kept = { workspaceId, month, from, to, rate, ...(note && { note }), by: actorName(actor), at, version };
  const saved = await deps.exchangeRates.save(kept);
  return saved ? ok(saved) : err(rateChanged());
}

/** Takes a month's rate away, on the version that was seen. */
export async function removeRate(
  deps: Omit<KeepRateDeps, "clock">,
  actor: Actor,
  { month, from, version }: Pick<KeepRate, "month" | "from" | "version">,
): Promise<Result<void, Failure>> {
  const allowed = authorize(actor, "manage-goals");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const removed = await deps.exchangeRates.remove({ workspaceId, month, from, to: workspace.currency, version });
  return removed ? ok(undefined) : err(rateChanged());
}
