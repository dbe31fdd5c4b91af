import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { FromEnvironment, RuntimeData, ToEnvironment } from "./messages.ts";

/**
 * One execution environment: loads the bundle, then takes one event after the other. Between events the thread sleeps
 * in `Atomics.wait`, so work a handler did not await is frozen here as it is in Lambda, and an idle environment costs
 * no processor time.
 */
const { file, handlerName, events, wake } = workerData as RuntimeData;
const say = (message: FromEnvironment): void => parentPort?.postMessage(message);

captureOutput();
try {
  const handler = await loadHandler();
  say({ kind: "ready" });
  for (;;) await handle(handler, nextEvent(events, wake));
} catch (error) {
  say({ kind: "init-failed", ...describe(error) });
}

type Handler = (event: unknown, context: unknown) => unknown;

async function loadHandler(): Promise<Handler> {
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const exported = loaded[handlerName] ?? (loaded.default as Record<string, unknown> | undefined)?.[handlerName];
  if (typeof exported !== "function") throw new Error(`${handlerName} is undefined or not exported`);
  return exported as Handler;
}

function nextEvent(port: MessagePort, signal: Int32Array<SharedArrayBuffer>): ToEnvironment {
  for (;;) {
    const seen = Atomics.load(signal, 0);
    const received = receiveMessageOnPort(port) as { message: ToEnvironment } | undefined;
    if (received) return received.message;
    Atomics.wait(signal, 0, seen);
  }
}

async function handle(handler: Handler, { requestId, event, deadline, functionArn }: ToEnvironment): Promise<void> {
  const { AWS_LAMBDA_FUNCTION_NAME: functionName = "" } = process.env;
  const context = {
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    const value = await handler(JSON.parse(event), context);
    // What crosses is JSON, as in Lambda: a value that cannot be written as JSON is the function's error.
    say({ kind: "answered", requestId, json: JSON.stringify(value), memory: process.memoryUsage().heapUsed });
  } catch (error) {
    say({ kind: "failed", requestId, ...describe(error) });
  }
}

function describe(error: unknown): { errorType: string; message: string; stack: string | undefined } {
  if (!(error instanceof Error)) return { errorType: typeof error, message: String(error), stack: undefined };
  return { errorType: error.name, message: error.message, stack: error.stack };
}

/** Sends every line at once: the usual streams would only drain while this thread is awake. */
function captureOutput(): void {
  const line = (text: string): void => say({ kind: "log", text });
  for (const level of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    console[level] = (...values: unknown[]) => line(format(...values));
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = ((chunk: string | Uint8Array) => {
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
      line(text.replace(/\n$/, ""));
      return true;
    }) as typeof stream.write;
  }
}
