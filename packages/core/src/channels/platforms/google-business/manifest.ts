import type { PublishingManifest } from "../../manifest.ts";

const mebibyte = 1024 * 1024;

/**
 * Google Business Profile: posts on a location, its reviews, its figures. Limits: a post's text 1,500 characters, one
 * picture from 250 pixels a side to 5 MB, no video; a link is the post's button.
 * Pace: 10 edits a minute on one profile; ours is below it.
 * Sources: "Business Profile APIs: Create posts on Google", "Business Profile Help: Photo guidelines", "Usage limits".
 */
export const manifest: PublishingManifest = {
  platform: "google-business",
  name: "Google Business Profile",
  markColour: "#1a73e8",
  mark: "G",
  formats: [
    {
      name: "feed",
      preview: "media-first",
      firstComment: false,
      thread: false,
      text: { unit: "characters", max: 1_500, required: false },
      media: {
        maxFiles: 1,
        maxImages: 1,
        maxVideos: 0,
        mixed: false,
        required: false,
        altText: false,
        image: { contentTypes: ["image/jpeg", "image/png"], maxBytes: 5 * mebibyte, minWidth: 250 },
        video: { contentTypes: [], maxBytes: 0, maxDurationMs: 0 },
      },
    },
  ],
  pace: { burst: 2, everyMs: 15_000 },
  linkCard: "also-beside-media",
  scopes: ["https://www.googleapis.com/auth/business.manage"],
  capabilities: {
    publish: true,
    comments: false,
    mentions: false,
    directMessages: false,
    reviews: true,
    leads: false,
    reply: true,
    replyPrivately: false,
    hide: false,
    like: false,
    remove: true,
    insights: true,
    ads: false,
    publicPages: false,
    authorFollowers: false,
    visits: false,
    webhook: true,
  },
};
