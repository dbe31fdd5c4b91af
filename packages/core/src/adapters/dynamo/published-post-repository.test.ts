import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#core/kernel/ids.ts";
import type { PublishedPosts } from "#core/publishing/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { memoryPublishedPosts } from "#tests/support/memory-publications.ts";
import { publishedPostRepository } from "./published-post-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const stores: [string, () => PublishedPosts][] = [
  ["in the table", () => publishedPostRepository(dynamo)],
  ["in memory", memoryPublishedPosts],
];

describe.each(stores)("a platform's post %s", (_name, make) => {
  const aPost = () => ({
    workspaceId: newId("ws"),
    channelId: "chan_1",
    remoteId: "page_1_Ab",
    publicationId: "pub_1",
  });

  it("is taken for one of two publications, and for the same one as often as it asks", async () => {
    const posts = make();
    const post = aPost();
    expect(await Promise.all([posts.claim(post), posts.claim({ ...post, publicationId: "pub_2" })])).toEqual([
      true,
      false,
    ]);
    expect(await posts.claim(post)).toBe(true);
    expect(await posts.claim({ ...post, remoteId: "page_1_ab", publicationId: "pub_2" })).toBe(true);
    expect(await posts.find(post.workspaceId, post.channelId, post.remoteId)).toMatchObject({ publicationId: "pub_1" });
  });

  it("is taken instead of a publication that is named, and of no other", async () => {
    const posts = make();
    const post = aPost();
    await posts.claim(post);
    const other = { ...post, publicationId: "pub_2" };
    expect(await posts.claim(other, "pub_3")).toBe(false);
    expect(await posts.claim(other, "pub_1")).toBe(true);
    expect(await posts.claim(post)).toBe(false);
    expect(await posts.find(post.workspaceId, post.channelId, post.remoteId)).toMatchObject({ publicationId: "pub_2" });
  });

  it("is known once it was announced, and is nobody else's then", async () => {
    const posts = make();
    const post = aPost();
    await posts.put(post);
    await posts.put(post);
    expect(await posts.claim({ ...post, publicationId: "pub_2" })).toBe(false);
    expect(await posts.find(post.workspaceId, post.channelId, post.remoteId)).toMatchObject({ publicationId: "pub_1" });
  });
});
