import type { LambdaEvent } from "hono/aws-lambda";
import { makeApiEvent } from "#local/cloud/http/api-event.ts";

interface GatewayRequest {
  readonly method?: string;
  /** As a browser sends it: encoded, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** The event that a function gets of a request: the path decoded, the body as text or bytes by its type. */
export function gatewayEvent({
  method = "GET",
  path,
  headers = {},
  body = new Uint8Array(),
}: GatewayRequest): LambdaEvent {
  const [beforeQuery = "", query = ""] = path.split("?");
  const event = makeApiEvent({
    accountId: "1",
    api: { id: "api", domainName: "api.example" },
    match: { route: { key: "ANY /api/{proxy+}" }, pathParameters: {} },
    request: {
      ...{ method, path: beforeQuery, query, sourceIp: "203.0.113.9" },
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
    },
    body: Buffer.from(body),
  });
  // As it crosses into the function.
  return JSON.parse(JSON.stringify(event)) as LambdaEvent;
}
