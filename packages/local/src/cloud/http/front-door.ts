import { randomBytes } from "node:crypto";
import { type ApiPorts, answerByApi } from "./api.ts";
import type { HttpApi } from "./api-routes.ts";
import type { Behavior, Distribution } from "./distribution.ts";
import type { WebAnswer, WebRequest } from "./exchange.ts";
import { normalizePath } from "./path-pattern.ts";
import type { StaticSite } from "./static-site.ts";

export type DoorPorts = ApiPorts & {
  /** Absent when the site was not built: the bucket is empty then. */
  site: StaticSite | undefined;
};

const hopByHop = ["connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "proxy-connection"];
/** The address the API sees last in X-Forwarded-For: the edge's, which is this machine. */
const edgeAddress = "127.0.0.1";

function errorPage(status: number, title: string, sentence: string): WebAnswer {
  const body = `<!DOCTYPE html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${sentence}</p></html>\n`;
  return {
    status,
    headers: { "content-type": "text/html", "x-cache": "Error from cloudfront" },
    body: Buffer.from(body),
  };
}

const methodRefused = () =>
  errorPage(
    403,
    "403 ERROR",
    "This distribution is not configured to allow the HTTP request method that was used for this request.",
  );

/** What a private bucket says of a file it lacks to a distribution that may not list it. */
const noSuchFile = (): WebAnswer => ({
  status: 403,
  headers: { "content-type": "application/xml" },
  body: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ),
});

/** The request as the API receives it; `hops` are the addresses it came through, the viewer's first. */
function forwarded(request: WebRequest, hops: string[], host: string[]): WebRequest {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !hopByHop.includes(name)));
  return {
    ...request,
    headers: {
      ...headers,
      host,
      "x-forwarded-for": [[...(headers["x-forwarded-for"] ?? []), ...hops].join(", ")],
      "x-forwarded-port": ["443"],
      "x-forwarded-proto": ["https"],
      "x-amzn-trace-id": [`Root=1-${randomBytes(4).toString("hex")}-${randomBytes(12).toString("hex")}`],
    },
  };
}

/** Answers as the API does when no distribution stands before it. */
export async function answerWithoutDistribution(
  api: HttpApi,
  request: WebRequest,
  ports: DoorPorts,
): Promise<WebAnswer> {
  const host = request.headers.host ?? [api.domainName];
  return answerByApi(api, forwarded(request, [request.sourceIp], host), ports);
}

async function answerByOrigin(distribution: Distribution, behavior: Behavior, request: WebRequest, ports: DoorPorts) {
  if (behavior.origin.kind === "api") {
    const { api } = behavior.origin;
    const sent = forwarded(request, [request.sourceIp, edgeAddress], [api.domainName]);
    return answerByApi(
      api,
      { ...sent, headers: { ...sent.headers, via: [`1.1 ${distribution.domainName} (CloudFront)`] } },
      ports,
    );
  }
  const path = request.path === "/" ? `/${distribution.rootObject}` : request.path;
  return (await ports.site?.(request, path)) ?? noSuchFile();
}

/** Runs the behavior's function, then asks its origin. */
async function answerByBehavior(distribution: Distribution, behavior: Behavior, request: WebRequest, ports: DoorPorts) {
  const result = behavior.onViewerRequest?.(request) ?? { uri: request.path };
  if ("answer" in result) return result.answer;
  return answerByOrigin(distribution, behavior, { ...request, path: result.uri }, ports);
}

/** Replaces an error by the page the distribution has for it. */
async function withErrorPage(distribution: Distribution, request: WebRequest, answer: WebAnswer, ports: DoorPorts) {
  const page = distribution.errorPages.find(({ status }) => status === answer.status);
  const found = page && (await ports.site?.({ ...request, headers: {} }, page.pagePath));
  return page && found ? { ...found, status: page.answerStatus } : answer;
}

/**
 * Answers one request as the distribution does: the first behavior whose pattern fits the path decides on methods,
 * function, origin and response headers.
 */
export async function answerByDistribution(
  distribution: Distribution,
  request: WebRequest,
  ports: DoorPorts,
): Promise<WebAnswer> {
  const path = normalizePath(request.path);
  const behavior = distribution.behaviors.find((each) => each.matches(path));
  if (!behavior?.methods.has(request.method)) return methodRefused();
  if (request.method === "GET" && Number(request.headers["content-length"]?.[0] ?? 0) > 0) {
    return errorPage(403, "403 ERROR", "A GET request must not have a body.");
  }
  const answer = await answerByBehavior(distribution, behavior, request, ports).catch((error: unknown) => {
    ports.log(String(error));
    return errorPage(503, "503 ERROR", "The function associated with the distribution failed.");
  });
  const shown = await withErrorPage(distribution, request, answer, ports);
  return behavior.headersPolicy ? { ...shown, headers: behavior.headersPolicy(shown.headers) } : shown;
}
