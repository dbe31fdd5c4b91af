import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SQSClient } from "@aws-sdk/client-sqs";
import { type QueueName, queueNames } from "#infra/queue-catalog.ts";
import { type DeadLetter, redrive } from "#infra/redrive.ts";
import { openCallers } from "./cloud/gateway/callers.ts";
import { localStage } from "./synthesis.ts";

const usage = `npm run redrive -- --queue ${queueNames.join("|")} [--go] [--limit 100] [--stage production [--region eu-central-1]]

Lists what lies in a queue's dead-letter queue, with the cause; with --go sends it back to the queue. Without --stage it
looks into the local cloud that runs here (--data as it was started with), with --stage into AWS.`;

const { values } = parseArgs({
  options: {
    queue: { type: "string", default: "" },
    go: { type: "boolean", default: false },
    limit: { type: "string", default: "100" },
    stage: { type: "string" },
    region: { type: "string", default: process.env.AWS_REGION ?? "eu-central-1" },
    data: { type: "string" },
  },
});

const isQueue = (name: string): name is QueueName => (queueNames as readonly string[]).includes(name);

/** The cloud that `npm start` runs, by what it keeps beside its data. */
function localClient(dataDir: string): SQSClient {
  const ports = join(dataDir, "ports.json");
  if (!existsSync(ports))
    throw new Error(`No local cloud has run in ${dataDir}. Start it by "npm start", or give --stage.`);
  const { gateway } = JSON.parse(readFileSync(ports, "utf8")) as { gateway: number };
  const credentials = openCallers(join(dataDir, "cloud")).operator;
  return new SQSClient({ endpoint: `http://127.0.0.1:${gateway}`, region: "eu-central-1", credentials });
}

function show({ id, sentAt, cause, body }: DeadLetter): void {
  const at = new Date(sentAt).toISOString();
  console.log(
    `${id}  ${at}  ${body.length} characters  ${cause ?? "no cause: cut off by its time or memory, see the log"}`,
  );
}

async function main(): Promise<void> {
  const { queue, go, stage, data } = values;
  const limit = Number(values.limit);
  if (!isQueue(queue) || !Number.isInteger(limit) || limit < 1) throw new Error(usage);
  const sqs = stage
    ? new SQSClient({ region: values.region })
    : localClient(data === undefined ? join(import.meta.dirname, "..", "..", "..", ".dopys") : resolve(data));
  const count = await redrive(sqs, { stage: stage ?? localStage, queue, go, limit, found: show });
  const what = `${count} dead ${count === 1 ? "letter" : "letters"} of ${queue}`;
  console.log(go ? `${what} sent back.` : `${what}.${count > 0 ? " --go sends them back." : ""}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
