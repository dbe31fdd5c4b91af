import * as v from "valibot";
import {
  type AdAccounts,
  type AdDay,
  type AdDays,
  adDaySchema,
  type ChosenAdAccount,
  chosenAdAccountSchema,
  saysTheSame,
} from "../../ads/index.ts";
import { addDays } from "../../kernel/time.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { adAccountEntity, adDayEntity, adReportEntity } from "./entities/ads.ts";
import { putNewest } from "./put-newest.ts";

/** The ad accounts that were chosen for channels. */
export function adAccountRepository(dynamo: Dynamo): AdAccounts {
  const accounts = adAccountEntity(dynamo);
  const parse = (item: unknown): ChosenAdAccount => v.parse(chosenAdAccountSchema, item);
  return {
    get: async (workspaceId, channelId) => {
      const { data } = await accounts.get({ workspaceId, channelId }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    list: async (workspaceId) => {
      const { data } = await accounts.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    put: async (chosen) => {
      await accounts.put({ ...parse(chosen), accountId: chosen.account.id }).go();
    },
    note: async ({ workspaceId, channelId, account }, outcome) => {
      const chosen = accounts.patch({ workspaceId, channelId });
      const noted =
        "trouble" in outcome
          ? chosen.set({ trouble: outcome.trouble, troubledAt: outcome.troubledAt })
          : chosen.set({ measuredAt: outcome.measuredAt }).remove(["trouble", "troubledAt"]);
      await happens(() => noted.where(({ accountId }, { eq }) => eq(accountId, account.id)).go());
    },
    remove: async (workspaceId, channelId) => {
      await accounts.delete({ workspaceId, channelId }).go();
    },
  };
}

/** What ad accounts did on days: the newest report, and every one that differed. */
export function adDayRepository(dynamo: Dynamo): AdDays {
  const [newest, reports] = [adDayEntity(dynamo), adReportEntity(dynamo)];
  const parse = (item: unknown): AdDay => v.parse(adDaySchema, item);
  return {
    put: async (workspaceId, given) => {
      const report = parse(given);
      const { day, accountId } = report;
      await putNewest(report, {
        read: async () => {
          const { data } = await newest.get({ workspaceId, day, accountId }).go({ consistent: true });
          return data && { report: parse(data), version: data.version };
        },
        keep: () => reports.put({ workspaceId, ...report }).go(),
        write: (next, version) =>
          happens(() =>
            newest
              .put({ workspaceId, ...next, version: version + 1 })
              .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
              .go(),
          ),
        saysTheSame,
      });
    },
    between: async (workspaceId, from, to) => {
      const { data } = await newest.query
        .primary({ workspaceId })
        // A key goes on after its day, so that the day after the last is where the range ends.
        .between({ day: from }, { day: addDays(to, 1) })
        .go({ pages: "all" });
      return data.map(parse);
    },
    history: async (workspaceId, accountId, day) => {
      const { data } = await reports.query.primary({ workspaceId, accountId, day }).go({ pages: "all" });
      return data.map(parse);
    },
  };
}
