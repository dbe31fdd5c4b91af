import { type Failure, invalid } from "../kernel/failure.ts";
import type { MediaRules } from "./manifest.ts";

/** A file as far as a platform's rules ask about it. A rule about what is not known is not applied. */
export interface FileToValidate {
  readonly kind: "image" | "video";
  readonly contentType: string;
  readonly bytes: number;
  /** What the library calls it; a failure names it as `file`. */
  readonly fileName?: string | undefined;
  /** Pixels, as shown. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly durationMs?: number | undefined;
}

/** How far a ratio may be beyond its limit: half a percent, because files have whole pixels. */
const ratioSlack = 0.005;

type Rules = MediaRules["image"] & Partial<Pick<MediaRules["video"], "minDurationMs" | "maxDurationMs">>;

/** Every rule that the file at `index` of a publication breaks, with its figures and its `number` counted from 1. */
export function validateFile(rules: Rules, file: FileToValidate, index: number): Failure[] {
  const { kind, width, height, durationMs } = file;
  const which = { number: index + 1, ...(file.fileName !== undefined && { file: file.fileName }) };
  const failures: Failure[] = [];
  const refuse = (code: string, params: Record<string, string | number>) =>
    failures.push(invalid(`${kind}-${code}`, { field: `media.${index}`, params: { ...which, ...params } }));
  const most = (code: string, actual: number | undefined, allowed: number | undefined) => {
    if (actual !== undefined && allowed !== undefined && actual > allowed) refuse(code, { actual, allowed });
  };
  const least = (code: string, actual: number | undefined, allowed: number | undefined) => {
    if (actual !== undefined && allowed !== undefined && actual < allowed) refuse(code, { actual, allowed });
  };
  if (!rules.contentTypes.includes(file.contentType)) {
    refuse("type-refused", { actual: file.contentType, allowed: rules.contentTypes.join(", ") });
  }
  most("too-large", file.bytes, rules.maxBytes);
  least("too-narrow", width, rules.minWidth);
  most("too-wide", width, rules.maxWidth);
  least("too-short", durationMs, rules.minDurationMs);
  most("too-long", durationMs, rules.maxDurationMs);
  if (rules.ratio && width !== undefined && height !== undefined && height > 0) {
    const { min, max } = rules.ratio;
    const ratio = width / height;
    const params = { actual: `${width}:${height}`, allowed: `${shareOf(min)}–${shareOf(max)}` };
    if (ratio < min * (1 - ratioSlack)) refuse("too-tall", params);
    if (ratio > max * (1 + ratioSlack)) refuse("too-flat", params);
  }
  return failures;
}

/** A ratio as people write it: 4:5, 16:9, 1.91:1. */
function shareOf(ratio: number): string {
  for (let height = 1; height <= 16; height += 1) {
    const width = ratio * height;
    if (Math.abs(width - Math.round(width)) < 1e-6) return `${Math.round(width)}:${height}`;
  }
  return `${Number(ratio.toFixed(2))}:1`;
}
