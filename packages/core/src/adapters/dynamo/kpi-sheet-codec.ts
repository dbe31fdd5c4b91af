import { deflateRawSync, inflateRawSync } from "node:zlib";
import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { daysIn, type KpiParts, largestGroups, noParts, noProfile, type Sheet } from "../../insights/index.ts";
import { addDays } from "../../kernel/time.ts";
import { type FlatParts, fixedPaths, flatPartsSchema, flatten, unflatten } from "./kpi-parts-codec.ts";

/*
 * A month of days (or a quarter of weeks) of a scope in one small item, so that a year of a dashboard is one query of a
 * few read units. Columns compress
 * better than rows; what repeats another column (interactions in the engagement rate, yesterday's followers) costs nearly
 * nothing. The audience is kept to the groups that are shown, and only where it changed.
 */
const packedSchema = v.object({
  /** Days since the page's first, ascending. */
  d: v.array(v.number()),
  /** By path, a value for each row. */
  c: v.record(v.string(), v.array(v.nullable(v.union([v.number(), v.string()])))),
  /** The audience from the n-th row on. */
  p: v.array(v.tuple([v.number(), v.record(v.string(), v.number())])),
});

/**
 * What deflate is told beforehand, the commonest last. Items are read by the dictionary they were written with: never
 * change this one, add another and a version beside it.
 */
const dictionary = Buffer.from(
  [
    ["text", "story", "carousel", "link", "image", "video"].map((type) =>
      ["posts", "interactions/sum", "interactions/known", "rate/sum", "rate/known", "rate/of"].map(
        (name) => `"types/${type}/${name}":[0,0,0,0,0,0,`,
      ),
    ),
    "country/city/age/gender/language/weight/groups/",
    "absent/no-permission/too-few-people/not-yet/not-given-by-platform",
    ["form", "comment", "direct", "link"].map((source) => `"leads/bySource/${source}":[`),
    ['"leads/count":[', '"leads/won":[', '"leads/value/UAH":['],
    ["received", "answered", "targeted", "within"].map((name) => `"response/${name}":[`),
    '"response/durations":["e","c0000000000000000000000',
    ["messages", "lowReviews", "actions/absent/not-given-by-platform", "rate/sum", "rate/known", "rate/of"].map(
      (name) => `"negative/${name}":[`,
    ),
    ["start/sum", "start/known", "end/sum", "end/known", "change/sum", "change/known", "base", "chain"].map(
      (name) => `"growth/${name}":[`,
    ),
    [
      '"interactions/sum":[',
      '"interactions/known":[',
      '"engagement/sum":[',
      '"engagement/known":[',
      '"engagement/of":[',
    ],
    ['"reach/sum":[', '"reach/known":[', '"reachByViews":[', '"measuredAt":['],
    '{"d":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30],"c":{',
    '},"p":[[0,{"country/groups/UA":',
    ",0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,20,20,20,20,20",
  ]
    .flat(3)
    .join(""),
);

/** Packs the rows of the page that begins with a day. */
export function packSheet(page: string, sheet: Sheet): Uint8Array {
  const days = [...sheet].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = days.map(([day, parts]) => flatten(sheetRow(day, parts)));
  const paths = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
  const profiles = days.map(([, { profile }]) => flatten({ ...noParts, profile: largestGroups(profile) }));
  const packed: v.InferOutput<typeof packedSchema> = {
    d: days.map(([day]) => daysIn(page, day) - 1),
    c: Object.fromEntries(paths.map((path) => [path, rows.map((row) => row[path] ?? filler(path))])),
    p: profiles.flatMap((profile, index) =>
      JSON.stringify(profile) === JSON.stringify(profiles[index - 1] ?? {}) ? [] : [[index, numbersOf(profile)]],
    ),
  };
  return deflateRawSync(JSON.stringify(packed), { level: 9, dictionary });
}

/** The rows of the packed page that begins with a day. */
export function unpackSheet(page: string, bytes: Uint8Array): Sheet {
  const text = inflateRawSync(bytes, { dictionary }).toString("utf8");
  const packed = v.parse(packedSchema, JSON.parse(text));
  const sheet = new Map<string, KpiParts>();
  let profile: FlatParts = {};
  for (const [index, offset] of packed.d.entries()) {
    const day = addDays(page, offset);
    profile = packed.p.find(([from]) => from === index)?.[1] ?? profile;
    const row = Object.entries(packed.c).map(([path, values]) => [path, values[index] ?? null] as const);
    const written = row.filter(([path, value]) => value !== null && value !== filler(path));
    const flat = v.parse(flatPartsSchema, Object.fromEntries(written));
    sheet.set(day, withInstant(day, unflatten({ ...flat, ...profile })));
  }
  return sheet;
}

/** What stands in a column where a row has nothing. */
const filler = (path: string): 0 | null => (fixedPaths.has(path) ? 0 : null);

const minuteMs = 60_000;
const midnight = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds;

/** The day as it is packed: the time of measuring in minutes of the day, without the audience. */
function sheetRow(day: string, parts: KpiParts): KpiParts {
  const { measuredAt } = parts;
  const minutes = measuredAt === null ? null : Math.floor((measuredAt - midnight(day)) / minuteMs);
  return { ...parts, measuredAt: minutes, profile: noProfile };
}

const withInstant = (day: string, parts: KpiParts): KpiParts =>
  parts.measuredAt === null ? parts : { ...parts, measuredAt: midnight(day) + parts.measuredAt * minuteMs };

const numbersOf = (profile: FlatParts): Record<string, number> =>
  Object.fromEntries(Object.entries(profile).map(([path, value]) => [path, Number(value)]));
