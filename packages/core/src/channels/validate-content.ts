import { type Failure, invalid } from "../kernel/failure.ts";
import { type Format, type FormatName, formatOf, type Manifest } from "./manifest.ts";
import { publishedText } from "./published-text.ts";
import { textLength } from "./text-length.ts";
import { type FileToValidate, validateFile } from "./validate-file.ts";
import { followUpFailures } from "./validate-follow-ups.ts";

export interface ContentToValidate {
  readonly text: string;
  readonly link?: string | undefined;
  readonly media: readonly FileToValidate[];
  /** The platform's usual format when absent. */
  readonly format?: FormatName | undefined;
  readonly firstComment?: string | undefined;
  readonly thread?: readonly { readonly text: string; readonly media: readonly FileToValidate[] }[] | undefined;
}

/**
 * Every rule of a platform that the content breaks in its format, with the `actual` and the `allowed` figure (characters,
 * pieces, bytes, pixels, ms); empty when it may be published. Text is counted by the platform's unit, with the link where
 * the link goes into the text.
 */
export function validateContent(manifest: Manifest, content: ContentToValidate): Failure[] {
  const format = formatOf(manifest, content.format);
  const failures = format
    ? [
        ...textFailures(manifest, format, content),
        ...countFailures(format, content),
        ...fileFailures(format, content),
        ...followUpFailures(manifest, format, content, (part) => [
          ...countFailures(format, part),
          ...fileFailures(format, part),
        ]),
      ]
    : [formatUnknown(manifest, content)];
  return failures.map((failure) => ({ ...failure, params: { platform: manifest.name, ...failure.params } }));
}

/** A mark and a word after it, where neither a word nor another mark stands before: not an address, not `a#b`. */
const marked = (mark: "#" | "@"): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_@#/&])${mark}[\\p{L}\\p{N}_]`, "gu");

const formatUnknown = ({ formats }: Manifest, { format }: ContentToValidate): Failure =>
  invalid("format-unknown", {
    field: "format",
    params: { actual: String(format), allowed: formats.map(({ name }) => name).join(", ") },
  });

function textFailures(manifest: Manifest, { text: rules }: Format, content: ContentToValidate): Failure[] {
  const failures: Failure[] = [];
  const text = publishedText(manifest, content);
  const most = (code: string, actual: number, allowed = Number.POSITIVE_INFINITY) => {
    if (actual > allowed) failures.push(broken(code, "text", actual, allowed));
  };
  most(rules.max === 0 ? "text-not-taken" : "text-too-long", textLength(rules.unit, text), rules.max);
  most("too-many-hashtags", [...text.matchAll(marked("#"))].length, rules.maxHashtags);
  most("too-many-mentions", [...text.matchAll(marked("@"))].length, rules.maxMentions);
  const blank = content.text.trim() === "";
  if (blank && rules.required) failures.push(invalid("text-required", { field: "text" }));
  if (blank && !rules.required && !content.link && content.media.length === 0) {
    failures.push(invalid("content-empty", { field: "text" }));
  }
  if (content.link !== undefined && !isWebAddress(content.link))
    failures.push(invalid("link-invalid", { field: "link" }));
  return failures;
}

const fileFailures = (format: Format, { media }: Pick<ContentToValidate, "media">): Failure[] =>
  media.flatMap((file, index) => validateFile(format.media[file.kind], file, index));

function countFailures({ media: rules }: Format, { media }: Pick<ContentToValidate, "media">): Failure[] {
  const images = media.filter((it) => it.kind === "image").length;
  const videos = media.length - images;
  const failures: Failure[] = [];
  const most = (code: string, actual: number, allowed: number) => {
    if (actual > allowed) failures.push(broken(code, "media", actual, allowed));
    return actual > allowed;
  };
  const imagesBroken = most("too-many-images", images, rules.maxImages);
  const videosBroken = most("too-many-videos", videos, rules.maxVideos);
  if (!imagesBroken && !videosBroken) most("too-many-files", media.length, rules.maxFiles);
  if (images > 0 && videos > 0 && !rules.mixed && rules.maxImages > 0 && rules.maxVideos > 0) {
    failures.push(invalid("images-with-video", { field: "media" }));
  }
  if (rules.required && media.length === 0) {
    failures.push(invalid(rules.maxImages > 0 ? "media-required" : "video-required", { field: "media" }));
  }
  if (rules.loneVideo && videos === 1 && images === 0) {
    failures.push(invalid("video-alone", { field: "media", params: { format: rules.loneVideo } }));
  }
  return failures;
}

const broken = (code: string, field: string, actual: number, allowed: number): Failure =>
  invalid(code, { field, params: { actual, allowed } });

const isWebAddress = (link: string): boolean => URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
