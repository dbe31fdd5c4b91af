import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReviewLink } from "#core/content/index.ts";
import { newId } from "#core/kernel/ids.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { reviewLinkEntity } from "./entities/review-links.ts";
import { reviewLinkRepository } from "./review-link-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const aLink = (change: Partial<ReviewLink> = {}): ReviewLink => ({
  id: newId("rvl"),
  workspaceId: newId("ws"),
  postId: "post_1",
  secretHash: "hash",
  language: "uk",
  createdBy: "mem_1",
  binding: true,
  createdAt: 1,
  expiresAt: 1_000_500,
  ...change,
});

it("keeps links, lists a post's, the newest first, and nobody else's", async () => {
  const links = reviewLinkRepository(dynamo);
  const [first, second] = [aLink({ label: "Олена" }), aLink()];
  const { workspaceId } = first;
  for (const link of [first, { ...second, workspaceId }, aLink({ workspaceId, postId: "post_2" })]) {
    await links.create(link);
  }
  expect(await links.get(workspaceId, first.id)).toEqual(first);
  expect(await links.get(newId("ws"), first.id)).toBeNull();
  expect((await links.ofPost(workspaceId, "post_1")).map(({ id }) => id)).toEqual([second.id, first.id]);
});

it("marks a link as taken back once, and never one that is not there", async () => {
  const links = reviewLinkRepository(dynamo);
  const link = aLink();
  await links.create(link);
  await links.revoke(link.workspaceId, link.id, 10);
  await links.revoke(link.workspaceId, link.id, 20);
  expect((await links.get(link.workspaceId, link.id))?.revokedAt).toBe(10);
  await links.revoke(link.workspaceId, "rvl_none", 10);
  expect(await links.get(link.workspaceId, "rvl_none")).toBeNull();
});

it("keeps which mails have gone out, each once, and of no link that is not there", async () => {
  const links = reviewLinkRepository(dynamo);
  const link = aLink();
  await links.create(link);
  expect(await links.told(link.workspaceId, link.id)).toEqual([]);
  for (const mail of ["evt_1 mem_1", "evt_1 mem_2", "evt_1 mem_1"])
    await links.noteTold(link.workspaceId, link.id, mail);
  expect((await links.told(link.workspaceId, link.id)).toSorted()).toEqual(["evt_1 mem_1", "evt_1 mem_2"]);
  expect(await links.get(link.workspaceId, link.id)).toEqual(link);
  await links.noteTold(link.workspaceId, "rvl_none", "evt_1 mem_1");
  expect(await links.told(link.workspaceId, "rvl_none")).toEqual([]);
});

it("lets the table forget a link a month after its end", async () => {
  const link = aLink();
  await reviewLinkRepository(dynamo).create(link);
  const { data } = await reviewLinkEntity(dynamo).get({ workspaceId: link.workspaceId, id: link.id }).go();
  expect(data?.expiresAt).toBe(1_001 + 30 * 86_400);
});
