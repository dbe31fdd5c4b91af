import { expect, it } from "vitest";
import type { ConnectorErrorClass } from "../../channels/errors.ts";
import * as content from "../../content/errors.ts";
import * as publishing from "../../publishing/errors.ts";
import { failureText } from "../failures.ts";

const classes: Record<ConnectorErrorClass, true> = {
  "rate-limited": true,
  "auth-expired": true,
  permission: true,
  "invalid-content": true,
  "not-found": true,
  duplicate: true,
  blocked: true,
  transient: true,
  unknown: true,
};
const detail = { code: "100/33", message: "no", rule: "link-refused", resetAt: 0 };
const platformFailures = Object.keys(classes).map((name) =>
  publishing.platformFailure({ class: name as ConnectorErrorClass, ...detail }),
);

const ofThread = { platform: "X", number: 2, actual: 281, allowed: 280 };
const followUpRules: readonly { code: string; params: Readonly<Record<string, string | number>> }[] = [
  { code: "first-comment-not-supported", params: { platform: "X" } },
  { code: "first-comment-not-supported", params: { platform: "X", format: "story" } },
  { code: "thread-not-supported", params: { platform: "X", format: "reel" } },
  { code: "first-comment-too-long", params: ofThread },
  { code: "too-many-thread-parts", params: ofThread },
  { code: "thread-part-too-long", params: ofThread },
  { code: "thread-part-empty", params: ofThread },
  { code: "thread-part-without-media", params: ofThread },
];

const failures: readonly { code: string; params?: Readonly<Record<string, string | number>> | undefined }[] = [
  content.changedMeanwhile(),
  content.postStateRefuses("canceled"),
  content.scheduledNeedsApprover(),
  content.channelIsScheduled("chan_1"),
  content.unknownChannel("chan_1"),
  { ...content.channelCannotPublish(), params: { channel: "Листок" } },
  content.unknownAsset("asset_1"),
  content.assetNotReady("asset_1", "menu.png", "pending"),
  content.assetNotReady("asset_1", "menu.png", "refused"),
  content.postTooLarge(120_001),
  content.noChannels(),
  content.postBreaksRules([]),
  content.noteMissing(),
  content.reviewLinkInvalid(),
  content.reviewOutdated(),
  content.reviewAnswered(),
  content.tooManyReviewLinks(20),
  content.assetNotReady("asset_1", "menu.png", "removed"),
  content.uploadMissing("menu.png"),
  content.mediaTypeUnsupported("menu.svg", "image/svg+xml"),
  content.mediaTypeMismatch("menu.png", "image/png", "image/jpeg"),
  content.mediaSizeMismatch("menu.png", 1, 2),
  content.mediaTooLarge("menu.png", 2, 1),
  content.mediaUnreadable("menu.png"),
  content.damagedMedia("media-cut-off", "menu.mp4"),
  content.damagedMedia("video-unreadable", "menu.mp4"),
  content.damagedMedia("video-without-picture", "menu.mp4"),
  content.damagedMedia("video-length-unknown", "menu.mp4"),
  content.assetIsScheduled("menu.png", []),
  content.folderNotEmpty("Осінь"),
  publishing.dueInPast(),
  publishing.dueTooFar(),
  publishing.noFreeSlot("Листок"),
  publishing.alreadyScheduled("Листок", "published"),
  publishing.channelNeedsReconnect("Листок"),
  publishing.postNotApproved("draft"),
  publishing.publicationTooLate("publishing"),
  publishing.stale(6),
  publishing.paceExceeded(6),
  publishing.postGone(),
  publishing.channelGone(),
  publishing.channelCut(),
  publishing.contentUnusable("menu.png"),
  publishing.unsettled(),
  publishing.processingTooLong(),
  publishing.connectorFault(),
  ...platformFailures,
  publishing.noFailedFollowUp(),
  ...[
    publishing.stale(6),
    publishing.channelGone(),
    publishing.channelCut(),
    publishing.unsettled(),
    publishing.processingTooLong(),
    publishing.connectorFault(),
    ...platformFailures,
  ].map(publishing.ofFollowUp),
  ...followUpRules,
];

it.each(failures)("$code is told with a cure, in both languages, without a gap", (failure) => {
  const texts = (["uk", "en"] as const).map((language) => failureText(language, { kind: "invalid", ...failure }));
  for (const { message, cure } of texts) {
    expect(message).toMatch(/\.$/);
    expect(cure).toBeTruthy();
    expect(`${message} ${cure}`).not.toMatch(/undefined|NaN|!/);
  }
  expect(texts[0]?.message).toMatch(/[а-яіїєґ]/i);
  expect(texts[1]?.message).not.toMatch(/[а-яіїєґ]{3}.*[а-яіїєґ]{3} /i);
});
