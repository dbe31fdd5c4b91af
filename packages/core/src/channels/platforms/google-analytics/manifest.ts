import type { Manifest } from "../../manifest.ts";

/**
 * Google Analytics 4: a property of a site or app, of which only visits are read. Source: "Google Analytics Data API:
 * Quickstart", scope `analytics.readonly`.
 */
export const manifest: Manifest = {
  platform: "google-analytics",
  name: "Google Analytics",
  markColour: "#e37400",
  mark: "GA",
  formats: [],
  linkCard: false,
  scopes: ["https://www.googleapis.com/auth/analytics.readonly"],
  capabilities: {
    publish: false,
    comments: false,
    mentions: false,
    directMessages: false,
    reviews: false,
    leads: false,
    reply: false,
    replyPrivately: false,
    hide: false,
    like: false,
    remove: false,
    insights: false,
    ads: false,
    publicPages: false,
    authorFollowers: false,
    visits: true,
    webhook: false,
  },
};
