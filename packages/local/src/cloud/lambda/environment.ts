import { randomUUID } from "node:crypto";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Invocation } from "./invoker.ts";
import type { FromEnvironment, RuntimeData } from "./messages.ts";

export type EnvironmentOptions = {
  functionArn: string;
  file: string;
  handlerName: string;
  /** The whole environment of the function: nothing of ours is inherited. */
  variables: Record<string, string>;
  memoryMb: number;
  timeoutMs: number;
  /** What module code has before the time of the first invocation begins to run, see `initMs`. */
  initMs: number;
  onLog: (line: string) => void;
  /** The module has loaded and took this long, milliseconds. */
  onReady: (coldStartMs: number) => void;
  /** Heap in use after an invocation, bytes. */
  onMemory: (bytes: number) => void;
};

/** One execution environment of a function: one event at a time, warm in between. */
export type Environment = {
  /** Takes the event as JSON text. */
  invoke: (event: string) => Promise<Invocation>;
  /** False once it failed to load, timed out, exited or ran out of memory: it takes no further event. */
  alive: () => boolean;
  stop: () => Promise<void>;
};

/**
 * Lambda gives module code ten seconds; what takes longer is done within the first invocation, under the function's own
 * timeout (Lambda runtime environment lifecycle, "Init phase"). Lambda begins it again there, here it goes on: a machine
 * that is so busy is not made busier.
 */
export const initMs = 10_000;
/** Lambda's limit on what goes into and comes out of a synchronous call, bytes (Lambda quotas). */
export const payloadLimit = 6 * 1024 * 1024;

type Ending = Extract<Invocation, { ok: false }>;

/** Starts an environment in a thread of its own; its module begins to load at once. */
export function startEnvironment(options: EnvironmentOptions): Environment {
  const { port1, port2 } = new MessageChannel();
  const wake = new Int32Array(new SharedArrayBuffer(4));
  const startedAt = performance.now();
  const data: RuntimeData = { file: options.file, handlerName: options.handlerName, events: port2, wake };
  const worker = new Worker(new URL("./runtime.ts", import.meta.url), {
    workerData: data,
    transferList: [port2],
    env: options.variables,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(64, options.memoryMb) },
  });
  let alive = true;
  let ended: Ending | undefined;
  let settle: ((invocation: Invocation) => void) | undefined;
  let ready: () => void = () => {};
  const loaded = new Promise<void>((resolve) => {
    ready = resolve;
  });
  let initOver: () => void = () => {};
  const loadedOrOver = new Promise<void>((resolve) => {
    initOver = resolve;
  });
  const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));

  const end = (ending: Ending): void => {
    if (!alive) return;
    alive = false;
    ended = ending;
    clearTimeout(initTimer);
    initOver();
    settle?.(ending);
    settle = undefined;
    void worker.terminate();
    port1.close();
  };
  const initTimer = setTimeout(() => {
    options.onLog(`Its module takes more than ${options.initMs / 1000} s to load: it goes on within the invocation`);
    initOver();
  }, options.initMs);
  const logError = (error: { errorType: string; message: string; stack: string | undefined }): void =>
    options.onLog(error.stack ?? `${error.errorType}: ${error.message}`);

  worker.on("message", (message: FromEnvironment) => {
    if (message.kind === "log") {
      for (const line of message.text.split("\n")) options.onLog(line);
    } else if (message.kind === "ready") {
      clearTimeout(initTimer);
      options.onReady(performance.now() - startedAt);
      ready();
      initOver();
    } else if (message.kind === "init-failed") {
      logError(message);
      end({ ok: false, errorType: message.errorType, message: message.message });
    } else if (message.kind === "answered") {
      options.onMemory(message.memory);
      settle?.(answered(message.json));
    } else {
      logError(message);
      settle?.({ ok: false, errorType: message.errorType, message: message.message });
    }
  });
  worker.on("error", (error: Error & { code?: string }) => {
    const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    options.onLog(error.stack ?? error.message);
    end({ ok: false, errorType: outOfMemory ? "Runtime.OutOfMemory" : error.name, message: error.message });
  });
  worker.on("exit", (code) => {
    end({ ok: false, errorType: "Runtime.ExitError", message: `Runtime exited with code ${code}` });
  });

  return {
    alive: () => alive,
    invoke: async (event) => {
      await loadedOrOver;
      if (ended) return ended;
      const began = performance.now();
      const deadline = Date.now() + options.timeoutMs;
      const invocation = await new Promise<Invocation>((resolve) => {
        const timer = setTimeout(() => {
          const message = `Task timed out after ${(options.timeoutMs / 1000).toFixed(2)} seconds`;
          options.onLog(message);
          end({ ok: false, errorType: "Sandbox.Timedout", message });
        }, options.timeoutMs);
        settle = (result) => {
          clearTimeout(timer);
          settle = undefined;
          resolve(result);
        };
        void loaded.then(() => {
          port1.postMessage({ requestId: randomUUID(), event, functionArn: options.functionArn, deadline });
          Atomics.add(wake, 0, 1);
          Atomics.notify(wake, 0);
        });
      });
      return invocation.ok ? { ...invocation, durationMs: performance.now() - began } : invocation;
    },
    stop: async () => {
      end({ ok: false, errorType: "Runtime.ExitError", message: "The environment was stopped" });
      await exited;
    },
  };
}

function answered(json: string | undefined): Invocation {
  if (json === undefined) return { ok: true, value: null, durationMs: 0 };
  if (Buffer.byteLength(json) <= payloadLimit) return { ok: true, value: JSON.parse(json), durationMs: 0 };
  const message = `Response payload size exceeded maximum allowed payload size (${payloadLimit} bytes).`;
  return { ok: false, errorType: "Function.ResponseSizeTooLarge", message };
}
