import { describe, expect, it } from "vitest";
import { failureText } from "../i18n/failures.ts";
import type { Format, MediaRules, PublishingManifest, TextRules } from "./manifest.ts";
import { textLength } from "./text-length.ts";
import { type ContentToValidate, validateContent } from "./validate-content.ts";
import type { FileToValidate } from "./validate-file.ts";

const feed: Format = {
  name: "feed",
  preview: "text-first",
  firstComment: false,
  thread: false,
  text: { unit: "characters", max: 10, required: false },
  media: {
    maxFiles: 3,
    maxImages: 2,
    maxVideos: 1,
    mixed: false,
    required: false,
    altText: true,
    image: { contentTypes: ["image/jpeg"], maxBytes: 1000, minWidth: 320 },
    video: { contentTypes: ["video/mp4"], maxBytes: 5000, maxDurationMs: 60_000 },
  },
};

const manifest: PublishingManifest = {
  platform: "test",
  name: "Тест",
  markColour: "#000000",
  mark: "t",
  formats: [feed],
  pace: { burst: 2, everyMs: 30_000 },
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
    replyPrivately: false,
    hide: false,
    like: false,
    remove: false,
    insights: false,
    ads: false,
    publicPages: false,
    authorFollowers: false,
    visits: false,
    webhook: false,
  },
};

/** The manifest with other rules for its one format. */
const having = (rules: { text?: Partial<TextRules>; media?: Partial<MediaRules> }): PublishingManifest => ({
  ...manifest,
  linkCard: false,
  formats: [{ ...feed, text: { ...feed.text, ...rules.text }, media: { ...feed.media, ...rules.media } }],
});

const image = (over: Partial<FileToValidate> = {}): FileToValidate => ({
  kind: "image",
  contentType: "image/jpeg",
  bytes: 1000,
  width: 320,
  ...over,
});
const video = (over: Partial<FileToValidate> = {}): FileToValidate => ({
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
    const strict = having({ text: { required: true }, media: { required: true } });
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

  describe("with a shape for files", () => {
    const shaped = having({
      media: {
        image: { ...feed.media.image, ratio: { min: 4 / 5, max: 1.91 }, maxWidth: 4000 },
        video: { ...feed.media.video, ratio: { min: 9 / 16, max: 16 / 9 }, minDurationMs: 3000, maxWidth: 1920 },
      },
    });

    it.each([
      ["exactly 4:5", image({ width: 1080, height: 1350 })],
      ["4:5 rounded to whole pixels", image({ width: 1080, height: 1351 })],
      ["exactly 1.91:1", image({ width: 1910, height: 1000 })],
      ["an unknown height", image({ width: 1080 })],
      ["the shortest video", video({ durationMs: 3000, width: 1920, height: 1080 })],
    ])("takes %s", (_, file) => {
      expect(validateContent(shaped, content({ media: [file] }))).toEqual([]);
    });

    it.each([
      ["image-too-tall", image({ width: 1080, height: 1920 }), "1080:1920", "4:5–1.91:1"],
      ["image-too-flat", image({ width: 3000, height: 1000 }), "3000:1000", "4:5–1.91:1"],
      ["video-too-tall", video({ width: 500, height: 1000 }), "500:1000", "9:16–16:9"],
      ["video-too-flat", video({ width: 1900, height: 1000 }), "1900:1000", "9:16–16:9"],
      ["image-too-wide", image({ width: 4001, height: 4001 }), 4001, 4000],
      ["video-too-wide", video({ width: 1921, height: 1921 }), 1921, 1920],
      ["video-too-short", video({ durationMs: 2999 }), 2999, 3000],
    ])("refuses with %s", (code, file, actual, allowed) => {
      const failures = validateContent(shaped, content({ media: [file] }));
      expect(failures).toMatchObject([{ code, field: "media.0", params: { number: 1, actual, allowed } }]);
    });

    it("says the size, the shape that is allowed and where to crop", () => {
      const [failure] = validateContent(shaped, content({ media: [image({ width: 1080, height: 1920 })] }));
      expect(failure && failureText("uk", failure)).toEqual({
        message:
          "Тест не прийме фото 1: кадр 1080 × 1920 px завузький для своєї висоти, дозволене співвідношення сторін 4:5–1.91:1.",
        cure: "Обріжте зверху або знизу й завантажте знову.",
      });
    });

    it("names the type to save as, where only one is taken", () => {
      const [failure] = validateContent(shaped, content({ media: [image({ contentType: "image/png" })] }));
      expect(failure && failureText("en", failure)).toEqual({
        message: "Тест does not take picture 1: its type is PNG, allowed are JPEG.",
        cure: "Save the file as JPEG and upload it again.",
      });
    });
  });

  describe("with a number of marks in the text", () => {
    const strict = having({ text: { max: 2200, maxHashtags: 2, maxMentions: 1 } });

    it.each([
      ["as many as are allowed", "#кава #ранок @lystok"],
      ["an address, a number sign and an e-mail", "a#b https://x.example/#one # 1 me@lystok.example"],
      ["the parts of one word", "#кава#чай"],
    ])("takes %s", (_, text) => {
      expect(validateContent(strict, content({ text }))).toEqual([]);
    });

    it.each([
      ["too-many-hashtags", "#кава, #ранок (#осінь)", 3, 2],
      ["too-many-mentions", "@lystok і @kava_ua", 2, 1],
    ])("refuses with %s", (code, text, actual, allowed) => {
      expect(validateContent(strict, content({ text }))).toMatchObject([{ code, params: { actual, allowed } }]);
    });
  });

  describe("with several formats", () => {
    const video1 = { maxFiles: 1, maxImages: 0, maxVideos: 1, required: true };
    const several: PublishingManifest = {
      ...manifest,
      linkCard: false,
      formats: [
        { ...feed, media: { ...feed.media, mixed: true, loneVideo: "reel", maxVideos: 3 } },
        { ...feed, name: "reel", media: { ...feed.media, ...video1 } },
        {
          ...feed,
          name: "story",
          text: { ...feed.text, max: 0 },
          media: { ...feed.media, maxFiles: 1, required: true },
        },
      ],
    };

    it.each<[string, Partial<ContentToValidate>]>([
      ["pictures beside a video in the usual format", { media: [image(), video()] }],
      ["a reel", { format: "reel", media: [video()] }],
      ["a story without text", { format: "story", text: "", media: [image()] }],
    ])("takes %s", (_, given) => {
      expect(validateContent(several, content(given))).toEqual([]);
    });

    it.each<[string, Partial<ContentToValidate>, object]>([
      ["video-alone", { media: [video()] }, { format: "reel" }],
      ["too-many-files", { media: [image(), image(), video(), video()] }, { actual: 4, allowed: 3 }],
      ["video-required", { format: "reel" }, {}],
      ["too-many-images", { format: "reel", media: [image()] }, { actual: 1, allowed: 0 }],
      ["media-required", { format: "story", text: "" }, {}],
      ["text-not-taken", { format: "story", media: [image()] }, { actual: 6, allowed: 0 }],
      ["too-many-files", { format: "story", text: "", media: [image(), image()] }, { actual: 2, allowed: 1 }],
    ])("refuses with %s", (code, given, params) => {
      const failures = validateContent(several, content(given));
      expect(failures.filter((failure) => failure.code !== "content-empty")).toMatchObject([{ code, params }]);
      for (const failure of failures) {
        expect(failureText("uk", failure).cure).toBeTruthy();
        expect(failureText("en", failure).cure).toBeTruthy();
      }
    });

    it("says which formats there are when the one wanted is none of them", () => {
      const [failure] = validateContent(manifest, content({ format: "story" }));
      expect(failure && failureText("uk", failure)).toEqual({
        message: "Тест не має формату «Історія».",
        cure: "Виберіть для цього каналу інший: Стрічка.",
      });
    });
  });

  it.each([
    ["characters", 3],
    ["utf16", 5],
    ["graphemes", 1],
  ] as const)("counts a family emoji in %s", (unit, length) => {
    expect(textLength(unit, "👩\u200d👧")).toBe(length);
  });
});

describe("what follows the post", () => {
  const thread = { maxParts: 2, text: { unit: "graphemes", max: 5 }, media: true } as const;
  const withFormat = (change: Partial<Format>): PublishingManifest => ({
    ...manifest,
    formats: [{ ...feed, ...change }],
  });
  const withBoth = withFormat({ firstComment: { text: { unit: "characters", max: 10 } }, thread });
  const found = (rules: PublishingManifest, content: Partial<ContentToValidate>) =>
    validateContent(rules, { text: "Так", media: [], ...content }).map(({ code, field, params }) => ({
      ...{ code, field },
      actual: params?.actual,
    }));

  it("says that a platform has no first comment and no thread", () => {
    expect(found(manifest, { firstComment: "І ще", thread: [{ text: "два", media: [] }] })).toEqual([
      { code: "first-comment-not-supported", field: "firstComment" },
      { code: "thread-not-supported", field: "thread" },
    ]);
  });

  it("counts each by limits of its own", () => {
    const parts = ["👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧", "довге слово", "три"].map((text) => ({ text, media: [] }));
    expect(found(withBoth, { firstComment: "одинадцять!", thread: parts })).toEqual([
      { code: "first-comment-too-long", field: "firstComment", actual: 11 },
      { code: "too-many-thread-parts", field: "thread", actual: 3 },
      { code: "thread-part-too-long", field: "thread.1", actual: 11 },
    ]);
  });

  it("holds the files of a part to the rules of files, where a part may have some", () => {
    const gif: FileToValidate = { kind: "image", contentType: "image/gif", bytes: 1 };
    const parts = [
      { text: "", media: [] },
      { text: "", media: [gif] },
    ];
    expect(found(withBoth, { thread: parts })).toEqual([
      { code: "thread-part-empty", field: "thread.0" },
      { code: "image-type-refused", field: "thread.1.media.0", actual: "image/gif" },
    ]);
    const textOnly = withFormat({ thread: { ...thread, media: false } });
    expect(found(textOnly, { thread: parts.slice(1) })).toEqual([
      { code: "thread-part-without-media", field: "thread.0" },
    ]);
  });
});
