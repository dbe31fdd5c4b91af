import type { Campaign } from "../../api/contract.ts";

/** The campaign's mark; its name always stands beside it. */
export const CampaignDot = ({ colour }: { readonly colour: Campaign["colour"] }) => (
  <span class={`campaign-dot campaign-${colour}`} aria-hidden="true" />
);
