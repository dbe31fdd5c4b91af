import { describe, expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { aWorld, workspaceId } from "./fixtures/world.ts";
import { fewestForNorm, standingOf, typeNorms } from "./norms.ts";
import type { PublicationResult } from "./ports.ts";
import { readNorms, readStanding } from "./read-norms.ts";

const now = Date.parse("2026-11-22T12:00:00Z");
const day = 86_400_000;
const result = (id: string, interactions: number, given: Partial<PublicationResult> = {}): PublicationResult => ({
  publicationId: id,
  publishedAt: now - 10 * day,
  contentType: "image",
  measuredAt: now,
  interactions: figure(interactions),
  reach: figure(1000),
  ...given,
});
/** 13 pictures with 10, 20 ... 130 interactions among 1,000 people. */
const pictures = Array.from({ length: 13 }, (_, index) => result(`p${index}`, 10 * (index + 1)));

describe("the norm of a content type", () => {
  it("is the median with the quartiles of the channel's own, and how many they are", () => {
    expect(typeNorms(pictures, now)).toEqual([
      {
        contentType: "image",
        posts: 13,
        interactions: { low: 40, middle: 70, high: 100 },
        reach: { low: 1000, middle: 1000, high: 1000 },
        engagementRate: { low: 0.04, middle: 0.07, high: 0.1 },
      },
    ]);
  });

  it("says nothing of fewer than it needs, but how many there are", () => {
    const few = pictures.slice(0, fewestForNorm - 1);
    expect(typeNorms(few, now)).toMatchObject([{ posts: fewestForNorm - 1, interactions: null, engagementRate: null }]);
  });

  it("counts no post of the last two days, and no figure that isn't known", () => {
    const young = result("young", 500, { publishedAt: now - day });
    expect(typeNorms([...pictures, young], now)).toEqual(typeNorms(pictures, now));
    const dark = pictures.map((one, index) => (index < 2 ? { ...one, reach: notAvailable("not-yet") } : one));
    expect(typeNorms(dark, now)).toMatchObject([{ posts: 13, reach: null, engagementRate: null }]);
    expect(typeNorms(dark, now)[0]?.interactions).not.toBeNull();
  });

  it("keeps the types apart", () => {
    const videos = pictures.map((one) => ({
      ...one,
      publicationId: `v${one.publicationId}`,
      contentType: "video" as const,
    }));
    const norms = typeNorms([...pictures, ...videos.slice(0, 12)], now);
    expect(norms.map(({ contentType, posts }) => [contentType, posts])).toEqual([
      ["image", 13],
      ["video", 12],
    ]);
  });
});

describe("a publication beside its norm", () => {
  it("is told in times of the usual, without being its own measure", () => {
    const own = result("own", 147, { publishedAt: now - day });
    expect(standingOf([...pictures, own], own, now)).toMatchObject({
      posts: 13,
      young: true,
      interactions: { value: 147, times: 2.1, usual: { middle: 70 } },
      reach: { times: 1 },
      engagementRate: { value: 0.147 },
    });
  });

  it("is not told when the others are too few: it does not count itself among them", () => {
    const [own, ...others] = pictures.slice(0, fewestForNorm) as [PublicationResult, ...PublicationResult[]];
    expect(standingOf([own, ...others], own, now)).toMatchObject({
      posts: fewestForNorm - 1,
      neededPosts: fewestForNorm,
      interactions: null,
    });
  });
});

describe("reading norms", () => {
  const actor = systemActor(workspaceId, "test");
  async function aNormWorld(results: readonly PublicationResult[]) {
    const world = aWorld();
    for (const one of results) await world.results.put(workspaceId, "chan_1", one);
    return world;
  }

  it("is of one's own channels only", async () => {
    const world = await aNormWorld(pictures);
    expect(unwrap(await readNorms(world, actor, { channelId: "chan_1" })).types).toHaveLength(1);
    expect(await readNorms(world, actor, { channelId: "chan_of_others" })).toMatchObject({
      error: { code: "not-found" },
    });
  });

  it("says nothing of a publication without figures or from before what norms look back on", async () => {
    const world = await aNormWorld(pictures);
    const standing = async (id: string, publishedAt: number | undefined) => {
      const publication = { id, channelId: "chan_1", publishedAt };
      const publications = { get: async () => publication as never };
      return unwrap(await readStanding({ ...world, publications }, actor, { publicationId: id }));
    };
    expect(await standing("p3", now - 10 * day)).toMatchObject({ posts: 12 });
    expect(await standing("unmeasured", now - day)).toBeNull();
    expect(await standing("p3", now - 91 * day)).toBeNull();
    expect(await standing("waiting", undefined)).toBeNull();
  });
});
