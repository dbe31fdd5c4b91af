import * as v from "valibot";
import type { Workspaces } from "../../access/index.ts";
import { addBusinessTime, policyOf, type ResponseTargetStore } from "../../inbox/index.ts";
import {
  countryOfCurrency,
  defaultLeadSettings,
  type LeadSettingsStore,
  type LeadTermsSource,
  leadSettingsSchema,
  noChannel,
} from "../../leads/index.ts";
import { workspaceRepository } from "./access-repository.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { leadSettingsEntity } from "./entities/lead-records.ts";
import { responseTargetRepository } from "./inbox-settings-repository.ts";

/** What workspaces have agreed about their leads. */
export function leadSettingsRepository(dynamo: Dynamo): LeadSettingsStore {
  const stored = leadSettingsEntity(dynamo);
  return {
    get: async (workspaceId) => {
      const { data } = await stored.get({ workspaceId }).go();
      return data
        ? { settings: v.parse(leadSettingsSchema, data.settings), version: data.version }
        : { settings: defaultLeadSettings, version: 0 };
    },
    save: (workspaceId, settings, version) =>
      happens(() =>
        stored
          .put({ workspaceId, settings: v.parse(leadSettingsSchema, settings), version: version + 1 })
          .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
          .go(),
      ),
  };
}

/** The same as what follows from it: when a response is due, and how telephone numbers are read. */
export const leadTermsSource = (dynamo: Dynamo): LeadTermsSource =>
  leadTermsOf({
    workspaces: workspaceRepository(dynamo),
    leadSettings: leadSettingsRepository(dynamo),
    responseTargets: responseTargetRepository(dynamo),
  });

/** Terms from the settings, the hours in which the workspace answers, its zone and currency. */
export const leadTermsOf = (stores: {
  workspaces: Pick<Workspaces, "get">;
  leadSettings: Pick<LeadSettingsStore, "get">;
  responseTargets: Pick<ResponseTargetStore, "list">;
}): LeadTermsSource => ({
  of: async (workspaceId) => {
    const [workspace, { settings }, targets] = await Promise.all([
      stores.workspaces.get(workspaceId),
      stores.leadSettings.get(workspaceId),
      stores.responseTargets.list(workspaceId),
    ]);
    const policy = policyOf(targets, workspace?.timeZone ?? "UTC", noChannel);
    return {
      country: settings.country ?? countryOfCurrency(workspace?.currency ?? ""),
      responseDueAt: (fromMs) => addBusinessTime(fromMs, settings.responseMinutes * 60_000, policy(fromMs).hours),
    };
  },
});
