import { parseArgs } from "node:util";
import { DynamoDBClient, paginateListTables } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as v from "valibot";
import { workspaceRepository } from "#core/adapters/dynamo/access-repository.ts";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { kpiRepository } from "#core/adapters/dynamo/kpi-repository.ts";
import { measurementRepository, publicationSampleRepository } from "#core/adapters/dynamo/measurement-repository.ts";
import { rawEvents } from "#core/adapters/dynamo/raw-events.ts";
import { type KpiDifference, verifyKpis } from "#core/insights/index.ts";
import { addDays, dayOf, daySchema } from "#core/kernel/time.ts";
import { readOptions } from "./arguments.ts";
import { operatorsWay } from "./operators-way.ts";
import { localStage } from "./synthesis.ts";

const usage = `npm run verify -- [--workspace ws_…] [--days 28 | --from 2026-10-01 --to 2026-10-31] [--json]
                  [--stage production [--region eu-central-1]]

Recounts the eight KPIs of each day from the raw events and compares them with what the dashboards and reports show, for
each channel and the workspace; and each whole week with its days. Without --workspace all of them are verified. Reads
only. Without --stage it looks into the local cloud that runs here (--data as it was started with), with --stage into AWS.
Ends with 1 when anything differs.`;

const values = readOptions(usage, () =>
  parseArgs({
    options: {
      workspace: { type: "string" },
      days: { type: "string", default: "28" },
      from: { type: "string" },
      to: { type: "string" },
      json: { type: "boolean", default: false },
      stage: { type: "string" },
      region: { type: "string", default: process.env.AWS_REGION ?? "eu-central-1" },
      data: { type: "string" },
    },
  }),
);

/** Differences that are told one by one. */
const mostShown = 50;

const say = (line: string): void => (values.json ? console.error(line) : console.log(line));

async function main(): Promise<number> {
  const { stage, region, data } = values;
  const raw = new DynamoDBClient(operatorsWay({ stage, region, data }));
  const tableName = await tableOf(raw, stage ?? localStage);
  const dynamo = { tableName, client: DynamoDBDocumentClient.from(raw) };
  const workspaces = workspaceRepository(dynamo);
  const deps = {
    workspaces,
    channels: channelRepository(dynamo),
    raw: rawEvents(dynamo),
    measurements: measurementRepository(dynamo),
    samples: publicationSampleRepository(dynamo),
    kpiDays: kpiRepository(dynamo),
  };
  const all = values.workspace ? [await workspaces.get(values.workspace)] : await workspaces.listAll();
  const total = { workspaces: 0, compared: 0, differences: 0 };
  for (const workspace of all) {
    const period = periodIn(workspace?.timeZone ?? "UTC");
    const found = workspace && (await verifyKpis(deps, workspace.id, period));
    if (!found) throw new Error(`There is no workspace ${values.workspace}.`);
    for (const difference of found.differences.slice(0, mostShown)) say(lineOf(difference));
    if (found.differences.length > mostShown) say(`… and ${found.differences.length - mostShown} more`);
    say(`${workspace.name} (${workspace.id}), ${period.from} to ${period.to}: ${countsOf(found)}`);
    total.workspaces += 1;
    total.compared += found.compared;
    total.differences += found.differences.length;
  }
  if (values.json) console.log(JSON.stringify(total));
  return total.differences === 0 ? 0 : 1;
}

function periodIn(timeZone: string): { from: string; to: string } {
  const today = dayOf(Date.now(), timeZone);
  const days = Number(values.days);
  const to = values.to ?? today;
  const from = values.from ?? addDays(v.is(daySchema, to) ? to : today, 1 - days);
  const isDay = v.is(daySchema, from) && v.is(daySchema, to) && from <= to;
  if (!Number.isInteger(days) || days < 1 || days > 366 || !isDay) throw new Error(usage);
  return { from, to };
}

/** The table has the name of its stack and its id, with what CloudFormation puts behind it. */
async function tableOf(client: DynamoDBClient, stage: string): Promise<string> {
  const isIt = new RegExp(`^${stage}-dopys-(\\w+-)*Table[0-9A-F]{8}`);
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    const name = TableNames.find((each) => isIt.test(each));
    if (name) return name;
  }
  throw new Error(`There is no table of the stage ${stage} here.`);
}

const countsOf = ({ compared, differences }: { compared: number; differences: readonly unknown[] }): string =>
  `${compared} sets of eight KPIs compared, ${differences.length} KPIs differ`;

const lineOf = ({ grain, day, scope, kpi, stored, recounted }: KpiDifference): string =>
  `${grain} ${day} ${scope} ${kpi}: stored ${shortened(stored)}, recounted ${shortened(recounted)}`;

const shortened = (figures: unknown): string => {
  const text = JSON.stringify(figures);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

await main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
