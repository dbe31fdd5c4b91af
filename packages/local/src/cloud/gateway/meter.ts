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
  /** Consumed DynamoDB request units, base table and each index touched; 0 unless the cloud was asked to measure them. */
  readUnits: number;
  writeUnits: number;
};

type MeterLine = Pick<MeterEntry, "caller" | "phase" | "service" | "action">;

export type Meter = {
  /** Counts one call. */
  record: (call: MeterLine & { denied?: number }) => void;
  /** Adds what a counted call consumed. */
  charge: (call: MeterLine, units: Pick<MeterEntry, "readUnits" | "writeUnits">) => void;
  snapshot: () => MeterEntry[];
  reset: () => void;
};

/** Counts every AWS call, since the start or the last reset. */
export function createMeter(): Meter {
  const entries = new Map<string, MeterEntry>();
  const entryOf = ({ caller, phase, service, action }: MeterLine): MeterEntry => {
    const key = [caller, phase, service, action].join(" ");
    const entry = entries.get(key) ?? {
      caller,
      phase,
      service,
      action,
      calls: 0,
      denied: 0,
      readUnits: 0,
      writeUnits: 0,
    };
    entries.set(key, entry);
    return entry;
  };
  return {
    record: ({ denied = 0, ...line }) => {
      const entry = entryOf(line);
      entry.calls += 1;
      entry.denied += denied;
    },
    charge: (line, units) => {
      const entry = entryOf(line);
      entry.readUnits += units.readUnits;
      entry.writeUnits += units.writeUnits;
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
