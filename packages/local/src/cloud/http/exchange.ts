import type { IncomingMessage } from "node:http";

/** A request as it came over the wire, its body still unread. */
export type WebRequest = {
  method: string;
  /** As sent: percent-encoded, without the query string. */
  path: string;
  /** As sent, without the question mark. */
  query: string;
  /** Names in lower case; a repeated header has several values. */
  headers: Record<string, string[]>;
  sourceIp: string;
  /** Reads the whole body; `too-large` as soon as it exceeds the limit (bytes). */
  readBody: (limit: number) => Promise<Buffer | "too-large">;
};

/** An answer on its way out. A header that may repeat (set-cookie) has several values. */
export type WebAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer };

export function jsonAnswer(status: number, body: unknown): WebAnswer {
  return { status, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(body)) };
}

async function readBody(message: IncomingMessage, limit: number): Promise<Buffer | "too-large"> {
  if (Number(message.headers["content-length"] ?? 0) > limit) return "too-large";
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not destroy the socket: the refusal still has to reach the client over it.
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return "too-large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Takes a message of Node's server apart. */
export function toWebRequest(message: IncomingMessage): WebRequest {
  const [path = "/", ...query] = (message.url ?? "/").split("?");
  const headers = Object.entries(message.headersDistinct).flatMap(([name, values]) =>
    values ? [[name, values] as const] : [],
  );
  return {
    method: message.method ?? "GET",
    path,
    query: query.join("?"),
    headers: Object.fromEntries(headers),
    sourceIp: (message.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
    readBody: (limit) => readBody(message, limit),
  };
}
