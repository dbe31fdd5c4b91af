import * as v from "valibot";
import { type ExchangeRate, type ExchangeRates, exchangeRateSchema } from "../../currencies/index.ts";
import { addMonths } from "../../kernel/time.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { exchangeRateEntity } from "./entities/currencies.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): ExchangeRate => v.parse(exchangeRateSchema, item);

/** The exchange rates of workspaces by month. */
export function exchangeRateRepository(dynamo: Dynamo): ExchangeRates {
  const rates = exchangeRateEntity(dynamo);
  const get: ExchangeRates["get"] = async (workspaceId, { month, from, to }) => {
    const { data } = await rates.get({ workspaceId, month, from, to }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    save: (rate) =>
      savedVersion(
        rate,
        (next) =>
          rates
            .put(parse(next))
            .where(({ version }, { eq, notExists }) =>
              rate.version === 0 ? notExists(version) : eq(version, rate.version),
            )
            .go(),
        () => get(rate.workspaceId, rate),
      ),
    remove: ({ workspaceId, month, from, to, version }) =>
      happens(() =>
        rates
          .delete({ workspaceId, month, from, to })
          .where((of, { eq, notExists }) => `${notExists(of.version)} OR ${eq(of.version, version)}`)
          .go(),
      ),
    between: async (workspaceId, from, to) => {
      const { data } = await rates.query
        .primary({ workspaceId })
        // A key goes on after its month, so that the month after the last is where the range ends.
        .between({ month: from }, { month: addMonths(to, 1) })
        .go({ pages: "all", consistent: true });
      return data.map(parse);
    },
  };
}
