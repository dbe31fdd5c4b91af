import type { IncomingHttpHeaders } from "node:http";
import { arnOf, type Place } from "../template/place.ts";
import { readS3Request } from "./s3-request.ts";

/** One thing the caller must be allowed to do for the call to pass. */
export type Need = {
  /** As IAM names it: `dynamodb:Query`. */
  action: string;
  /** ARN, or `*` for actions without a resource. */
  resource: string;
  /** Condition keys the request gives values for. */
  context: Record<string, string | string[]>;
};

/** An AWS call, understood as far as permission and counting need. */
export type AwsRequest = {
  service: string;
  /** API operation. */
  action: string;
  needs: Need[];
  /** What the caller must be allowed to do to hear that the object is not there; S3 says 403 otherwise. */
  needsToLearnOfAbsence?: Need[];
  /** Parsed body of the JSON protocols. */
  input: Record<string, unknown>;
};

export type WireRequest = {
  service: string;
  method: string;
  /** Decoded path is up to the reader: this is as sent. */
  rawPath: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer | undefined;
};

type Input = Record<string, unknown>;
/** ARN of the verified identity that an address sends as: its own or its domain's. */
export type SenderIdentity = (address: string) => string | undefined;

type NeedsOf = (action: string, input: Input, place: Place) => Need[];

/** Understands a request by its service's protocol. `undefined` for a request no operation of that service has. */
export function readRequest(wire: WireRequest, place: Place, senderIdentity: SenderIdentity): AwsRequest | undefined {
  if (wire.service === "s3") return readS3Request(wire, place);
  if (wire.service === "ses") return readSesRequest(wire, place, senderIdentity);
  const action = String(wire.headers["x-amz-target"] ?? "").split(".")[1];
  const needsOf = jsonServices[wire.service];
  const input = parseObject(wire.body);
  if (!action || !needsOf || !input) return undefined;
  return { service: wire.service, action, input, needs: needsOf(action, input, place) };
}

const jsonServices: Record<string, NeedsOf> = {
  dynamodb: (action, input, place) => {
    const table = (name: string): string => arnOf(place, "dynamodb", `table/${name.replace(/^arn:.*table\//, "")}`);
    const need = (resource: string): Need => ({ action: `dynamodb:${action}`, resource, context: {} });
    const items = input.RequestItems as Record<string, unknown> | undefined;
    if (items) return Object.keys(items).map((name) => need(table(name)));
    const named = typeof input.TableName === "string" ? table(input.TableName) : "*";
    return [need(typeof input.IndexName === "string" ? `${named}/index/${input.IndexName}` : named)];
  },
  sqs: (action, input, place) => {
    const queue = queueName(input);
    const resource = queue ? arnOf(place, "sqs", queue) : "*";
    return [{ action: `sqs:${action.replace(/Batch$/, "")}`, resource, context: {} }];
  },
  ssm: (action, input, place) => {
    const names = [input.Names, input.Name, input.Path].flat().filter((name) => typeof name === "string");
    const resources = names.map((name) => arnOf(place, "ssm", `parameter/${name.replace(/^\//, "")}`));
    return (resources.length > 0 ? resources : ["*"]).map((resource) => ({
      action: `ssm:${action}`,
      resource,
      context: {},
    }));
  },
  events: (action, input, place) => {
    const entries = (input.Entries ?? []) as { EventBusName?: string; Source?: string; DetailType?: string }[];
    if (action !== "PutEvents") return [{ action: `events:${action}`, resource: "*", context: {} }];
    return entries.map((entry) => ({
      action: "events:PutEvents",
      resource: arnOf(place, "events", `event-bus/${(entry.EventBusName ?? "default").replace(/^.*event-bus\//, "")}`),
      context: { "events:source": entry.Source ?? "", "events:detail-type": entry.DetailType ?? "" },
    }));
  },
};

/** Name of the queue a SQS request is about: the last part of its URL. */
export function queueName(input: Input): string | undefined {
  if (typeof input.QueueUrl === "string") return input.QueueUrl.split("/").at(-1);
  return typeof input.QueueName === "string" ? input.QueueName : undefined;
}

const sesSendings: Record<string, string> = {
  "/v2/email/outbound-emails": "SendEmail",
  "/v2/email/outbound-bulk-emails": "SendBulkEmail",
};

function readSesRequest(wire: WireRequest, place: Place, senderIdentity: SenderIdentity): AwsRequest | undefined {
  const input = parseObject(wire.body) ?? {};
  const sending = wire.method === "POST" ? sesSendings[wire.rawPath] : undefined;
  if (!sending) {
    // The inbox answers these to the operator; no function is meant to administer mail.
    const action = `${wire.method} ${wire.rawPath.replace(/^\/v2\/email\//, "")}`;
    return { service: "ses", action, input, needs: [{ action: "ses:GetAccount", resource: "*", context: {} }] };
  }
  const from = String(input.FromEmailAddress ?? "");
  const address = (/<([^>]+)>/.exec(from)?.[1] ?? from).trim();
  const raw = (input.Content as { Raw?: unknown } | undefined)?.Raw !== undefined;
  const set = input.ConfigurationSetName;
  const identity = input.FromEmailAddressIdentityArn as string | undefined;
  const resources = [
    identity ?? senderIdentity(address) ?? arnOf(place, "ses", `identity/${address}`),
    ...(typeof set === "string" ? [arnOf(place, "ses", `configuration-set/${set}`)] : []),
  ];
  const context = { "ses:FromAddress": address };
  const action = raw ? "ses:SendRawEmail" : `ses:${sending}`;
  return {
    service: "ses",
    action: sending,
    input,
    needs: resources.map((resource) => ({ action, resource, context })),
  };
}

function parseObject(body: Buffer | undefined): Input | undefined {
  if (!body || body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Input) : undefined;
  } catch {
    return undefined;
  }
}
