import type { MediaRules, PublishingManifest, TextRules } from "../../manifest.ts";

const mebibyte = 1024 * 1024;

const caption: TextRules = { unit: "characters", max: 2200, required: false, maxHashtags: 30, maxMentions: 20 };
const noText: TextRules = { unit: "characters", max: 0, required: false };

const firstComment = { text: { unit: "characters", max: 2200 } } as const;

/** JPEG only. A picture over 1440 pixels wide is scaled down, not refused. */
const jpeg = { contentTypes: ["image/jpeg"], maxBytes: 8 * mebibyte, minWidth: 320 };
const movie = { contentTypes: ["video/mp4", "video/quicktime"], maxWidth: 1920, minDurationMs: 3000 };
const minute = { ...movie, maxBytes: 100 * mebibyte, maxDurationMs: 60_000 };
const one = { mixed: false, required: true, altText: false, maxFiles: 1 } satisfies Partial<MediaRules>;

/**
 * Instagram, professional accounts. Limits: caption 2,200 characters with 30 hashtags and 20 mentions; JPEG up to 8 MB
 * between 4:5 and 1.91:1; carousel of 2 to 10; reel 3 seconds to 15 minutes and 300 MB; story up to 60 seconds and
 * 100 MB. At most 100 publications in 24 hours: 20 at once and 80 a day.
 * Direct messages: 24 hours after the person's last one, seven days with the tag of a human agent, which Meta approves for
 * each app. Sources: "Instagram Platform: Content publishing", "IG User Media" (image, reel, story and carousel
 * specifications), "Messenger Platform: Messaging Windows".
 */
export const manifest: PublishingManifest = {
  platform: "instagram",
  name: "Instagram",
  markColour: "#c32a86",
  mark: "ig",
  formats: [
    {
      name: "feed",
      preview: "media-first",
      firstComment,
      thread: false,
      text: caption,
      media: {
        maxFiles: 10,
        maxImages: 10,
        maxVideos: 10,
        mixed: true,
        required: true,
        loneVideo: "reel",
        altText: true,
        image: { ...jpeg, ratio: { min: 4 / 5, max: 1.91 } },
        video: { ...minute, ratio: { min: 4 / 5, max: 16 / 9 } },
      },
    },
    {
      name: "reel",
      preview: "full-screen",
      firstComment,
      thread: false,
      text: caption,
      media: {
        ...one,
        maxImages: 0,
        maxVideos: 1,
        image: jpeg,
        video: { ...movie, maxBytes: 300 * mebibyte, maxDurationMs: 15 * 60_000, ratio: { min: 0.01, max: 10 } },
      },
    },
    {
      name: "story",
      preview: "full-screen",
      firstComment: false,
      thread: false,
      text: noText,
      media: { ...one, maxImages: 1, maxVideos: 1, image: jpeg, video: { ...minute, ratio: { min: 0.1, max: 10 } } },
    },
  ],
  pace: { burst: 20, everyMs: 18 * 60_000 },
  linkCard: false,
  privateReply: { hours: 7 * 24 },
  messagingWindow: { hours: 24, humanAgentHours: 7 * 24 },
  scopes: [
    "instagram_basic",
    "instagram_content_publish",
    "instagram_manage_comments",
    "instagram_manage_messages",
    "instagram_manage_insights",
    "pages_show_list",
    "pages_read_engagement",
    "pages_manage_metadata",
    "business_management",
  ],
  capabilities: {
    publish: true,
    comments: true,
    mentions: true,
    directMessages: true,
    reviews: false,
    leads: false,
    reply: true,
    replyPrivately: true,
    hide: true,
    // The API has no call that likes a comment.
    like: false,
    remove: true,
    insights: true,
    ads: false,
    publicPages: true,
    authorFollowers: true,
    visits: false,
    webhook: true,
  },
};
