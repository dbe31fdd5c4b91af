import { join } from "node:path";
import { type SendToQueue, startCourier } from "../events/delivery.ts";
import { openJournal } from "../events/journal.ts";
import { asyncPolicyOf } from "../events/retry-policy.ts";
import type { ResolvedTemplate } from "../template/model.ts";
import type { Functions } from "./functions.ts";
import type { Invoker } from "./invoker.ts";

export type AsyncOptions = {
  template: ResolvedTemplate;
  functions: Functions;
  sendToQueue: SendToQueue;
  dataDir: string;
  /** Waits before the first and every later retry, milliseconds. */
  retryDelaysMs: number[];
  log: (message: string) => void;
  /** Nothing is delivered before. */
  ready: Promise<void>;
};

/** Lambda's own waits before the two retries (Lambda developer guide, "Asynchronous invocation"). */
export const lambdaRetryDelaysMs = [60_000, 120_000];

/**
 * The invoker others use. Accepted asynchronous events are on disk before `invokeAsync` resolves, so they are still
 * delivered when the process is killed in between.
 */
export function createInvoker(options: AsyncOptions): { invoker: Invoker; stop: () => Promise<void> } {
  const { template, functions, log } = options;
  const journal = openJournal(join(options.dataDir, "async-invocations"));
  const courier = startCourier({
    journal,
    invoker: functions,
    sendToQueue: options.sendToQueue,
    policyOf: (functionArn) => asyncPolicyOf(template, functionArn),
    retryDelaysMs: options.retryDelaysMs,
    log,
    ready: options.ready,
  });
  return {
    invoker: {
      invoke: functions.invoke,
      invokeAsync: async (functionArn, event) => {
        const { arn } = functions.pool(functionArn).settings;
        courier.accept([{ targetArn: arn, kind: "function", body: JSON.stringify(event ?? null) }]);
      },
    },
    stop: async () => {
      await courier.stop();
      journal.close();
    },
  };
}
