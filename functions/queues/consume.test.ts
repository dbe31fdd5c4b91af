import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { SQSEvent } from "aws-lambda";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { UnreadableDelivery } from "#core/inbox/index.ts";
import { consume } from "./consume.ts";

vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = "SILENT";
});

/** A dead-letter queue that says what it was given, or refuses it. */
interface Buried {
  readonly MessageBody: string;
  readonly MessageAttributes: { readonly Cause: { readonly StringValue: string } };
}
let buried: Buried[] = [];
let refuses = false;
let server: Server;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = (await json(request)) as Buried;
    if (!refuses) buried.push(body);
    response.writeHead(refuses ? 400 : 200).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("AWS_ENDPOINT_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  vi.stubEnv("DEAD_LETTERS_URL", "https://sqs.example/1/intake-dead");
  vi.stubEnv("MAX_RECEIVES", "8");
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  buried = [];
  refuses = false;
});

const batch = (...records: { body: unknown; receives?: number }[]) =>
  ({
    Records: records.map(({ body, receives = 1 }, index) => ({
      messageId: `m${index}`,
      body: typeof body === "string" ? body : JSON.stringify(body),
      attributes: { ApproximateReceiveCount: String(receives) },
    })),
  }) as SQSEvent;

const failing = (error: unknown) => consume(v.object({ n: v.number() }), async () => Promise.reject(error));
const failed = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe("consuming a queue", () => {
  it("names the messages that failed and no others", async () => {
    const seen: number[] = [];
    const handler = consume(v.object({ n: v.number() }), async ({ n }) => {
      seen.push(n);
      if (n === 2) throw new Error("throttled");
    });
    expect(await handler(batch({ body: { n: 1 } }, { body: { n: 2 } }, { body: { n: 3 } }))).toEqual(failed("m1"));
    expect(seen).toEqual([1, 2, 3]);
    expect(buried).toEqual([]);
  });

  it("lays what cannot be parsed aside at once, as it came and with the cause, and works its neighbours", async () => {
    const seen: number[] = [];
    const handler = consume(v.object({ n: v.number() }), async ({ n }) => void seen.push(n));
    expect(await handler(batch({ body: "{" }, { body: { n: "x" } }, { body: { n: 3 } }))).toEqual(failed());
    expect(seen).toEqual([3]);
    expect(buried.map(({ MessageBody }) => MessageBody)).toEqual(["{", '{"n":"x"}']);
    expect(buried.map(({ MessageAttributes }) => MessageAttributes.Cause.StringValue)).toEqual([
      "UnreadableMessage: the message: expected parse_json",
      "UnreadableMessage: n: expected number",
    ]);
  });

  it("lays aside at once what says that it is hopeless", async () => {
    const handler = failing(new UnreadableDelivery("evt_1: not JSON"));
    expect(await handler(batch({ body: { n: 1 } }))).toEqual(failed());
    expect(buried[0]?.MessageAttributes.Cause.StringValue).toBe("UnreadableDelivery: evt_1: not JSON");
  });

  it("tries everything else to the last delivery, then keeps the cause of that", async () => {
    const handler = failing(new AggregateError([new Error("throttled\u0000 \uD800")], "2 not stored"));
    expect(await handler(batch({ body: { n: 1 }, receives: 7 }))).toEqual(failed("m0"));
    expect(buried).toEqual([]);
    expect(await handler(batch({ body: { n: 1 }, receives: 8 }))).toEqual(failed());
    expect(buried[0]?.MessageAttributes.Cause.StringValue).toBe(
      "AggregateError: 2 not stored (Error: throttled? \uFFFD)",
    );
  });

  it("leaves a message that cannot be laid aside to the queue", async () => {
    refuses = true;
    expect(await failing(new Error("x"))(batch({ body: "{" }))).toEqual(failed("m0"));
  });
});

describe("consuming a batch together", () => {
  it("begins all of it at once, answers when the slowest is done, and names those that failed in their order", async () => {
    const begun: number[] = [];
    const done: number[] = [];
    const all = Promise.withResolvers<void>();
    const middle = Promise.withResolvers<void>();
    const handler = consume(
      v.object({ n: v.number() }),
      async ({ n }) => {
        begun.push(n);
        if (begun.length === 4) all.resolve();
        await all.promise;
        if (n === 1) await middle.promise;
        if (n > 2) throw new Error("throttled");
        done.push(n);
        if (n === 2) middle.resolve();
      },
      { together: true },
    );
    const four = [1, 3, 2, 4].map((n) => ({ body: { n } }));
    expect(await handler(batch(...four))).toEqual(failed("m1", "m3"));
    expect(done).toEqual([2, 1]);
  });
});
