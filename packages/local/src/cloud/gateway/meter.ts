import type { Caller } from "./engine.ts";

/** One line of the meter: how often a caller used an action. */
export type MeterEntry = {
  /** Function name, or `operator`. */
  caller: string;
  /** `init`: while the module loaded. `poll`: calls AWS's pollers make on the function's behalf. */
  phase: "init" | "invocation" | "poll" | "operator";
  /** As in the signature: `dynamodb`, `sqs`, `s3`, `ssm`, `events`, `ses`. */
  service: string;
  /** API operation, e.g. `SendMessageBatch`. */
  action: string;
  calls: number;
  /** How many of the calls the caller's policies refused. */
  denied: number;
  /** DynamoDB request units by our own calculator: base table and each index touched. */
  readUnits: number;
  writeUnits: number;
};

export type MeterRecord = Pick<MeterEntry, "caller" | "phase" | "service" | "action"> &
  Partial<Pick<MeterEntry, "denied" | "readUnits" | "writeUnits">>;

export type Meter = {
  record: (call: MeterRecord) => void;
  snapshot: () => MeterEntry[];
  reset: () => void;
};

/** Counts every AWS call, since the start or the last reset. */
export function createMeter(): Meter {
  const entries = new Map<string, MeterEntry>();
  return {
    record: ({ caller, phase, service, action, denied = 0, readUnits = 0, writeUnits = 0 }) => {
      const key = [caller, phase, service, action].join(" ");
      const entry = entries.get(key);
      if (!entry) {
        entries.set(key, { caller, phase, service, action, calls: 1, denied, readUnits, writeUnits });
        return;
      }
      entry.calls += 1;
      entry.denied += denied;
      entry.readUnits += readUnits;
      entry.writeUnits += writeUnits;
    },
    snapshot: () => [...entries.values()].map((entry) => ({ ...entry })),
    reset: () => entries.clear(),
  };
}

/** The meter's names for a caller. */
export function meterNames(caller: Caller): Pick<MeterEntry, "caller" | "phase"> {
  if (caller.kind === "operator") return { caller: "operator", phase: "operator" };
  return { caller: caller.functionName, phase: caller.phase };
}
