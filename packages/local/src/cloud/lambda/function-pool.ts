import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Credentials } from "../gateway/callers.ts";
import type { FunctionCode } from "../template/assets.ts";
import { type Environment, initMs, startEnvironment } from "./environment.ts";
import type { Invocation } from "./invoker.ts";
import { formLine } from "./waiting-line.ts";

/** What was measured of one function since the start. Times are milliseconds, sizes bytes. */
export type FunctionFacts = {
  name: string;
  invocations: number;
  errors: number;
  throttles: number;
  coldStarts: number;
  lastColdStartMs: number;
  totalDurationMs: number;
  maxMemoryBytes: number;
  environments: number;
  /** Environments that work an event at this moment. */
  atWork: number;
};

export type FunctionSettings = {
  name: string;
  arn: string;
  /** `undefined` when the bundle is not on this machine: such a function fails when it is called. */
  code: FunctionCode | undefined;
  timeoutMs: number;
  memoryMb: number;
  /** Environments that may exist at once; without one, this machine's limit holds. */
  reservedConcurrency: number | undefined;
};

export type PoolPorts = {
  /** The function's whole environment, by the credentials of one of its environments. */
  variables: (credentials: Credentials) => Record<string, string>;
  credentials: (environment: number) => Credentials;
  setPhase: (accessKeyId: string, phase: "init" | "invocation") => void;
  onLog: (line: string) => void;
  /** Idle environments end after this long. */
  idleMs: number;
};

/** A played function: its environments, started when called, reused while warm, reaped when idle. */
export type FunctionPool = {
  settings: FunctionSettings;
  invoke: (event: string) => Promise<Invocation>;
  facts: () => FunctionFacts;
  /** Ends the environment with this access key, whatever it does, as a crash would. */
  kill: (accessKeyId: string) => void;
  stop: () => Promise<void>;
};

/** AWS gives an account a thousand; two of this machine's processors would only wait. */
const machineConcurrency = 64;
const processors = availableParallelism();
/** An event waits so long for a warm environment before one more is started; AWS would start it at once, ms. */
const patienceMs = 250;

export function createFunctionPool(settings: FunctionSettings, ports: PoolPorts): FunctionPool {
  const environments = new Set<Environment>();
  const byKey = new Map<string, Environment>();
  const idle: { environment: Environment; reaper: NodeJS.Timeout }[] = [];
  const loading = new Set<Environment>();
  const entry = settings.code && entryFile(settings.code);
  const limit = settings.reservedConcurrency ?? machineConcurrency;
  const counted = {
    invocations: 0,
    errors: 0,
    throttles: 0,
    coldStarts: 0,
    lastColdStartMs: 0,
    totalDurationMs: 0,
    maxMemoryBytes: 0,
  };
  let started = 0;
  const line = formLine({ free: () => warm(), make: (waitedMs) => startIfNeeded(waitedMs), patienceMs });

  const take = async (): Promise<Environment | Extract<Invocation, { ok: false }>> => {
    if (environments.size - idle.length + line.length() >= limit) {
      counted.throttles += 1;
      return { ok: false, errorType: "TooManyRequestsException", message: "Rate Exceeded." };
    }
    if (!entry) {
      return {
        ok: false,
        errorType: "Runtime.ImportModuleError",
        message: `${settings.name} has no bundle on this machine`,
      };
    }
    return (await line.join()) ?? { ok: false, errorType: "Runtime.ExitError", message: "The function was stopped" };
  };

  const warm = (): Environment | undefined => {
    for (let last = idle.pop(); last; last = idle.pop()) {
      clearTimeout(last.reaper);
      if (last.environment.alive()) return last.environment;
    }
    return undefined;
  };

  /** A module that loads takes a processor: no more of them at once than there are, and only what waiting cannot save. */
  const startIfNeeded = (waitedMs: number): Environment | undefined => {
    const needed = environments.size < processors || waitedMs >= patienceMs;
    return entry && needed && loading.size < processors ? start(entry.file, entry.handlerName) : undefined;
  };

  const start = (file: string, handlerName: string): Environment => {
    started += 1;
    const credentials = ports.credentials(started);
    ports.setPhase(credentials.accessKeyId, "init");
    const environment = startEnvironment({
      functionArn: settings.arn,
      file,
      handlerName,
      variables: ports.variables(credentials),
      memoryMb: settings.memoryMb,
      timeoutMs: settings.timeoutMs,
      initMs,
      onLog: ports.onLog,
      onReady: (coldStartMs) => {
        counted.coldStarts += 1;
        counted.lastColdStartMs = coldStartMs;
        ports.setPhase(credentials.accessKeyId, "invocation");
        loading.delete(environment);
        line.advance();
      },
      onMemory: (bytes) => {
        counted.maxMemoryBytes = Math.max(counted.maxMemoryBytes, bytes);
      },
    });
    environments.add(environment);
    loading.add(environment);
    byKey.set(credentials.accessKeyId, environment);
    return environment;
  };

  const giveBack = (environment: Environment): void => {
    if (environment.alive()) keepWarm(environment);
    else {
      environments.delete(environment);
      loading.delete(environment);
    }
    line.advance();
  };

  const keepWarm = (environment: Environment): void => {
    const reaper = setTimeout(() => {
      idle.splice(
        idle.findIndex((each) => each.environment === environment),
        1,
      );
      environments.delete(environment);
      void environment.stop();
    }, ports.idleMs);
    reaper.unref();
    idle.push({ environment, reaper });
  };

  return {
    settings,
    invoke: async (event) => {
      const taken = await take();
      if ("ok" in taken) return taken;
      counted.invocations += 1;
      const invocation = await taken.invoke(event);
      if (invocation.ok) counted.totalDurationMs += invocation.durationMs;
      else counted.errors += 1;
      giveBack(taken);
      return invocation;
    },
    facts: () => ({
      name: settings.name,
      ...counted,
      environments: environments.size,
      atWork: environments.size - idle.length,
    }),
    kill: (accessKeyId) => void byKey.get(accessKeyId)?.stop(),
    stop: async () => {
      line.disperse();
      for (const { reaper } of idle.splice(0)) clearTimeout(reaper);
      await Promise.all([...environments].map((environment) => environment.stop()));
      environments.clear();
    },
  };
}

/** `folder/file.export` of a handler setting, found as the Node runtime finds it. */
function entryFile(code: FunctionCode): { file: string; handlerName: string } | undefined {
  const name = basename(code.handler);
  const dot = name.indexOf(".");
  const stem = join(code.directory, dirname(code.handler), name.slice(0, dot));
  const file = [".mjs", ".js", ".cjs"].map((ending) => stem + ending).find((each) => existsSync(each));
  return file === undefined ? undefined : { file, handlerName: name.slice(dot + 1) };
}
