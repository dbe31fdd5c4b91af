export * from "./create-campaign.ts";
export * from "./edit-campaign.ts";
export * from "./list-campaigns.ts";
export * from "./model.ts";
export * from "./ports.ts";
