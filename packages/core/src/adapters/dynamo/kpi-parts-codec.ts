import * as v from "valibot";
import type { Durations, KpiParts } from "../../insights/index.ts";
import { noParts } from "../../insights/index.ts";

/**
 * KPI parts as a flat record of what differs from nothing: numbers by their path (`types/video/rate/sum`), first-response
 * times as a short text. A name that is added to the parts later reads as nothing in older records.
 */
export const flatPartsSchema = v.record(v.string(), v.union([v.number(), v.string()]));
export type FlatParts = v.InferOutput<typeof flatPartsSchema>;

const durationsPath = "response/durations";

/** Writes parts as a flat record. */
export function flatten(parts: KpiParts): FlatParts {
  const leaves = leavesOf(parts, "").filter(([path, value]) => value !== "" && !(value === 0 && fixedPaths.has(path)));
  return Object.fromEntries(leaves);
}

function leavesOf(value: unknown, path: string): [string, number | string][] {
  if (path === durationsPath) return [[path, durationsText(value as Durations)]];
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path === "" ? name : `${path}/${escaped(name)}`));
}

/** The paths that every record has; a zero there is not written. */
export const fixedPaths: ReadonlySet<string> = new Set(leavesOf(noParts, "").map(([path]) => path));

/** Reads parts from a flat record. */
export function unflatten(flat: FlatParts): KpiParts {
  const parts = JSON.parse(JSON.stringify(noParts)) as Tree;
  for (const [path, value] of Object.entries(flat)) {
    const names = path.split("/").map(unescaped);
    const last = names.pop() ?? "";
    let place = parts;
    for (const name of names) {
      place[name] ??= {};
      place = place[name] as Tree;
    }
    place[last] = path === durationsPath ? durationsFrom(String(value)) : value;
  }
  return parts as unknown as KpiParts;
}

interface Tree {
  [name: string]: unknown;
}

function escaped(name: string): string {
  return name.replace(/[%/]/g, encodeURIComponent);
}
const unescaped = (name: string): string => name.replace(/%25|%2F/g, decodeURIComponent);

/** `e12,40` are seconds one by one; `c0102(57)` are counts by step, one character each in base 36, larger ones in brackets. */
function durationsText(durations: Durations): string {
  if ("exact" in durations) return durations.exact.length === 0 ? "" : `e${durations.exact.join(",")}`;
  return `c${durations.counts.map((count) => (count < 36 ? count.toString(36) : `(${count})`)).join("")}`;
}

function durationsFrom(text: string): Durations {
  if (text.startsWith("e")) return { exact: text.slice(1).split(",").map(Number) };
  const counts = text.slice(1).match(/\(\d+\)|[0-9a-z]/g) ?? [];
  return { counts: counts.map((one) => (one.startsWith("(") ? Number(one.slice(1, -1)) : Number.parseInt(one, 36))) };
}
