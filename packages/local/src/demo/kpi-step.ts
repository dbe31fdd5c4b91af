import { isDeepStrictEqual } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { workspaceRepository } from "#core/adapters/dynamo/access-repository.ts";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { measurementRepository, publicationSampleRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { rawEvents } from "#core/adapters/dynamo/raw-events.ts";
import { type KpiDay, kpiNames, recount } from "#core/insights/index.ts";
import type { Machine } from "../machine.ts";
import { type Figures, must, until } from "./figures.ts";
import type { DemoWorkspace } from "./set-up.ts";
import { demoToday } from "./zone.ts";

/** Has the page measured, waits for the rollups and compares each KPI of the day with a recount from raw events. */
export async function kpiStep(
  machine: Machine,
  { client, workspaceId }: DemoWorkspace,
  figures: Figures,
  say: (line: string) => void,
): Promise<void> {
  const day = demoToday().toString();
  await client.ask("POST", "/api/kpis/measure", {});
  const tableName = machine.cloud.resource("Table").name;
  const raw = new DynamoDBClient({
    endpoint: machine.cloud.gatewayUrl,
    region: machine.cloud.region,
    credentials: machine.cloud.operatorCredentials,
  });
  const dynamo = {
    tableName,
    client: DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } }),
  };
  const deps = {
    workspaces: workspaceRepository(dynamo),
    channels: channelRepository(dynamo),
    raw: rawEvents(dynamo),
    measurements: measurementRepository(dynamo),
    samples: publicationSampleRepository(dynamo),
  };
  const compare = async () => {
    const [{ kpis, measuredAt }, counted] = await Promise.all([
      client.ask<KpiDay>("GET", `/api/kpis/day?day=${day}`),
      recount(deps, workspaceId, day),
    ]);
    const plain = JSON.parse(JSON.stringify(counted?.workspace ?? {})) as KpiDay["kpis"];
    return { kpis, measuredAt, wrong: kpiNames.filter((name) => !isDeepStrictEqual(kpis[name], plain[name])) };
  };
  try {
    await until("the figures are measured and counted", 60_000, async () => {
      const { measuredAt, wrong, kpis } = await compare();
      const { posts } = kpis.engagementByType.image;
      return measuredAt !== null && wrong.length === 0 && posts.available && posts.value === 1;
    });
  } finally {
    const { wrong } = await compare();
    figures.kpisChecked = kpiNames.length;
    figures.kpisWrong = wrong.length;
    raw.destroy();
    if (wrong.length > 0) say(`these differ from a recount: ${wrong.join(", ")}`);
  }
  const { kpis } = await compare();
  must(figures.kpisWrong === 0, "every KPI equals its recount");
  must(!kpis.audienceProfile.age.available, "what the platform does not give is not available, not 0");
  const { followersEnd } = kpis.audienceGrowth;
  const followers = followersEnd.available ? followersEnd.value : "not available";
  say(`eight KPIs of the day equal a recount from raw events (followers ${followers}, age: not available)`);
}
