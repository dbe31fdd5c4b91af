import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DynamoDb } from "../engines/dynamodb.ts";
import type { Fauxqs } from "../engines/fauxqs.ts";
import type { Place } from "../template/place.ts";
import type { Authorize } from "./authorizer.ts";
import type { Callers } from "./callers.ts";
import type { Cors } from "./cors.ts";
import type { DynamoDbMeter } from "./dynamodb-meter.ts";
import type { Caller, EngineAnswer, EngineHandler } from "./engine.ts";
import { createForwarder, endToEndHeaders, type Forwarder, readBody } from "./forward.ts";
import { isLargeUpload, putInParts } from "./large-upload.ts";
import { type Meter, meterNames } from "./meter.ts";
import { type RefusalCode, refuse } from "./refusals.ts";
import { type AwsRequest, readRequest, type SenderIdentity, type WireRequest } from "./requests.ts";
import { s3Target } from "./s3-request.ts";
import { expiryOf, readSignature, signatureMatches, unsignedHeader } from "./signature.ts";
import { answersWithQueueUrls, repairedBody, wakePollers, withGatewayUrls } from "./sqs-engine.ts";
import { type Strike, strikeAt } from "./strike.ts";

/** Everything behind the gateway. */
export type Backends = {
  callers: Callers;
  authorize: Authorize;
  cors: Cors;
  meter: Meter;
  dynamodb: DynamoDb;
  fauxqs: Fauxqs;
  /** Measures request units when asked to. */
  dynamodbMeter: DynamoDbMeter | undefined;
  /** Engines inside this process by their service's name in the signature: `ssm`, `events`, `ses`. */
  handlers: Map<string, EngineHandler>;
  place: Place;
  senderIdentity: SenderIdentity;
  now: () => number;
  /** Kills environments over their calls when a test asks for it. */
  strike: Strike | undefined;
  kill: (environment: string) => void;
};

export type Gateway = {
  url: string;
  /** Starts answering; until then calls wait for a connection to be closed on them. */
  open: (backends: Backends) => void;
  close: () => Promise<void>;
};

/** Bodies of the JSON services are read whole; DynamoDB's limit of 16 MB is the largest. */
const jsonBodyLimit = 16 * 1024 * 1024 + 1024;

/**
 * Listens on this machine only. The address is needed before the engines are, since queue URLs carry it: hence the two
 * steps. Throws, naming the port, when it is taken; port 0 takes a free one.
 */
export async function listenGateway(port: number): Promise<Gateway> {
  const forwarder = createForwarder();
  let backends: Backends | undefined;
  const server = createServer((request, response) => {
    if (!backends) return void response.writeHead(503).end();
    answer(request, response, backends, forwarder).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      const message = error instanceof Error ? error.message : String(error);
      response.writeHead(500, { "content-type": "application/json" }).end(JSON.stringify({ message }));
    });
  });
  server.keepAliveTimeout = 10 * 60_000;
  server.requestTimeout = 0;
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: (opened) => {
      backends = opened;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      forwarder.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `port ${port} is already in use: stop the program that holds it, or choose another port (0 takes a free one)`;
      reject(error.code === "EADDRINUSE" ? new Error(taken, { cause: error }) : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  backends: Backends,
  forwarder: Forwarder,
): Promise<void> {
  const url = request.url ?? "/";
  const mark = url.indexOf("?");
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
  const method = request.method ?? "GET";
  const cors = (): Record<string, string> =>
    backends.cors.answerHeaders(s3Target(rawPath).bucket, method, request.headers.origin);
  const reply = (answered: EngineAnswer): void => send(response, answered, cors());

  if (method === "OPTIONS")
    return send(response, backends.cors.preflight(s3Target(rawPath).bucket, request.headers), {});
  const signature = readSignature(request.headers, query);
  const refusal = (code: RefusalCode, message: string): void =>
    reply(refuse(signature?.service ?? "s3", code, message));
  if (!signature) return refusal("AccessDenied", "The request carries no signature.");
  const caller = backends.callers.identify(signature.accessKeyId);
  if (!caller) return refusal("InvalidAccessKeyId", "The access key is not one of this cloud's.");

  const streams = signature.service === "s3" && !query.has("delete");
  const body = streams ? undefined : await readBody(request, jsonBodyLimit);
  if (!streams && !body) return refusal("RequestEntityTooLarge", "The body is too long.");
  const expiry = expiryOf(signature);
  if (expiry !== undefined && backends.now() >= expiry) return refusal("AccessDenied", "Request has expired");
  const wire: WireRequest = { service: signature.service, method, rawPath, query, headers: request.headers, body };
  if (!signatureMatches(wire, signature, backends.callers.secretOf(signature.accessKeyId))) {
    return refusal("SignatureDoesNotMatch", "The request is not the one that was signed.");
  }
  const unsigned = unsignedHeader(wire, signature);
  if (unsigned)
    return refusal("AccessDenied", `There were headers present in the request which were not signed: ${unsigned}`);
  const understood = readRequest(wire, backends.place, backends.senderIdentity);
  if (!understood)
    return refusal("UnknownOperation", `${method} ${rawPath} is no operation of ${signature.service} known here.`);

  const refused = await backends.authorize(caller, understood.needs);
  const { service, action } = understood;
  backends.meter.record({ ...meterNames(caller), service, action, denied: refused ? 1 : 0 });
  if (refused) return refusal("AccessDenied", refused.message);
  const struck = strikeAt(backends.strike, caller, signature.accessKeyId, understood);
  if (!struck) {
    return hand(understood, caller, { wire, url, request, response, cors: cors(), reply }, backends, forwarder);
  }
  if (struck === "after") {
    const unheard = new ServerResponse(request);
    const exchange = { wire, url, request, response: unheard, cors: {}, reply: () => {} };
    await hand(understood, caller, exchange, backends, forwarder);
  }
  backends.kill(signature.accessKeyId);
  response.destroy();
}

type Exchange = {
  wire: WireRequest;
  url: string;
  request: IncomingMessage;
  response: ServerResponse;
  cors: Record<string, string>;
  reply: (answer: EngineAnswer) => void;
};

/** Hands a permitted call to its engine and the engine's answer back. */
async function hand(
  understood: AwsRequest,
  caller: Caller,
  exchange: Exchange,
  backends: Backends,
  forwarder: Forwarder,
): Promise<void> {
  const { service, action, input } = understood;
  const { wire, url, request, response, cors, reply } = exchange;
  const { method, headers, query, rawPath, body } = wire;
  const port = service === "dynamodb" ? backends.dynamodb.port : backends.fauxqs.port;
  if (service === "s3" && isLargeUpload(action, headers)) {
    return reply(await putInParts(forwarder, { port, rawPath, headers, body: request }));
  }
  if (service === "dynamodb" && backends.dynamodbMeter) {
    const measurement = await backends.dynamodbMeter.begin(action, input);
    const answered = await forwarder.send({ port, method, url, headers, body: measurement.body });
    const status = answered.statusCode ?? 502;
    const { answer, ...units } = await measurement.end(status, (await readBody(answered)) ?? Buffer.alloc(0));
    backends.meter.charge({ ...meterNames(caller), service, action }, units);
    return reply({ status, headers: { "content-type": String(answered.headers["content-type"]) }, body: answer });
  }
  if (service === "dynamodb" || service === "sqs" || service === "s3") {
    const sent = (service === "sqs" ? repairedBody(action, input) : undefined) ?? body ?? request;
    const answered = await forwarder.send({ port, method, url, headers, body: sent });
    const status = answered.statusCode ?? 502;
    if (service === "sqs" && status < 300) wakePollers(backends.fauxqs, action, input);
    if (service === "sqs" && answersWithQueueUrls(action)) {
      const text = withGatewayUrls((await readBody(answered))?.toString("utf8") ?? "", backends.place);
      return reply({ status, headers: { "content-type": "application/x-amz-json-1.0" }, body: text });
    }
    if (service === "s3" && status === 404 && understood.needsToLearnOfAbsence) {
      const hidden = await backends.authorize(caller, understood.needsToLearnOfAbsence);
      if (hidden) {
        answered.resume();
        return reply(refuse("s3", "AccessDenied", hidden.message));
      }
    }
    if (service === "s3" && status === 413) return reply(refuse("s3", "RequestEntityTooLarge", "Upload it in parts."));
    response.writeHead(status, { ...endToEndHeaders(answered.headers), ...cors });
    answered.pipe(response);
    return;
  }
  const handler = backends.handlers.get(service);
  if (!handler) return reply(refuse(service, "UnknownOperation", `${service} is not played by this template.`));
  reply(await handler({ action, body: body ?? Buffer.alloc(0), headers, path: rawPath, method, query, caller }));
}

function send(response: ServerResponse, answer: EngineAnswer, cors: Record<string, string>): void {
  response.writeHead(answer.status, {
    "content-length": String(Buffer.byteLength(answer.body)),
    ...answer.headers,
    ...cors,
  });
  response.end(answer.body);
}
