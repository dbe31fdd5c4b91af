import type { PublishingManifest } from "../../manifest.ts";

const mebibyte = 1024 * 1024;

/**
 * Facebook Pages. Limits: text 63,206 characters; at most 10 attached photos; photos over 4 MB are refused in practice
 * (subcode 1366046) although 10 MB is the nominal figure; a video fetched by address 1 GB and 20 minutes;
 * a comment 8,000 characters.
 * Pace: the limit is on calls, 4,800 in 24 hours for each person who engaged with the page, and a publication takes up to
 * 11; beyond it bursts are refused as irregular volume (613/1996) without a figure. Ours is a careful choice below both.
 * Direct messages: 24 hours after the person's last one, seven days with the tag of a human agent, which Meta approves for
 * each app; without the approval it refuses. Sources: "Rate Limits: Business Use Case", "Graph API Reference: Page Feed, Page Photos", "Video API: Publishing",
 * "Messenger Platform: Messaging Windows".
 */
export const manifest: PublishingManifest = {
  platform: "facebook",
  name: "Facebook",
  markColour: "#0866ff",
  mark: "f",
  formats: [
    {
      name: "feed",
      preview: "text-first",
      firstComment: { text: { unit: "characters", max: 8_000 } },
      thread: false,
      text: { unit: "characters", max: 63_206, required: false },
      media: {
        maxFiles: 10,
        maxImages: 10,
        maxVideos: 1,
        mixed: false,
        required: false,
        altText: true,
        image: { contentTypes: ["image/jpeg", "image/png"], maxBytes: 4 * mebibyte },
        video: {
          contentTypes: ["video/mp4", "video/quicktime"],
          maxBytes: 1024 * mebibyte,
          maxDurationMs: 20 * 60_000,
        },
      },
    },
  ],
  pace: { burst: 5, everyMs: 10_000 },
  linkCard: true,
  privateReply: { hours: 7 * 24 },
  messagingWindow: { hours: 24, humanAgentHours: 7 * 24 },
  scopes: [
    "pages_show_list",
    "business_management",
    "pages_manage_posts",
    "pages_manage_engagement",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_metadata",
    "pages_messaging",
    "read_insights",
    "leads_retrieval",
    "pages_manage_ads",
    "ads_read",
  ],
  capabilities: {
    publish: true,
    comments: true,
    mentions: true,
    directMessages: true,
    reviews: true,
    leads: true,
    reply: true,
    replyPrivately: true,
    hide: true,
    like: true,
    remove: true,
    insights: true,
    ads: true,
    publicPages: true,
    authorFollowers: false,
    visits: false,
    webhook: true,
  },
};
