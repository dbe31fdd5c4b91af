import { authorize, type Workspaces } from "../access/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { ExchangeRate } from "./model.ts";
import type { ExchangeRates } from "./ports.ts";

/** The rates of some months into the workspace's currency, in order of month. One key and one query. */
export async function readRates(
  deps: { exchangeRates: Pick<ExchangeRates, "between">; workspaces: Pick<Workspaces, "get"> },
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<Result<{ currency: string; rates: readonly ExchangeRate[] }, Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return err(notFound());
  const { currency } = workspace;
  if (to < from) return ok({ currency, rates: [] });
  const rates = await deps.exchangeRates.between(actor.workspaceId, from, to);
  return ok({ currency, rates: rates.filter((one) => one.to === currency) });
}
