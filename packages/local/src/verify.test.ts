import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AttributeType, Table } from "aws-cdk-lib/aws-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { workspaceRepository } from "#core/adapters/dynamo/access-repository.ts";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { measurementRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { table } from "#core/adapters/dynamo/table.ts";
import { aChannel, aMeasurement, aWorkspace, workspaceId } from "#core/insights/fixtures/world.ts";
import { type LocalCloud, playTemplates } from "./cloud/index.ts";
import { synthesizeApp, temporaryFolder } from "./cloud/testing/app.ts";
import { clientsFor } from "./cloud/testing/clients.ts";

const folder = temporaryFolder("verify");
let cloud: LocalCloud;
beforeAll(async () => {
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  const app = synthesizeApp({
    "local-dopys-Data": (stack) => {
      const { pk, sk } = table.keys;
      const resource = new Table(stack, "Table", { partitionKey: text(pk), sortKey: text(sk) });
      for (const [indexName, keys] of Object.entries(table.indexes)) {
        resource.addGlobalSecondaryIndex({ indexName, partitionKey: text(keys.pk), sortKey: text(keys.sk) });
      }
    },
  });
  mkdirSync(folder, { recursive: true });
  cloud = await playTemplates({ ...app, dataDir: join(folder, "cloud") });
  writeFileSync(join(folder, "ports.json"), JSON.stringify({ gateway: Number(new URL(cloud.gatewayUrl).port) }));
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command says, and how it ends. */
async function run(...args: string[]): Promise<{ code: number; said: string; last: string }> {
  const command = ["packages/local/src/verify.ts", "--data", folder, ...args];
  const cwd = join(import.meta.dirname, "../../..");
  const ended = await promisify(execFile)(process.execPath, command, { cwd }).catch((error: unknown) => error);
  const { code = 0, stdout, stderr } = ended as { code?: number; stdout: string; stderr: string };
  return { code, said: stdout + stderr, last: stdout.trim().split("\n").at(-1) ?? "" };
}

it("says that the figures are right, and names one that an uncounted event makes wrong", async () => {
  const tableName = cloud.resource("Table").name;
  const dynamo = { tableName, client: DynamoDBDocumentClient.from(clientsFor(cloud).dynamodb) };
  await workspaceRepository(dynamo).create(aWorkspace());
  await channelRepository(dynamo).connect(aChannel("chan_1"));
  const period = ["--from", "2026-11-20", "--to", "2026-11-22"];
  expect(await run(...period)).toMatchObject({ code: 0, said: expect.stringContaining("0 KPIs differ") });

  const report = { day: "2026-11-21", measuredAt: 60_000, measurement: aMeasurement() };
  await measurementRepository(dynamo).put(workspaceId, "chan_1", report);
  const found = await run("--workspace", workspaceId, ...period);
  expect(found).toMatchObject({ code: 1, said: expect.stringContaining("day 2026-11-21 chan_1 reach: stored") });
  const { last } = await run("--json", ...period);
  expect(JSON.parse(last)).toMatchObject({ workspaces: 1, compared: 2 });
}, 120_000);

it("says how it is called, and that it knows no such workspace", async () => {
  for (const wrong of [
    ["--days", "0"],
    ["--help"],
    ["--from", "2026-02-30"],
    ["--from", "2026-11-22", "--to", "2026-11-20"],
  ]) {
    expect(await run(...wrong)).toMatchObject({ code: 2, said: expect.stringContaining("npm run verify") });
  }
  expect(await run("--workspace", "ws_nobody")).toMatchObject({ code: 2, said: "There is no workspace ws_nobody.\n" });
}, 120_000);
