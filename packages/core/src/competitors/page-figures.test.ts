import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import { type PublicPost, publicPostKinds } from "../channels/public-pages.ts";
import { addDays } from "../kernel/time.ts";
import { isSettled, type PageDay, restatedDay } from "./model.ts";
import { interactionsOf, pageFigures } from "./page-figures.ts";

const notGiven = notAvailable("not-given-by-platform");
const hour = 3_600_000;
const at = (day: string, hours = 10) => Date.parse(`${day}T00:00:00Z`) + hours * hour;
const post = (day: string, reactions: number | null, more: Partial<PublicPost> = {}): PublicPost => ({
  ...{ remoteId: `${day}-${reactions}`, url: "https://p/1", publishedAt: at(day), kind: "image", opening: "Кава" },
  reactions: reactions === null ? notGiven : figure(reactions),
  comments: figure(2),
  shares: notGiven,
  ...more,
});
/** A day seen a week later, when everything on it was ripe. */
const day = (name: string, list: readonly PublicPost[] | null, followers?: number): PageDay => ({
  page: "riv_1",
  day: name,
  measuredAt: at(name, 7 * 24),
  followers: followers === undefined ? notAvailable("not-yet") : figure(followers),
  posts: list ? { available: true, list: [...list] } : { available: false, reason: "no-permission" },
});
const november = { from: "2026-11-01", to: "2026-11-30" };

describe("a page's figures", () => {
  it("count what anybody can see of posts that were two days old", () => {
    const young = { ...day("2026-11-04", [post("2026-11-04", 900)]), measuredAt: at("2026-11-06", 9) };
    const days = [
      day("2026-11-02", [post("2026-11-02", 40), post("2026-11-02", 18)], 2000),
      day("2026-11-03", []),
      young,
    ];
    expect(pageFigures(days, november)).toMatchObject({
      ...{ followers: figure(2000), days: 3, posts: 3, postsPerWeek: figure(7), counted: 2, hidden: 0 },
      ...{ interactionsPerPost: figure(31), perThousandFollowers: figure(15.5), growth: null },
    });
  });

  it("know the followers of a page that is watched since the day after the period, and no growth yet", () => {
    const figures = pageFigures([day("2026-11-30", [post("2026-11-30", 18)]), day("2026-12-01", [], 2000)], november);
    expect(figures).toMatchObject({ followers: figure(2000), followersOn: "2026-12-01", growth: null, days: 1 });
    expect(figures.perThousandFollowers).toEqual(figure(10));
    const both = pageFigures([day("2026-11-30", [], 1900), day("2026-12-01", [], 2000)], november);
    expect(both).toMatchObject({ followers: figure(1900), followersOn: "2026-11-30" });
    expect(pageFigures([day("2026-12-02", [], 2000)], november).followers).toEqual(notAvailable("not-yet"));
  });

  it("leave out posts whose likes are hidden, say how many, and never take them for 0", () => {
    const some = pageFigures([day("2026-11-02", [post("2026-11-02", null), post("2026-11-02", 8)], 1000)], november);
    expect(some).toMatchObject({ counted: 1, hidden: 1, interactionsPerPost: figure(10) });
    const all = pageFigures([day("2026-11-02", [post("2026-11-02", null)], 1000)], november);
    expect(all).toMatchObject({
      counted: 0,
      hidden: 1,
      interactionsPerPost: notGiven,
      perThousandFollowers: notGiven,
      best: [],
    });
  });

  it("tell growth from the day before the period, or from the first day that was measured", () => {
    const days = [
      day("2026-10-30", [], 900),
      day("2026-10-31", [], 1000),
      day("2026-11-15", null),
      day("2026-11-30", [], 1100),
    ];
    expect(pageFigures(days, november).growth).toEqual({
      change: 100,
      relative: 0.1,
      since: "2026-10-31",
      isWhole: true,
    });
    expect(pageFigures([day("2026-11-20", [], 500), day("2026-11-25", [], 490)], november).growth).toEqual({
      ...{ change: -10, relative: -0.02, since: "2026-11-20", isWhole: false },
    });
    expect(pageFigures([day("2026-10-31", [], 500)], november)).toMatchObject({
      growth: null,
      followers: notAvailable("not-yet"),
    });
  });

  it("say why there is none", () => {
    expect(pageFigures([], november)).toMatchObject({
      ...{ followers: notAvailable("not-yet"), postsPerWeek: notAvailable("not-yet"), days: 0 },
    });
    const refused = pageFigures([day("2026-11-02", null, 100)], november);
    expect(refused).toMatchObject({ followers: figure(100), perThousandFollowers: notAvailable("no-permission") });
    expect(pageFigures([day("2026-11-02", [], 100)], november)).toMatchObject({
      ...{ postsPerWeek: figure(0), interactionsPerPost: notAvailable("no-cases") },
    });
  });

  it("name the best posts, and none without interactions", () => {
    const quiet = post("2026-11-05", 0, { comments: figure(0) });
    const list = [post("2026-11-02", 5), post("2026-11-02", 50), quiet, post("2026-11-02", 20), post("2026-11-02", 30)];
    const { best } = pageFigures([day("2026-11-02", list)], november);
    expect(best.map(({ interactions }) => interactions)).toEqual([52, 32, 22]);
  });

  it("equal a plain recount of every post, whatever the days", () => {
    const anyPost = fc.record({
      reactions: fc.option(fc.nat(500)),
      comments: fc.nat(40),
      shares: fc.option(fc.nat(20)),
      kind: fc.constantFrom(...publicPostKinds, null),
      ageHours: fc.integer({ min: 1, max: 200 }),
    });
    const anyDay = fc.record({
      posts: fc.option(fc.array(anyPost, { maxLength: 4 })),
      followers: fc.option(fc.nat(9000)),
    });
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 5 }), (given, skip) => {
        const first = "2026-11-01";
        const days = given.map(({ posts, followers }, index): PageDay => {
          const name = addDays(first, index);
          return {
            ...{ page: "riv_1", day: name, measuredAt: at(name, 300) },
            followers: followers === null ? notAvailable("not-yet") : figure(followers),
            posts: posts
              ? {
                  available: true,
                  list: posts.map((one, at2) => ({
                    ...{ remoteId: `${index}-${at2}`, url: null, opening: "", kind: one.kind },
                    publishedAt: at(name, 300) - one.ageHours * hour,
                    reactions: one.reactions === null ? notGiven : figure(one.reactions),
                    comments: figure(one.comments),
                    shares: one.shares === null ? notGiven : figure(one.shares),
                  })),
                }
              : { available: false, reason: "not-yet" },
          };
        });
        const from = addDays(first, skip);
        const found = pageFigures(days, { from, to: addDays(first, 60) });
        // The oracle: one pass over what was given, in plain numbers.
        let [sum, counted, hidden, posts, known] = [0, 0, 0, 0, 0];
        let followers: number | null = null;
        for (const one of given.slice(skip)) {
          if (one.followers !== null) followers = one.followers;
          if (!one.posts) continue;
          known += 1;
          for (const { reactions, comments, shares, ageHours } of one.posts) {
            posts += 1;
            if (ageHours < 48) continue;
            if (reactions === null) hidden += 1;
            else {
              counted += 1;
              sum += reactions + comments + (shares ?? 0);
            }
          }
        }
        expect([found.posts, found.counted, found.hidden, found.days]).toEqual([posts, counted, hidden, known]);
        const { interactionsPerPost: each, perThousandFollowers: rate, postsPerWeek } = found;
        expect(each.available ? each.value : null).toBe(counted > 0 ? sum / counted : null);
        expect(postsPerWeek.available ? postsPerWeek.value : null).toBe(known > 0 ? (posts / known) * 7 : null);
        const hasRate = counted > 0 && followers !== null && followers > 0;
        expect(rate.available ? rate.value : null).toBe(hasRate ? (sum / counted / (followers ?? 1)) * 1000 : null);
        expect(found.kinds.reduce((all, { posts: its }) => all + its, 0)).toBe(posts);
      }),
      { numRuns: 200 },
    );
  });

  it("count shares only where they are told, the same for every page", () => {
    expect(interactionsOf(post("2026-11-02", 5, { shares: figure(3) }))).toEqual(figure(10));
    expect(interactionsOf(post("2026-11-02", 5))).toEqual(figure(7));
    expect(interactionsOf(post("2026-11-02", 5, { comments: notGiven }))).toEqual(notGiven);
  });
});

describe("a day that is reported again", () => {
  const first = day("2026-11-02", [post("2026-11-02", 5)], 1000);
  const later = {
    ...first,
    measuredAt: first.measuredAt + hour,
    posts: day("2026-11-02", [post("2026-11-02", 9)]).posts,
  };

  it("is as the newer report says, in whatever order they come", () => {
    const restated = restatedDay(first, { ...later, followers: notAvailable("not-yet") });
    expect(restated).toMatchObject({ posts: later.posts, followers: figure(1000), measuredAt: later.measuredAt });
    expect(restatedDay({ ...later, followers: notAvailable("not-yet") }, first)).toEqual(restated);
  });

  it("does not forget what was known when the platform tells nothing any more", () => {
    const refused = {
      ...first,
      measuredAt: later.measuredAt,
      posts: { available: false, reason: "no-permission" } as const,
    };
    expect(restatedDay(first, refused).posts).toEqual(first.posts);
  });

  it("is written again until its posts were seen at two days of age, and then only for news", () => {
    const young = { ...first, measuredAt: at("2026-11-03") };
    expect(isSettled(young, { ...first, measuredAt: at("2026-11-04", 12) })).toBe(false);
    expect(isSettled(first, { ...first, measuredAt: later.measuredAt })).toBe(true);
    expect(isSettled(first, later)).toBe(false);
  });
});
