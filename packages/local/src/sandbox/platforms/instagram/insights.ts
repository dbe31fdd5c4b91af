import { GraphError } from "../../meta/graph-error.ts";
import type { Account, Media } from "./model.ts";
import { type AccountFigures, accountFigures, followersAt, mediaFigures } from "./reach.ts";
import type { World } from "./world.ts";

type Params = Readonly<Record<string, string>>;

/** Instagram tells no one of fewer followers who they are. */
const fewestFollowers = 100;
const longestRangeMs = 30 * 24 * 3_600_000;

const totals: Readonly<Record<string, (figures: AccountFigures) => number>> = {
  reach: (it) => it.people,
  views: (it) => it.views,
  total_interactions: (it) => it.likes + it.comments + it.shares + it.saved,
  likes: (it) => it.likes,
  comments: (it) => it.comments,
  shares: (it) => it.shares,
  saves: (it) => it.saved,
};
const moves = "follows_and_unfollows";
const demographics = "follower_demographics";

/** What the followers are, in parts of a thousand. */
const sides: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  country: { UA: 861, PL: 62, DE: 44, GB: 33 },
  city: { "Kyiv, Kyiv": 655, "Lviv, Lviv Oblast": 140, "Warsaw, Masovian Voivodeship": 83, "Odesa, Odesa Oblast": 122 },
  age: { "18-24": 214, "25-34": 431, "35-44": 232, "45-54": 88, "55-64": 35 },
  gender: { F: 622, M: 341, U: 37 },
};

/** `GET /{ig-user}/insights`. */
export function accountInsights(world: World, account: Account, params: Params): { data: object[] } {
  const names = namesOf(params, [...Object.keys(totals), moves, demographics]);
  if (params.metric_type !== "total_value") {
    throw new GraphError(
      100,
      `The following metrics (${names}) should be specified with parameter metric_type=total_value`,
    );
  }
  if (names.includes(demographics)) return { data: demographicsOf(world, account, params) };
  const range = rangeOf(world, params);
  // What is not counted yet is an empty set, not 0.
  if (world.clock.nowMs() < range.to + world.currentSettings().insightsLagMs) return { data: [] };
  const figures = accountFigures(world, account, range.from, range.to);
  const data = names.flatMap((name): object[] => {
    const of = totals[name];
    if (of) return [{ name, period: "day", total_value: { value: of(figures) } }];
    if (followersAt(world, account, world.clock.nowMs()) < fewestFollowers) return [];
    if (params.breakdown !== "follow_type") return [{ name, period: "day", total_value: { value: figures.gained } }];
    const results = [
      { dimension_values: ["FOLLOWER"], value: figures.gained },
      { dimension_values: ["NON_FOLLOWER"], value: figures.lost },
    ];
    return [{ name, period: "day", total_value: { breakdowns: [{ dimension_keys: ["follow_type"], results }] } }];
  });
  return { data };
}

function demographicsOf(world: World, account: Account, { period, timeframe, breakdown = "" }: Params): object[] {
  const shares = Object.hasOwn(sides, breakdown) ? sides[breakdown] : undefined;
  if (period !== "lifetime" || !timeframe || !shares) {
    throw new GraphError(100, "follower_demographics needs period=lifetime, a timeframe and a breakdown");
  }
  const followers = followersAt(world, account, world.clock.nowMs());
  if (followers < fewestFollowers) return [];
  const results = Object.entries(shares).map(([name, thousandths]) => ({
    dimension_values: [name],
    value: Math.round((followers * thousandths) / 1000),
  }));
  return [
    { name: demographics, period: "lifetime", total_value: { breakdowns: [{ dimension_keys: [breakdown], results }] } },
  ];
}

const fewestViewers = 5;
const storyDayMs = 24 * 3_600_000;

/** `GET /{media}/insights`: of a life so far. A story is measured for a day, and not when hardly anybody saw it. */
export function mediaInsights(world: World, account: Account, media: Media, params: Params): { data: object[] } {
  const now = world.clock.nowMs();
  const figures = mediaFigures(world, account, media, now);
  const isStory = media.product === "STORY";
  const known: Record<string, number> = {
    reach: figures.people,
    views: figures.views,
    shares: figures.shares,
    ...(isStory
      ? { replies: figures.comments }
      : { likes: figures.likes, comments: figures.comments, saved: figures.saved }),
  };
  const names = namesOf(params, Object.keys(known));
  if (isStory && now - media.createdAt > storyDayMs) throw new GraphError(100, "The story has ended", { subcode: 33 });
  if (isStory && figures.people < fewestViewers) {
    throw new GraphError(10, "Not enough viewers for the media to show insights", { status: 403 });
  }
  return { data: names.map((name) => ({ name, period: "lifetime", values: [{ value: known[name] ?? 0 }] })) };
}

/** The metrics asked for. One that does not exist, or no longer, refuses the whole call. */
function namesOf(params: Params, known: readonly string[]): string[] {
  const names = (params.metric ?? "").split(",").filter(Boolean);
  const unknown = names.find((name) => !known.includes(name));
  if (names.length === 0 || unknown !== undefined) {
    throw new GraphError(100, `metric[0] must be one of the following values: ${known.join(", ")}`);
  }
  return names;
}

function rangeOf(world: World, params: Params): { from: number; to: number } {
  const [from, until] = [Number(params.since) * 1000, Number(params.until) * 1000];
  if (params.period !== "day" || !(from < until)) throw new GraphError(100, "(since, until) must be a range of days");
  if (until - from > longestRangeMs) throw new GraphError(100, "There cannot be more than 30 days (2592000 s)");
  return { from, to: Math.min(until, world.clock.nowMs()) };
}
