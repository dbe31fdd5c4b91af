import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ListQueuesCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { redrive } from "#infra/redrive.ts";
import { type LocalCloud, playTemplates } from "./cloud/index.ts";
import { synthesizeApp, temporaryFolder } from "./cloud/testing/app.ts";
import { clientsFor } from "./cloud/testing/clients.ts";

const folder = temporaryFolder("redrive");
let cloud: LocalCloud;
beforeAll(async () => {
  const app = synthesizeApp({
    "local-dopys-Queues": (stack) => {
      const deadLetterQueue = { queue: new Queue(stack, "IntakeDead"), maxReceiveCount: 3 };
      new Queue(stack, "Intake", { deadLetterQueue });
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

const run = async (...args: string[]) => {
  const command = ["packages/local/src/redrive.ts", "--data", folder, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: join(import.meta.dirname, "../../.."),
  });
  return stdout;
};

/** The queue whose logical id begins so. */
const urlOf = async (id: string): Promise<string> => {
  const { QueueUrls = [] } = await clientsFor(cloud).sqs.send(new ListQueuesCommand({}));
  return QueueUrls.find((url) => new RegExp(`-${id}[0-9A-F]{8}`).test(url)) ?? "";
};

it("lists dead letters with their cause and changes nothing, until it is told to send them back", async () => {
  const { sqs } = clientsFor(cloud);
  const cause = { DataType: "String", StringValue: "UnreadableDelivery: evt_1: not JSON" };
  const QueueUrl = await urlOf("IntakeDead");
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{", MessageAttributes: { Cause: cause } }));
  for (let i = 0; i < 11; i += 1) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: `{"n":${i}}` }));

  for (const _ of ["looking", "looking again"]) {
    const listed = await run("--queue", "intake");
    expect(listed).toContain("1 characters  UnreadableDelivery: evt_1: not JSON");
    expect(listed).toContain("no cause: cut off");
    expect(listed).toContain("12 dead letters of intake. --go sends them back.");
  }
  expect(await run("--queue", "intake", "--go")).toContain("12 dead letters of intake sent back.");
  expect(await run("--queue", "intake")).toBe("0 dead letters of intake.\n");

  const bodies = new Set<string>();
  const live = await urlOf("Intake");
  while (bodies.size < 12) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: live, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"] }),
    );
    for (const { Body = "", MessageAttributes } of Messages) {
      bodies.add(Body);
      expect(MessageAttributes).toBeUndefined();
    }
  }
  expect(bodies).toContain("{");
}, 60_000);

it("leaves what dies again meanwhile to the next time", async () => {
  const { sqs } = clientsFor(cloud);
  const QueueUrl = await urlOf("IntakeDead");
  const die = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  await Promise.all(["{1", "{2"].map(die));
  const again: Promise<unknown>[] = [];
  const found = ({ body }: { body: string }) => void again.push(die(body));
  const sendBack = () => redrive(sqs, { stage: "local", queue: "intake", go: true, limit: 20, found });
  expect(await sendBack()).toBe(2);
  await Promise.all(again);
  expect(await sendBack()).toBe(2);
});

it("says how it is called, and where there is nothing to look at", async () => {
  await expect(run("--queue", "nothing")).rejects.toThrow("npm run redrive");
  await expect(run("--queue", "publish")).rejects.toThrow("There is no queue PublishDead of the stage local here.");
});
