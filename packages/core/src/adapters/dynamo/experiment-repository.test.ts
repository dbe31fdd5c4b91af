import { afterAll, beforeAll, expect, it } from "vitest";
import { figure, notAvailable } from "#core/channels/measurement.ts";
import type { Experiment } from "#core/content/index.ts";
import type { PublicationResult } from "#core/insights/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { experimentRepository } from "./experiment-repository.ts";
import { publicationResultRepository } from "./publication-result-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const anExperiment = (id: string, workspaceId = "ws_1"): Experiment => ({
  id,
  workspaceId,
  channelId: "chan_1",
  a: "post_a",
  b: "post_b",
  gapDays: 7,
  createdBy: "mem_1",
  createdAt: 1,
});

it("keeps a test once, in its own workspace only, until it is removed", async () => {
  const experiments = experimentRepository(dynamo);
  const one = anExperiment("exp_1");
  expect(await experiments.create(one)).toBe(true);
  expect(await experiments.create({ ...one, gapDays: 1 })).toBe(false);
  await experiments.create(anExperiment("exp_2", "ws_2"));
  expect(await experiments.list("ws_1")).toEqual([one]);
  expect(await experiments.get("ws_2", "exp_1")).toBeNull();
  await experiments.remove("ws_2", "exp_1");
  expect(await experiments.get("ws_1", "exp_1")).toEqual(one);
  await experiments.remove("ws_1", "exp_1");
  expect(await experiments.list("ws_1")).toEqual([]);
});

it("keeps the newest result of each publication and gives them newest first", async () => {
  const results = publicationResultRepository(dynamo);
  const aResult = (publicationId: string, publishedAt: number, measuredAt: number, reach = 100): PublicationResult => ({
    publicationId,
    publishedAt,
    contentType: "image",
    measuredAt,
    interactions: notAvailable("not-yet"),
    reach: figure(reach),
  });
  await results.put("ws_1", "chan_1", aResult("pub_1", 1000, 20, 500));
  await results.put("ws_1", "chan_1", aResult("pub_1", 1000, 10, 400));
  await results.put("ws_1", "chan_1", aResult("pub_2", 900_000_000_000, 10));
  await results.put("ws_1", "chan_1", aResult("pub_3", 2000, 10));
  await results.put("ws_1", "chan_2", aResult("pub_4", 3000, 10));
  await results.put("ws_2", "chan_1", aResult("pub_5", 3000, 10));
  const ids = async (from: number, limit: number) =>
    (await results.since("ws_1", "chan_1", from, limit)).map(({ publicationId }) => publicationId);
  expect(await ids(0, 10)).toEqual(["pub_2", "pub_3", "pub_1"]);
  expect(await ids(2000, 10)).toEqual(["pub_2", "pub_3"]);
  expect(await ids(0, 2)).toEqual(["pub_2", "pub_3"]);
  expect((await results.since("ws_1", "chan_1", 0, 10)).at(-1)).toEqual(aResult("pub_1", 1000, 20, 500));
});
