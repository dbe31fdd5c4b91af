import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#core/kernel/ids.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { aSeries } from "#tests/support/planning-world.ts";
import { aPost, aPublication } from "#tests/support/publishing-world.ts";
import { evergreenRepository } from "./evergreen-repository.ts";
import { postRepository } from "./post-repository.ts";
import { publicationRepository } from "./publication-repository.ts";
import { seriesRepository } from "./series-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it("keeps series once, lets one of two writers win, and shows a workspace its own", async () => {
  const store = seriesRepository(dynamo);
  const series = aSeries({ workspaceId: newId("ws"), skips: ["2026-12-24T10:00"], endsBefore: "2027-01-01T10:00" });
  expect(await store.create(series)).toBe(true);
  expect(await store.create(series)).toBe(false);
  expect(await store.get(series.workspaceId, series.id)).toEqual(series);
  expect(await store.save({ ...series, state: "paused", endsBefore: undefined })).toMatchObject({ version: 2 });
  expect(await store.save({ ...series, state: "ended" })).toBeNull();
  expect(await store.list(series.workspaceId)).toMatchObject([{ state: "paused", version: 2 }]);
  expect(await store.list(newId("ws"))).toEqual([]);
  expect(await store.get(newId("ws"), series.id)).toBeNull();
});

it("finds, across workspaces, the series that the planner must look at, and only those", async () => {
  const store = seriesRepository(dynamo);
  const [one, two] = [newId("ws"), newId("ws")];
  const at = Date.parse("2031-01-01T00:00:00Z");
  await store.create(aSeries({ workspaceId: one, id: "ser_a", nextPlanAt: at }));
  await store.create(aSeries({ workspaceId: two, id: "ser_b", nextPlanAt: at - 1 }));
  await store.create(aSeries({ workspaceId: two, id: "ser_c", nextPlanAt: at + 1 }));
  await store.create(aSeries({ workspaceId: two, id: "ser_d", nextPlanAt: undefined }));
  const due = async () =>
    (await store.due(at)).filter(({ nextPlanAt = 0 }) => nextPlanAt > at - 10).map(({ id }) => id);
  expect(await due()).toEqual(["ser_b", "ser_a"]);
  await store.save(aSeries({ workspaceId: two, id: "ser_b", nextPlanAt: undefined }));
  expect(await due()).toEqual(["ser_a"]);
});

it("keeps where a post and a publication come from", async () => {
  const workspaceId = newId("ws");
  const post = aPost({
    workspaceId,
    origin: { kind: "series", seriesId: "ser_1", at: "2026-11-24T10:00", revision: 3, own: true },
  });
  const publication = aPublication({ workspaceId, origin: { kind: "series", seriesId: "ser_1" } });
  await postRepository(dynamo).create(post);
  await publicationRepository(dynamo).create(publication);
  expect(await postRepository(dynamo).get(workspaceId, post.id)).toEqual(post);
  expect(await publicationRepository(dynamo).get(workspaceId, publication.id)).toEqual(publication);
});

it("keeps evergreen posts, and names the workspaces whose slots must be looked at", async () => {
  const store = evergreenRepository(dynamo);
  const [workspaceId, other] = [newId("ws"), newId("ws")];
  const at = Date.parse("2031-01-01T00:00:00Z");
  const repeats = [{ postId: "post_2", channelId: "chan_1", at }];
  const evergreen = { ...{ id: "post_1", workspaceId, minDays: 30, texts: [], active: true, repeats, nextPlanAt: at } };
  const stored = { ...evergreen, createdBy: "mem_1", createdAt: 0, version: 1 };
  expect(await store.create(stored)).toBe(true);
  expect(await store.create(stored)).toBe(false);
  expect(await store.list(workspaceId)).toEqual([stored]);
  expect(await store.get(other, "post_1")).toBeNull();
  await store.create({ ...stored, id: "post_2" });
  await store.create({ ...stored, workspaceId: other, active: false, nextPlanAt: undefined });
  expect(await store.dueWorkspaces(at)).toEqual([workspaceId]);
  expect(await store.save({ ...stored, active: false, nextPlanAt: undefined })).toMatchObject({ version: 2 });
  expect(await store.save(stored)).toBeNull();
});
