import { type Failure, invalid } from "../kernel/failure.ts";
import type { Manifest, TextRules } from "./manifest.ts";
import { publishedText } from "./published-text.ts";

/** A file as far as a platform's rules ask about it. */
export interface MediaToValidate {
  readonly kind: "image" | "video";
  readonly contentType: string;
  readonly bytes: number;
  /** Pixels; a rule about what is not known is not applied. */
  readonly width?: number | undefined;
  readonly durationMs?: number | undefined;
}

export interface ContentToValidate {
  readonly text: string;
  readonly link?: string | undefined;
  readonly media: readonly MediaToValidate[];
}

/**
 * Every rule of a platform that the content breaks, with the `actual` and the `allowed` figure (characters, pieces,
 * bytes, pixels, ms); empty when it may be published. Text is counted by the platform's unit, with the link where the
 * link goes into the text.
 */
export function validateContent(manifest: Manifest, content: ContentToValidate): Failure[] {
  return [
    ...textFailures(manifest, content),
    ...countFailures(manifest, content),
    ...fileFailures(manifest, content),
  ].map((failure) => ({ ...failure, params: { platform: manifest.name, ...failure.params } }));
}

const segmenter = new Intl.Segmenter();

const lengthIn: Readonly<Record<TextRules["unit"], (text: string) => number>> = {
  characters: (text) => [...text].length,
  utf16: (text) => text.length,
  graphemes: (text) => [...segmenter.segment(text)].length,
};

/** How long a text is in the unit in which a platform counts. */
export const textLength = (unit: TextRules["unit"], text: string): number => lengthIn[unit](text);

function textFailures(manifest: Manifest, content: ContentToValidate): Failure[] {
  const { unit, max, required } = manifest.text;
  const failures: Failure[] = [];
  const actual = textLength(unit, publishedText(manifest, content));
  if (actual > max) failures.push(broken("text-too-long", "text", actual, max));
  const blank = content.text.trim() === "";
  if (blank && required) failures.push(invalid("text-required", { field: "text" }));
  if (blank && !required && !content.link && content.media.length === 0) {
    failures.push(invalid("content-empty", { field: "text" }));
  }
  if (content.link !== undefined && !isWebAddress(content.link))
    failures.push(invalid("link-invalid", { field: "link" }));
  return failures;
}

function countFailures({ media: rules }: Manifest, { media }: ContentToValidate): Failure[] {
  const images = media.filter((it) => it.kind === "image").length;
  const videos = media.length - images;
  const failures: Failure[] = [];
  if (images > rules.maxImages) failures.push(broken("too-many-images", "media", images, rules.maxImages));
  if (videos > rules.maxVideos) failures.push(broken("too-many-videos", "media", videos, rules.maxVideos));
  if (images > 0 && videos > 0 && !rules.mixed) failures.push(invalid("images-with-video", { field: "media" }));
  if (rules.required && media.length === 0) failures.push(invalid("media-required", { field: "media" }));
  return failures;
}

function fileFailures({ media: rules }: Manifest, { media }: ContentToValidate): Failure[] {
  return media.flatMap((file, index) => {
    const field = `media.${index}`;
    const { contentTypes, maxBytes } = rules[file.kind];
    const failures: Failure[] = [];
    if (!contentTypes.includes(file.contentType)) {
      const params = { number: index + 1, actual: file.contentType, allowed: contentTypes.join(", ") };
      failures.push(invalid(`${file.kind}-type-refused`, { field, params }));
    }
    const check = (code: string, actual: number, allowed: number) =>
      failures.push(invalid(code, { field, params: { number: index + 1, actual, allowed } }));
    if (file.bytes > maxBytes) check(`${file.kind}-too-large`, file.bytes, maxBytes);
    if (file.kind === "image" && file.width !== undefined && file.width < rules.image.minWidth) {
      check("image-too-narrow", file.width, rules.image.minWidth);
    }
    if (file.kind === "video" && file.durationMs !== undefined && file.durationMs > rules.video.maxDurationMs) {
      check("video-too-long", file.durationMs, rules.video.maxDurationMs);
    }
    return failures;
  });
}

const broken = (code: string, field: string, actual: number, allowed: number): Failure =>
  invalid(code, { field, params: { actual, allowed } });

const isWebAddress = (link: string): boolean => URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
