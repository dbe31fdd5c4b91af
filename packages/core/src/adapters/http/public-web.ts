import { lookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import * as https from "node:https";
import { connect, isIP, type Socket } from "node:net";
import * as tls from "node:tls";
import { gunzipSync } from "node:zlib";
import { checkedAddress, hostOf, isPublicIp } from "../../kernel/public-address.ts";
import type { NoPublicAnswer, PublicAnswer, PublicRequest, PublicWeb } from "../../kernel/public-web.ts";

/** The parts of the network below the checks; a test brings its own, the product none. */
export interface PublicWebNetwork {
  /** Every IP address of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** Opens a connection to a checked IP address. */
  readonly dial?: (ip: string, port: number) => Socket;
  /** Certificate authorities instead of the machine's, PEM. */
  readonly ca?: string;
}

const maxRedirects = 3;
const defaultTimeoutMs = 10_000;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * The public web. A name is resolved once, every address of it is checked, and the checked address is the one connected
 * to, so that a name cannot become another between the check and the connection. Each redirect begins anew with every
 * check. The certificate is checked against the name.
 */
export function publicWeb(network: PublicWebNetwork = {}): PublicWeb {
  return {
    get: async (request) => {
      const deadline = AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs);
      let next = request.url;
      for (let hop = 0; hop <= maxRedirects; hop += 1) {
        const answer = await ask(network, { ...request, url: next }, deadline);
        if (answer.kind !== "answer" || !redirects.has(answer.status)) return answer;
        const location = answer.headers.location ?? "";
        if (!URL.canParse(location, next)) return { kind: "refused", cause: "malformed" };
        next = new URL(location, next).href;
      }
      return noAnswer("too-many-redirects");
    },
  };
}

const noAnswer = (cause: NoPublicAnswer): PublicAnswer => ({ kind: "no-answer", cause });

/** One hop: check, resolve, check what it resolves to, connect to exactly that. */
async function ask(network: PublicWebNetwork, request: PublicRequest, deadline: AbortSignal): Promise<PublicAnswer> {
  const checked = checkedAddress(request.url);
  if (!checked.ok) return { kind: "refused", cause: checked.error };
  const host = hostOf(checked.value);
  const ips = isIP(host) ? [host] : await before(deadline, (network.resolve ?? resolveName)(host)).catch(() => null);
  if (!ips) return noAnswer(deadline.aborted ? "timeout" : "name-not-found");
  const [ip] = [...ips].sort((a, b) => isIP(a) - isIP(b));
  if (ip === undefined) return noAnswer("name-not-found");
  if (!ips.every(isPublicIp)) return { kind: "refused", cause: "not-public" };
  return exchange(network, checked.value, ip, request, deadline);
}

const resolveName = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/** The promise, or a rejection when time is up: a resolver cannot be stopped, only left. */
function before<T>(deadline: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(deadline.reason);
    if (deadline.aborted) giveUp();
    deadline.addEventListener("abort", giveUp, { once: true });
    promise.then(resolve, reject).finally(() => deadline.removeEventListener("abort", giveUp));
  });
}

function exchange(
  network: PublicWebNetwork,
  url: URL,
  ip: string,
  { headers, maxBytes }: PublicRequest,
  deadline: AbortSignal,
): Promise<PublicAnswer> {
  const host = hostOf(url);
  return new Promise((resolve) => {
    const socket = (network.dial ?? connect443)(ip, 443);
    const failed = (error: Error) => finish(noAnswer(causeOf(error, deadline)));
    const finish = (answer: PublicAnswer) => {
      resolve(answer);
      outgoing.destroy();
      socket.destroy();
    };
    socket.on("error", failed);
    const secure = tls.connect({
      socket,
      // Server names are names only; for an IP address the certificate is checked against `host`.
      ...(isIP(host) ? { host } : { servername: host }),
      ALPNProtocols: ["http/1.1"],
      ...(network.ca !== undefined && { ca: network.ca }),
    });
    secure.on("error", failed);
    const outgoing = https.request(url, {
      // No agent: with any, also `false`, Node would dial by itself and leave this connection unused.
      createConnection: () => secure,
      defaultPort: 443,
      signal: deadline,
      headers: { "user-agent": "Dopys/1.0", "accept-encoding": "identity", ...headers },
    });
    outgoing.on("error", failed);
    outgoing.on("response", (incoming) => {
      readBody(incoming, maxBytes).then(
        (body) => finish(body ? answerOf(incoming, body, url, maxBytes) : noAnswer("too-large")),
        failed,
      );
    });
    outgoing.end();
  });
}

const connect443 = (ip: string, port: number): Socket => connect({ host: ip, port });

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Some servers compress unasked; what they sent may not grow over the limit either. */
function answerOf(incoming: IncomingMessage, body: Buffer, url: URL, maxBytes: number): PublicAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const encoding = headers["content-encoding"] ?? "identity";
  const answer = { kind: "answer", status: incoming.statusCode ?? 0, headers, url: url.href } as const;
  if (encoding === "identity" || body.length === 0) return { ...answer, body };
  if (encoding !== "gzip") return noAnswer("unreadable-encoding");
  try {
    return { ...answer, body: gunzipSync(body, { maxOutputLength: maxBytes }) };
  } catch (error) {
    return noAnswer(hasCode(error, "ERR_BUFFER_TOO_LARGE") ? "too-large" : "unreadable-encoding");
  }
}

function causeOf(error: Error, deadline: AbortSignal): NoPublicAnswer {
  if (deadline.aborted) return "timeout";
  const code = "code" in error ? String(error.code) : "";
  return /CERT|SELF_SIGNED|ALTNAME|ISSUER/.test(code) ? "certificate" : "connection-failed";
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
