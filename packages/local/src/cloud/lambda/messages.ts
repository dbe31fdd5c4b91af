import type { MessagePort } from "node:worker_threads";

/** What an environment's thread starts with. */
export type RuntimeData = {
  /** The bundle's entry file. */
  file: string;
  /** Export of the bundle that handles events. */
  handlerName: string;
  events: MessagePort;
  /** Raised and notified for every event posted. */
  wake: Int32Array<SharedArrayBuffer>;
};

export type ToEnvironment = {
  requestId: string;
  /** The event as JSON text. */
  event: string;
  functionArn: string;
  /** Epoch milliseconds at which the invocation times out. */
  deadline: number;
};

export type FromEnvironment =
  | { kind: "ready" }
  | { kind: "init-failed"; errorType: string; message: string; stack: string | undefined }
  /** `json` is undefined when the handler returned undefined; `memory` is the heap in use, bytes. */
  | { kind: "answered"; requestId: string; json: string | undefined; memory: number }
  | { kind: "failed"; requestId: string; errorType: string; message: string; stack: string | undefined }
  | { kind: "log"; text: string };
