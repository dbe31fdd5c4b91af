import { figure, notAvailable } from "#core/channels/measurement.ts";
import type { ComparedPage, PageFigures, PlatformComparison } from "#core/competitors/index.ts";

const figures = (more: Partial<PageFigures>): PageFigures => ({
  ...{
    followers: figure(2860),
    followersOn: "2026-11-30",
    growth: null,
    days: 30,
    posts: 13,
    postsPerWeek: figure(3),
    counted: 12,
    isThin: false,
    hidden: 0,
  },
  ...{ interactionsPerPost: figure(41.4), perThousandFollowers: figure(14.5), kinds: [], best: [] },
  ...more,
});
const grown = (change: number, relative: number, since = "2026-10-31") => ({
  ...{ change, relative, since, isWhole: since < "2026-11-01" },
});
const rival = (id: string, name: string, more: Partial<PageFigures>): ComparedPage => ({
  ...{ id, name, url: `https://www.instagram.com/${id}/`, isOwn: false, figures: figures(more) },
  competitor: { pageName: `@${id}`, addedAt: 0, measuredAt: 1, trouble: undefined },
});

/** A café beside three others on Instagram: one larger, one livelier, one that hides its likes; November. */
export const cafeCompetitors = (): readonly PlatformComparison[] => [
  {
    ...{ platform: "instagram", platformName: "Instagram" },
    pages: [
      {
        ...{ id: "chan_ig", name: "lystok.cafe", url: "https://www.instagram.com/lystok.cafe/", isOwn: true },
        figures: figures({ growth: grown(86, 0.031) }),
      },
      rival("zerno.kyiv", "Зерно", {
        ...{ followers: figure(8062), growth: grown(271, 0.035), posts: 27, postsPerWeek: figure(6.3) },
        ...{ counted: 26, interactionsPerPost: figure(188.6), perThousandFollowers: figure(23.4) },
      }),
      rival("morning.bar", "Morning Bar", {
        ...{
          followers: figure(4630),
          growth: grown(48, 0.01, "2026-11-18"),
          days: 12,
          posts: 5,
          postsPerWeek: figure(2.9),
        },
        ...{ counted: 0, hidden: 5 },
        ...{ interactionsPerPost: notAvailable("not-given-by-platform") },
        ...{ perThousandFollowers: notAvailable("not-given-by-platform") },
      }),
      rival("parovoz.coffee", "Паровоз", {
        ...{ followers: figure(2134), growth: grown(60, 0.029), posts: 4, postsPerWeek: figure(0.9) },
        ...{ counted: 4, isThin: true, interactionsPerPost: figure(25.1), perThousandFollowers: figure(11.8) },
      }),
    ],
  },
];
