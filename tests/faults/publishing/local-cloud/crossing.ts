import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { CrashPlan } from "./crash-plan.ts";

/** The way from the functions to the platforms, on which workers die as planned. */
export interface Crossing {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Hands every request on to the platforms at `target()`, and their answers back. A call whose body speaks of a known
 * publication may cost its worker's life: before the platform hears of it, or before the worker hears the answer.
 */
export async function openCrossing(parts: {
  target: () => string;
  plan: CrashPlan;
  /** The publication that a request's body is about. */
  publicationOf: (body: string) => string | undefined;
  kill: (environment: string) => void;
}): Promise<Crossing> {
  const { target, plan, publicationOf, kill } = parts;
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const publicationId = publicationOf(decodeURIComponent(body.toString("utf8").replaceAll("+", " ")));
    const name = `platform ${request.method} ${request.url?.split("/").at(-1)?.split("?")[0]}`;
    const moment = publicationId ? plan.crossing(publicationId, name) : undefined;
    const die = (): void => {
      kill(plan.workerOf(publicationId ?? "") ?? "");
      response.destroy();
    };
    if (moment === "before") return die();
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([key, value]) =>
        typeof value === "string" && !hopByHop.has(key) ? [[key, value] as [string, string]] : [],
      ),
    );
    const method = request.method ?? "GET";
    const sent = method === "GET" ? {} : { body: new Uint8Array(body) };
    const answer = await fetch(target() + request.url, { method, headers, redirect: "manual", ...sent });
    const answered = Buffer.from(await answer.arrayBuffer());
    if (moment === "after") return die();
    response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([key]) => !hopByHop.has(key))));
    response.end(answered);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "host",
]);

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
