import * as v from "valibot";
import { expect, it } from "vitest";
import type { ChannelCall } from "./connector.ts";
import type { PlatformDouble } from "./platform-double.ts";
import { openingLength, type PublicPagesCapability, publicPageSchema, publicPostSchema } from "./public-pages.ts";

const dayMs = 86_400_000;

/** What reading public pages must keep to, on a platform where somebody else has a page with posts. */
export function publicPagesContract(
  publicPages: PublicPagesCapability,
  callOf: () => ChannelCall,
  doubleOf: () => PlatformDouble,
): void {
  const read = async (handle: string | undefined, since: number) => {
    const answer = await publicPages.read(callOf(), { app: doubleOf().app, handle, since });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const { posts, usage, ...page } = answer.value;
    if (!posts.available) throw new Error(posts.reason);
    expect([v.is(publicPageSchema, page), usage >= 0 && usage <= 1]).toEqual([true, true]);
    return { page, posts: v.parse(v.array(publicPostSchema), posts.posts), completeFrom: posts.completeFrom };
  };
  const rival = () => {
    const handle = doubleOf().rival;
    if (!handle) throw new Error("the double has nobody else's page");
    return handle;
  };

  it("reads a page of somebody else, and reads it again by the handle that it gives", async () => {
    const since = Date.now() - 30 * dayMs;
    const first = await read(rival(), since);
    expect(first.page.followers.available && first.page.followers.value > 0).toBe(true);
    expect(first.posts.length).toBeGreaterThan(0);
    const again = await read(first.page.handle, since);
    expect([again.page.remoteId, again.posts.length]).toEqual([first.page.remoteId, first.posts.length]);
    expect(publicPages.handleOf(first.page.handle)).toBe(first.page.handle);
  });

  it("tells each post once, none older than asked for, with a few of its words", async () => {
    const since = Date.now() - 60 * dayMs;
    const { posts, completeFrom } = await read(rival(), since);
    expect(new Set(posts.map(({ remoteId }) => remoteId)).size).toBe(posts.length);
    expect(completeFrom).toBe(since);
    expect(posts.filter(({ publishedAt }) => publishedAt < since || publishedAt > Date.now())).toEqual([]);
    expect(Math.max(...posts.map(({ opening }) => opening.length))).toBeLessThanOrEqual(openingLength + 1);
  });

  it("reads the channel's own page in the same way", async () => {
    const { page, posts } = await read(undefined, Date.now() - 30 * dayMs);
    expect(page.remoteId).toBe(callOf().channelRemoteId);
    const published = (await doubleOf().posts()).map(({ remoteId }) => remoteId);
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.filter(({ remoteId }) => !published.includes(remoteId))).toEqual([]);
  });

  it("says that a page is not there, and takes nothing for a name that is none", async () => {
    const asked = { app: doubleOf().app, handle: "nobody.at.all.here", since: Date.now() };
    expect(await publicPages.read(callOf(), asked)).toMatchObject({ ok: false, error: { class: "not-found" } });
    expect(["", " ", "https://example.com/name", "a b", "){followers_count}"].map(publicPages.handleOf)).toEqual([
      ...[null, null, null, null, null],
    ]);
  });
}
