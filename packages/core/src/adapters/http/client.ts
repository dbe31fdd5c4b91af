import * as http from "node:http";
import * as https from "node:https";
import type { HttpAnswer, HttpClient, HttpRequest } from "../../channels/http.ts";

export interface HttpClientOptions {
  /** The longest body that is read, in bytes. Default 5 MiB. */
  readonly maxBytes?: number;
}

type NoAnswer = HttpAnswer & { kind: "no-answer" };

const userAgent = "Dopys/1.0";
const defaultTimeoutMs = 15_000;

/**
 * The HTTP client of the connectors, on Node's own `http`. Each request has a fresh connection: a kept one may have died
 * while the function was frozen, and a write on it would be an outcome nobody knows. It follows no redirects, reads at
 * most `maxBytes`, ends after the request's timeout and never throws for what the network does.
 */
export function httpClient(options: HttpClientOptions = {}): HttpClient {
  const maxBytes = options.maxBytes ?? 5 * 1024 * 1024;
  return { send: (request) => exchange(request, maxBytes).catch(unsendable) };
}

/** An address or a header that cannot be put on the wire: nothing was sent. */
const unsendable = (): NoAnswer => ({ kind: "no-answer", cause: "refused-address", sent: false });

async function exchange(request: HttpRequest, maxBytes: number): Promise<HttpAnswer> {
  const url = new URL(request.url);
  const body = bodyOf(request.body);
  const send = url.protocol === "https:" ? https.request : http.request;
  return new Promise((resolve) => {
    let connected = false;
    let finished = false;
    const finish = (answer: HttpAnswer) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      resolve(answer);
      outgoing.destroy();
    };
    const outgoing = send(url, { method: request.method, headers: headersOf(request, body), agent: false });
    const timer = setTimeout(
      () => finish({ kind: "no-answer", cause: "timeout", sent: connected }),
      request.timeoutMs ?? defaultTimeoutMs,
    );
    outgoing.on("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
        connected = true;
      });
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => finish(noAnswer(error, connected)));
    outgoing.on("response", (incoming) => {
      readBody(incoming, maxBytes).then(
        (text) =>
          finish(
            text === null
              ? { kind: "no-answer", cause: "too-large", sent: true }
              : {
                  kind: "answer",
                  status: incoming.statusCode ?? 0,
                  headers: flatHeaders(incoming.headers),
                  body: text,
                },
          ),
        () => finish({ kind: "no-answer", cause: "connection-lost", sent: true }),
      );
    });
    outgoing.end(body?.bytes);
  });
}

/** The body as text, `null` when it is over the limit; rejects when the connection ends before the body does. */
async function readBody(incoming: http.IncomingMessage, maxBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function noAnswer(error: NodeJS.ErrnoException, connected: boolean): NoAnswer {
  if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") {
    return { kind: "no-answer", cause: "name-not-found", sent: false };
  }
  return { kind: "no-answer", cause: connected ? "connection-lost" : "connection-refused", sent: connected };
}

function bodyOf(body: HttpRequest["body"]): { bytes: Uint8Array; contentType: string } | undefined {
  if (!body) return undefined;
  if ("bytes" in body) return body;
  if ("json" in body) return { bytes: Buffer.from(JSON.stringify(body.json)), contentType: "application/json" };
  const form = new URLSearchParams(body.form).toString();
  return { bytes: Buffer.from(form), contentType: "application/x-www-form-urlencoded" };
}

function headersOf(request: HttpRequest, body: { bytes: Uint8Array; contentType: string } | undefined) {
  return {
    "user-agent": userAgent,
    accept: "application/json",
    "accept-encoding": "identity",
    ...(body ? { "content-type": body.contentType, "content-length": String(body.bytes.length) } : {}),
    ...request.headers,
  };
}

function flatHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}
