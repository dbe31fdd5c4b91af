import { parseArgs } from "node:util";
import { SQSClient } from "@aws-sdk/client-sqs";
import { type QueueName, queueNames } from "#infra/queue-catalog.ts";
import { type DeadLetter, redrive } from "#infra/redrive.ts";
import { readOptions } from "./arguments.ts";
import { operatorsWay } from "./operators-way.ts";
import { localStage } from "./synthesis.ts";

const usage = `npm run redrive -- --queue ${queueNames.join("|")} [--go] [--limit 100] [--stage production [--region eu-central-1]]

Lists what lies in a queue's dead-letter queue, with the cause; with --go sends it back to the queue. Without --stage it
looks into the local cloud that runs here (--data as it was started with), with --stage into AWS.`;

const values = readOptions(usage, () =>
  parseArgs({
    options: {
      queue: { type: "string", default: "" },
      go: { type: "boolean", default: false },
      limit: { type: "string", default: "100" },
      stage: { type: "string" },
      region: { type: "string", default: process.env.AWS_REGION ?? "eu-central-1" },
      data: { type: "string" },
    },
  }),
);

const isQueue = (name: string): name is QueueName => (queueNames as readonly string[]).includes(name);

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
  const sqs = new SQSClient(operatorsWay({ stage, region: values.region, data }));
  const count = await redrive(sqs, { stage: stage ?? localStage, queue, go, limit, found: show });
  const what = `${count} dead ${count === 1 ? "letter" : "letters"} of ${queue}`;
  console.log(go ? `${what} sent back.` : `${what}.${count > 0 ? " --go sends them back." : ""}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
