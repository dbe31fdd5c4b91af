import { useResource } from "../resource.ts";
import { answerOf, api } from "./client.ts";
import type { CampaignChange, CampaignDraft } from "./contract.ts";

const listCampaigns = () => answerOf(api.campaigns.$get());

/** The workspace's campaigns, archived ones last. */
export const useCampaigns = () => useResource("campaigns", listCampaigns);
export const beginCampaign = (json: CampaignDraft) => answerOf(api.campaigns.$post({ json }));
export const changeCampaign = (id: string, json: CampaignChange) =>
  answerOf(api.campaigns[":id"].$patch({ param: { id }, json }));

const readSuggestions = () => answerOf(api.suggestions.$get());

/** The topics, labels and customers that posts have had lately. */
export const useSuggestions = () => useResource("suggestions", readSuggestions);
