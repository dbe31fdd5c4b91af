import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { messageRepository } from "#core/adapters/dynamo/message-repository.ts";
import { synthesize } from "#infra/synthesize.ts";
import { siteDirectory } from "#local/build.ts";
import { type Machine, startMachine } from "#local/machine.ts";
import { memoryFolder } from "#local/memory-folder.ts";
import { localStage } from "#local/synthesis.ts";
import { operatorsTable } from "../publish/seed.ts";
import { barePerSecond, burst, pageId, spanOf } from "./deliveries.ts";

/** What the last line of `--json` says; `tests/bench/README.md` tells what each means. */
export interface IntakeFigures {
  readonly deliveries: number;
  readonly stored: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly perSecond: number;
  readonly ratioToBare: number;
  readonly storedPerSecond: number;
  readonly writeUnitsPerEvent: number;
  readonly awsCallsAccepted: number;
  readonly awsCallsRefused: number;
  readonly hookBundleGzipBytes: number;
}

const workspaceId = "ws_bench";
const channelId = "chan_bench";
/** Without progress for this long the bench gives up: longer than a message that failed stays hidden. */
const patienceMs = 8 * 60_000;

/** Sends a burst of deliveries through the local cloud; `met` says that each was stored once, by one call. */
export async function intakeBench(options: {
  size: number;
  say: (line: string) => void;
}): Promise<{ figures: IntakeFigures; met: boolean }> {
  const { size, say } = options;
  process.env.TZ = "UTC";
  const folder = memoryFolder("bench");
  try {
    const synthesis = await synthesize({ stage: localStage, outDir: join(folder, "synthesis") });
    const machine = await startMachine({
      synthesis,
      dataDir: join(folder, "data"),
      siteDirectory,
      ports: { http: 0, inbox: 0, sandbox: 0, gateway: 0 },
      seedSandbox: false,
      measureRequestUnits: true,
      onLog: ({ line }) => {
        if (line.includes('"ERROR"')) say(line.slice(0, 400));
      },
      onTrouble: say,
    });
    try {
      return await run(machine, size, say, readFileSync(synthesis.functions.hooks.file));
    } finally {
      await machine.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(machine: Machine, size: number, say: (line: string) => void, bundle: Buffer) {
  await connectPage(machine);
  const secret = await appSecret(machine);
  const url = `${machine.url}/hooks/facebook`;
  const few = Math.min(size, 200);
  await burst({ url, size: few, secret: "not-the-secret", wanted: 401 });
  const awsCallsRefused = callsOf(machine, "hooks", "sqs") / few;
  const bare = await barePerSecond(Math.max(size, 2000), secret);
  machine.cloud.meter.reset();

  const began = performance.now();
  const { ms, again } = await burst({ url, size, secret, wanted: 200 });
  say(
    `${size} deliveries accepted in ${Math.round(ms)} ms, ${again} sent again; a bare server: ${Math.round(bare)} a second`,
  );
  const stored = await untilStored(machine, size, say);
  const storedMs = performance.now() - began;
  const distinct = new Set(stored).size;
  const figures: IntakeFigures = {
    deliveries: size,
    stored: distinct,
    lost: size - distinct,
    duplicated: stored.length - distinct,
    perSecond: rounded((size * 1000) / ms),
    ratioToBare: rounded((size * 1000) / ms / bare),
    storedPerSecond: rounded((size * 1000) / storedMs),
    writeUnitsPerEvent: rounded(writeUnitsOf(machine, "intake") / size),
    awsCallsAccepted: rounded(callsOf(machine, "hooks") / size),
    awsCallsRefused,
    hookBundleGzipBytes: gzipSync(bundle, { level: 9 }).length,
  };
  const dead = await deadLetters(machine);
  say(
    `stored ${distinct} of ${size} after ${Math.round(storedMs / 1000)} s, ${figures.duplicated} twice, ${dead} dead letters`,
  );
  say(`${figures.writeUnitsPerEvent} write units a comment, ${figures.awsCallsAccepted} AWS calls a delivery`);
  const { lost, duplicated, awsCallsAccepted } = figures;
  return { figures, met: lost + duplicated + dead + awsCallsRefused === 0 && awsCallsAccepted === 1 };
}

const functionNamed = (machine: Machine, name: string): string => machine.cloud.resource(`local-dopys-${name}`).name;

function entriesOf(machine: Machine, name: string) {
  const caller = functionNamed(machine, name);
  return machine.cloud.meter.snapshot().filter((entry) => entry.caller === caller && entry.phase === "invocation");
}

const callsOf = (machine: Machine, name: string, service?: string): number =>
  entriesOf(machine, name)
    .filter((entry) => service === undefined || entry.service === service)
    .reduce((sum, { calls }) => sum + calls, 0);

const writeUnitsOf = (machine: Machine, name: string): number =>
  entriesOf(machine, name).reduce((sum, { writeUnits }) => sum + writeUnits, 0);

async function connectPage(machine: Machine): Promise<void> {
  await channelRepository(operatorsTable(machine)).connect({
    ...{ id: channelId, workspaceId, platform: "facebook", remoteId: pageId, name: "Сторінка", state: "connected" },
    ...{ url: "https://www.facebook.com/", sealedToken: "none", slots: [], connectedAt: Date.now(), version: 1 },
  });
}

/** The remote ids of all that is stored, once as many as were sent are there, or nothing comes any more. */
async function untilStored(machine: Machine, size: number, say: (line: string) => void): Promise<readonly string[]> {
  const messages = messageRepository(operatorsTable(machine));
  const { from, to } = spanOf(size);
  let [before, movedAt] = [-1, Date.now()];
  for (;;) {
    const found = await messages.listByChannelAndTime(workspaceId, channelId, from, to);
    if (found.length !== before) {
      [before, movedAt] = [found.length, Date.now()];
      say(`${found.length} of ${size} stored`);
    }
    const isStuck = Date.now() - movedAt > patienceMs;
    if ((found.length >= size && (await waiting(machine, "Intake")) === 0) || isStuck) {
      return found.map(({ remoteId }) => remoteId);
    }
    await new Promise((resolve) => setTimeout(resolve, size > 1000 ? 5000 : 250));
  }
}

const deadLetters = (machine: Machine): Promise<number> => waiting(machine, "IntakeDead");

/** Messages on a queue, whether they are to be seen or not. */
async function waiting({ cloud }: Machine, id: string): Promise<number> {
  const { gatewayUrl: endpoint, region, operatorCredentials: credentials } = cloud;
  const sqs = new SQSClient({ endpoint, region, credentials });
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: cloud.resource(id).ref,
      AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}

async function appSecret({ cloud }: Machine): Promise<string> {
  const { gatewayUrl: endpoint, region, operatorCredentials: credentials } = cloud;
  const ssm = new SSMClient({ endpoint, region, credentials });
  const Name = "/dopys/local/platforms/facebook";
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
  const { appSecrets } = JSON.parse(Parameter?.Value ?? "{}") as { appSecrets: [string] };
  return appSecrets[0];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
