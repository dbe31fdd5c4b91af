import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { leanSqsQueue } from "../sqs/lean-queue.ts";
import { AwsRefusal, signedCall } from "./signed-call.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service that gives these answers one after another, and the headers it was asked with. */
async function serviceOf(...answers: RequestListener[]) {
  const asked: Record<string, unknown>[] = [];
  server = createServer((request, response) => {
    asked.push(request.headers);
    request.resume().on("end", () => answers[Math.min(asked.length, answers.length) - 1]?.(request, response));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: "AKIA", secretAccessKey: "secret", sessionToken: "session" };
  const call = signedCall({
    service: "sqs",
    region: "eu-central-1",
    credentials,
    endpoint: `http://127.0.0.1:${port}`,
  });
  return { call, asked };
}

const answer =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(JSON.stringify(body));
const hangUp: RequestListener = (request) => request.socket.destroy();

describe("a signed call", () => {
  it("carries target, signature and session", async () => {
    const { call, asked } = await serviceOf(answer(200, { done: true }));
    expect(await call("AmazonSQS.SendMessage", {})).toEqual({ done: true });
    expect(asked[0]).toMatchObject({
      "x-amz-target": "AmazonSQS.SendMessage",
      "content-type": "application/x-amz-json-1.0",
      "x-amz-security-token": "session",
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIA\/\d{8}\/eu-central-1\/sqs\/aws4_request, /,
      ),
    });
  });

  it.each([
    ["a broken connection", hangUp],
    ["a 503", answer(503, {})],
    ["a throttle", answer(400, { __type: "com.amazon.coral.availability#ThrottlingException" })],
  ])("is repeated after %s", async (_, trouble) => {
    const { call, asked } = await serviceOf(trouble, trouble, answer(200, {}));
    await call("AmazonSQS.SendMessage", {});
    expect(asked).toHaveLength(3);
  });

  it("gives up after three attempts", async () => {
    const { call, asked } = await serviceOf(answer(500, {}));
    await expect(call("AmazonSQS.SendMessage", {})).rejects.toThrow("AmazonSQS.SendMessage was refused: 500");
    expect(asked).toHaveLength(3);
  });

  it("is not repeated when AWS will not do it, and says AWS's own code", async () => {
    const { call, asked } = await serviceOf(answer(400, { __type: "com.amazonaws.sqs#QueueDoesNotExist" }));
    const refusal = await call("AmazonSQS.SendMessage", {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AwsRefusal);
    expect(refusal).toMatchObject({ code: "QueueDoesNotExist" });
    expect(asked).toHaveLength(1);
  });
});

describe("a queue by signed calls", () => {
  it("throws when SQS does not say that it holds these bytes", async () => {
    const { call } = await serviceOf(answer(200, { MD5OfMessageBody: "0".repeat(32) }));
    await expect(leanSqsQueue(call, "https://queue").send({ a: 1 })).rejects.toThrow("as it was sent");
  });
});
