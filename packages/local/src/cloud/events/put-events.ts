import { Buffer } from "node:buffer";
import * as v from "valibot";
import type { EngineAnswer, EngineHandler } from "../gateway/engine.ts";
import { type BusEvent, isObject, type Json, makeEvent, type Place } from "./event.ts";
import { busName, defaultBus } from "./rules.ts";

/** Limits of one PutEvents call. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const entriesLimit = 10;
const bytesLimit = 256 * 1024;

const requestSchema = v.object({
  Entries: v.array(
    v.object({
      Source: v.optional(v.string()),
      DetailType: v.optional(v.string()),
      Detail: v.optional(v.string()),
      EventBusName: v.optional(v.string(), defaultBus),
      Resources: v.optional(v.array(v.string()), []),
      /** Epoch seconds. */
      Time: v.optional(v.number()),
    }),
  ),
});
type Entry = v.InferOutput<typeof requestSchema>["Entries"][number];
type Refusal = { ErrorCode: string; ErrorMessage: string };

export type PutEventsPorts = {
  place: Place;
  buses: Set<string>;
  /** Stores the events durably before it returns. */
  publish: (events: { bus: string; event: BusEvent }[]) => void;
};

function answer(status: number, body: unknown): EngineAnswer {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(body) };
}

const fail = (type: string, message: string) => answer(400, { __type: type, message });

function bytesOf(entry: Entry): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...entry.Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), entry.Time === undefined ? 0 : 14);
}

function parseDetail(detail: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(detail);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function readEntry(entry: Entry, ports: PutEventsPorts): { bus: string; event: BusEvent } | Refusal {
  for (const field of ["Source", "DetailType", "Detail"] as const) {
    if (entry[field]) continue;
    const reason = `Parameter ${field} is not valid. Reason: ${field} is a required argument.`;
    return { ErrorCode: "InvalidArgument", ErrorMessage: reason };
  }
  const { Source: source = "", DetailType: detailType = "", Detail = "" } = entry;
  if (source.startsWith("aws.")) {
    return { ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "Not authorized for the source." };
  }
  const detail = parseDetail(Detail);
  if (detail === undefined) return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
  const bus = busName(entry.EventBusName);
  if (!ports.buses.has(bus)) {
    return { ErrorCode: "ResourceNotFoundException", ErrorMessage: `Event bus ${bus} does not exist.` };
  }
  const time = entry.Time === undefined ? undefined : entry.Time * 1000;
  return { bus, event: makeEvent(ports.place, { source, detailType, detail, resources: entry.Resources, time }) };
}

/** Answers the `events` service: PutEvents, entry by entry as EventBridge does; other actions are unknown to it. */
export function putEventsHandler(ports: PutEventsPorts): EngineHandler {
  return async (call) => {
    if (call.action !== "PutEvents") return fail("UnknownOperationException", `${call.action} is not played locally`);
    const request = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), call.body.toString("utf8"));
    if (!request.success) return fail("ValidationException", v.summarize(request.issues));
    const entries = request.output.Entries;
    if (entries.length === 0 || entries.length > entriesLimit) {
      return fail("ValidationException", `Entries must have between 1 and ${entriesLimit} members.`);
    }
    if (entries.reduce((sum, entry) => sum + bytesOf(entry), 0) > bytesLimit) {
      return fail("ValidationException", "Total size of the entries in the request is over the limit.");
    }
    const read = entries.map((entry) => readEntry(entry, ports));
    ports.publish(read.flatMap((each) => ("event" in each ? [each] : [])));
    return answer(200, {
      FailedEntryCount: read.filter((each) => "ErrorCode" in each).length,
      Entries: read.map((each) => ("event" in each ? { EventId: each.event.id } : each)),
    });
  };
}
