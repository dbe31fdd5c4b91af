import { describe, expect, it } from "vitest";
import { failureText } from "../i18n/failures.ts";
import type { Manifest } from "./manifest.ts";
import { type ContentToValidate, type MediaToValidate, textLength, validateContent } from "./validate-content.ts";

const manifest: Manifest = {
  platform: "test",
  name: "Тест",
  markColour: "#000000",
  mark: "t",
  text: { unit: "characters", max: 10, required: false },
  media: {
    maxImages: 2,
    maxVideos: 1,
    mixed: false,
    required: false,
    image: { contentTypes: ["image/jpeg"], maxBytes: 1000, minWidth: 320 },
    video: { contentTypes: ["video/mp4"], maxBytes: 5000, maxDurationMs: 60_000 },
  },
  linkCard: true,
  scopes: [],
  capabilities: {
    publish: true,
    comments: false,
    mentions: false,
    directMessages: false,
    reviews: false,
    leads: false,
    reply: false,
    hide: false,
    like: false,
    remove: false,
    insights: false,
    webhook: false,
  },
};

const image = (over: Partial<MediaToValidate> = {}): MediaToValidate => ({
  kind: "image",
  contentType: "image/jpeg",
  bytes: 1000,
  width: 320,
  ...over,
});
const video = (over: Partial<MediaToValidate> = {}): MediaToValidate => ({
  kind: "video",
  contentType: "video/mp4",
  bytes: 5000,
  durationMs: 60_000,
  ...over,
});
const content = (over: Partial<ContentToValidate> = {}): ContentToValidate => ({ text: "привіт", media: [], ...over });

describe("validating content by a manifest", () => {
  it.each([
    ["text of exactly the length", content({ text: "1234567890" })],
    ["emoji counted as one character", content({ text: "😀".repeat(10) })],
    ["a link that is a card and not counted", content({ text: "1234567890", link: "https://example.com/long" })],
    ["the most images of the greatest size", content({ media: [image(), image()] })],
    ["a video of the greatest length", content({ media: [video()] })],
    ["media without text", content({ text: "", media: [image()] })],
    ["a file of unknown width", content({ media: [image({ width: undefined })] })],
  ])("takes %s", (_, given) => {
    expect(validateContent(manifest, given)).toEqual([]);
  });

  it.each([
    ["text-too-long", content({ text: "12345678901" }), { actual: 11, allowed: 10 }],
    [
      "text-too-long",
      content({ text: "", link: "https://a.example/1", media: [image()] }),
      { actual: 19, allowed: 10 },
    ],
    ["content-empty", content({ text: "  \n" }), {}],
    ["link-invalid", content({ link: "javascript:alert(1)" }), {}],
    ["too-many-images", content({ media: [image(), image(), image()] }), { actual: 3, allowed: 2 }],
    ["too-many-videos", content({ media: [video(), video()] }), { actual: 2, allowed: 1 }],
    ["images-with-video", content({ media: [image(), video()] }), {}],
    [
      "image-type-refused",
      content({ media: [image({ contentType: "image/gif" })] }),
      { actual: "image/gif", number: 1 },
    ],
    [
      "image-too-large",
      content({ media: [image(), image({ bytes: 1001 })] }),
      { actual: 1001, allowed: 1000, number: 2 },
    ],
    ["image-too-narrow", content({ media: [image({ width: 319 })] }), { actual: 319, allowed: 320 }],
    ["video-type-refused", content({ media: [video({ contentType: "video/webm" })] }), { actual: "video/webm" }],
    ["video-too-large", content({ media: [video({ bytes: 5001 })] }), { actual: 5001, allowed: 5000 }],
    ["video-too-long", content({ media: [video({ durationMs: 60_001 })] }), { actual: 60_001, allowed: 60_000 }],
  ])("refuses with %s and its figures", (code, given, params) => {
    const failures = validateContent(manifest, given);
    expect(failures).toMatchObject([{ kind: "invalid", code, params: { platform: "Тест", ...params } }]);
  });

  it("asks for text and media where the platform requires them", () => {
    const strict = {
      ...manifest,
      text: { ...manifest.text, required: true },
      media: { ...manifest.media, required: true },
    };
    const codes = validateContent(strict, content({ text: "" })).map((failure) => failure.code);
    expect(codes).toEqual(["text-required", "media-required"]);
  });

  it("lists every broken rule at once, each with a text in both languages", () => {
    const media = [image({ contentType: "image/gif", bytes: 9 * 1024 * 1024 }), image(), image(), video()];
    const failures = validateContent(manifest, content({ text: "x".repeat(2481), media }));
    expect(failures.map((failure) => failure.code)).toEqual([
      "text-too-long",
      "too-many-images",
      "images-with-video",
      "image-type-refused",
      "image-too-large",
    ]);
    expect(failures.map((failure) => failureText("uk", failure).message)).toContain(
      "Тест не прийме фото 1: 9 МБ, дозволено 0 МБ.",
    );
    expect(failures.map((failure) => failureText("en", failure).message)).toContain(
      "The text is too long for Тест: 2,481, allowed are 10 characters.",
    );
    for (const failure of failures) expect(failureText("uk", failure).cure).toBeTruthy();
  });

  it.each([
    ["characters", 3],
    ["utf16", 5],
    ["graphemes", 1],
  ] as const)("counts a family emoji in %s", (unit, length) => {
    expect(textLength(unit, "👩\u200d👧")).toBe(length);
  });
});
