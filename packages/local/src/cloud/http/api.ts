import type { Invoker } from "../lambda/invoker.ts";
import { readApiAnswer } from "./api-answer.ts";
import { makeApiEvent } from "./api-event.ts";
import { type HttpApi, matchRoute } from "./api-routes.ts";
import { jsonAnswer, type WebAnswer, type WebRequest } from "./exchange.ts";

/** Largest body an HTTP API takes, and largest event or answer Lambda takes in a synchronous call (bytes). */
const bodyLimit = 10 * 1024 * 1024;
const payloadLimit = 6 * 1024 * 1024;

export type ApiPorts = { invoker: Pick<Invoker, "invoke">; accountId: string; log: (message: string) => void };

const notFound = () => jsonAnswer(404, { message: "Not Found" });
const tooLarge = () => jsonAnswer(413, { message: "Request Entity Too Large" });
const tooMany = () => jsonAnswer(429, { message: "Too Many Requests" });
const brokenFunction = () => jsonAnswer(500, { message: "Internal Server Error" });
const unavailable = () => jsonAnswer(503, { message: "Service Unavailable" });

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, ms, "late");
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Answers one request as an HTTP API with Lambda proxy integrations does, its own errors included. */
export async function answerByApi(api: HttpApi, request: WebRequest, ports: ApiPorts): Promise<WebAnswer> {
  const match = matchRoute(api, request.method, request.path);
  if (!match) return notFound();
  if (!match.route.throttle()) return tooMany();
  const body = await request.readBody(bodyLimit);
  if (body === "too-large") return tooLarge();
  const event = makeApiEvent({ accountId: ports.accountId, api, match, request, body });
  if (Buffer.byteLength(JSON.stringify(event)) > payloadLimit) return tooLarge();
  const { functionArn, timeoutMs } = match.route.integration;
  const invocation = await within(timeoutMs, ports.invoker.invoke(functionArn, event));
  const { requestId } = event.requestContext;
  const answer = readInvocation();
  return { ...answer, headers: { ...answer.headers, "apigw-requestid": requestId } };

  function readInvocation(): WebAnswer {
    if (invocation === "late") {
      ports.log(`${match?.route.key}: no answer within ${timeoutMs} ms`);
      return unavailable();
    }
    if (!invocation.ok) {
      ports.log(`${match?.route.key}: ${invocation.errorType}: ${invocation.message}`);
      return invocation.errorType === "TooManyRequestsException" ? unavailable() : brokenFunction();
    }
    const read = readApiAnswer(invocation.value);
    if (read && read.body.length <= payloadLimit) return read;
    ports.log(`${match?.route.key}: the function's answer is not one API Gateway understands`);
    return brokenFunction();
  }
}
