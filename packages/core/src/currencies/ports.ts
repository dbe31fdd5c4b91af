import type { ExchangeRate } from "./model.ts";

/** A workspace's rates, one for each month and pair of currencies. */
export interface ExchangeRates {
  get(workspaceId: string, key: Pick<ExchangeRate, "month" | "from" | "to">): Promise<ExchangeRate | null>;
  /** Writes if still at `rate.version`, 0 where there is none; answers it with its next version, or `null` for a lost race. */
  save(rate: ExchangeRate): Promise<ExchangeRate | null>;
  /** Takes a rate away if it is still at `version`; also true when it is gone already. */
  remove(rate: Pick<ExchangeRate, "workspaceId" | "month" | "from" | "to" | "version">): Promise<boolean>;
  /** The rates of the months `from` to `to`, both included, in order of month. One query. */
  between(workspaceId: string, from: string, to: string): Promise<readonly ExchangeRate[]>;
}
