import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";

/** Sends calls to the engines on this machine over kept-alive connections. */
export type Forwarder = {
  /** Resolves with the engine's answer, its body still to be read. */
  send: (call: {
    port: number;
    method: string;
    /** Path and query as the client sent them. */
    url: string;
    headers: IncomingHttpHeaders;
    body: Buffer | IncomingMessage;
  }) => Promise<IncomingMessage>;
  close: () => void;
};

const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding", "expect", "upgrade", "te", "trailer"]);

export function createForwarder(): Forwarder {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    send: ({ port, method, url, headers, body }) =>
      new Promise((resolve, reject) => {
        const forwarded = endToEndHeaders(headers);
        if (Buffer.isBuffer(body)) forwarded["content-length"] = String(body.length);
        const outgoing = request({ agent, host: "127.0.0.1", port, method, path: url, headers: forwarded }, resolve);
        outgoing.on("error", reject);
        if (Buffer.isBuffer(body)) {
          outgoing.end(body);
          return;
        }
        body.on("error", (error) => outgoing.destroy(error));
        body.on("aborted", () => outgoing.destroy());
        body.pipe(outgoing);
      }),
    close: () => agent.destroy(),
  };
}

/** Headers that concern the message rather than one connection. */
export function endToEndHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !hopByHop.has(name)) kept[name] = value;
  }
  return kept;
}

/** Reads a whole body; `undefined` when it is longer than `limit` bytes. */
export async function readBody(
  message: IncomingMessage,
  limit = Number.POSITIVE_INFINITY,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
