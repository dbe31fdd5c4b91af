import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpApi, Route } from "./api-routes.ts";
import type { WebRequest } from "./exchange.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Common Log Format in UTC: `12/Mar/2020:19:03:58 +0000`. */
function toRequestTime(ms: number): string {
  const [date = "", time = ""] = new Date(ms).toISOString().split(/[T.]/);
  const [year, month, day] = date.split("-");
  return `${day}/${months[Number(month) - 1]}/${year}:${time} +0000`;
}

/**
 * Whether a body travels as text. Everything else is base64, forms (`application/x-www-form-urlencoded`) included.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html (the same rule, written down)
 */
export function isText(contentType: string | undefined, contentEncoding: string | undefined): boolean {
  if (contentEncoding && contentEncoding !== "identity") return false;
  const [type = ""] = (contentType ?? "").toLowerCase().split(";");
  return /^(text\/.*|application\/(json|javascript|xml)|application\/.*\+(json|xml))$/.test(type.trim());
}

/** Repeated parameters are joined with commas, in the order of the query string. */
function toParameters(query: string): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const earlier = Object.hasOwn(parameters, name) ? `${parameters[name]},` : "";
    parameters[name] = `${earlier}${value}`;
  }
  return Object.keys(parameters).length > 0 ? parameters : undefined;
}

/** HTTP APIs hand the path over decoded, and cut it at a decoded question mark. */
function toRawPath(path: string): string {
  try {
    return decodeURIComponent(path).split("?")[0] ?? path;
  } catch {
    return path;
  }
}

export type EventSource = {
  accountId: string;
  api: Pick<HttpApi, "id" | "domainName">;
  match: { route: Pick<Route, "key">; pathParameters: Record<string, string> };
  request: Omit<WebRequest, "readBody">;
  body: Buffer;
};

/**
 * The event a function receives from an HTTP API in payload format 2.0.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function makeApiEvent({ accountId, api, match, request, body }: EventSource): APIGatewayProxyEventV2 {
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(Object.entries(others).map(([name, values]) => [name, values.join(",")]));
  const cookies = cookie?.flatMap((line) => line.split(";").map((each) => each.trim())).filter(Boolean);
  const rawPath = toRawPath(request.path);
  const text = isText(headers["content-type"], headers["content-encoding"]);
  const now = Date.now();
  return {
    version: "2.0",
    routeKey: match.route.key,
    rawPath,
    rawQueryString: request.query,
    ...(cookies?.length ? { cookies } : {}),
    headers,
    queryStringParameters: toParameters(request.query),
    requestContext: {
      accountId,
      apiId: api.id,
      domainName: headers.host ?? api.domainName,
      domainPrefix: (headers.host ?? api.domainName).split(".")[0] ?? "",
      http: {
        method: request.method,
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: "$default",
      time: toRequestTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    ...(body.length > 0 ? { body: body.toString(text ? "utf8" : "base64") } : {}),
    isBase64Encoded: body.length > 0 && !text,
  };
}
