import { randomUUID } from "node:crypto";
import type { Invoker } from "../lambda/invoker.ts";
import type { Delivery, Journal, NewDelivery } from "./journal.ts";
import type { AsyncPolicy } from "./retry-policy.ts";

/** Puts a message on a queue of the template; resolves when the queue has stored it. */
export type SendToQueue = (queueArn: string, body: string, messageGroupId?: string) => Promise<void>;

export type DeliveryPorts = {
  journal: Journal;
  invoker: Pick<Invoker, "invoke">;
  sendToQueue: SendToQueue;
  policyOf: (functionArn: string) => AsyncPolicy;
  /** Waits before the first and every later retry, ms. Lambda: one minute, then two. */
  retryDelaysMs: number[];
  log: (message: string) => void;
  /** Nothing is delivered before: targets rely on parts of the cloud that start later. At once when absent. */
  ready?: Promise<void>;
};

/** Stores deliveries and brings each to its target at least once, across restarts. */
export type Courier = {
  /** When it returns, the deliveries survive a killed process. */
  accept: (deliveries: NewDelivery[]) => void;
  /** Stops trying; waits a moment for what is under way, the rest stays in the journal. */
  stop: () => Promise<void>;
};

type Outcome = "done" | "throttled" | { failed: string; errorType: string };

const inFlightLimit = 50;
const stopWithinMs = 5_000;
const queueRetries = 10;
const buryAgainAfterMs = 60_000;

export function startCourier(ports: DeliveryPorts): Courier {
  const { journal, log } = ports;
  const timers = new Map<number, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const waiting: Delivery[] = [];
  const throttles = new Map<number, number>();
  let open = ports.ready === undefined;
  let stopped = false;
  let closed = false;

  function plan(delivery: Delivery): void {
    timers.set(
      delivery.id,
      setTimeout(
        () => {
          timers.delete(delivery.id);
          waiting.push(delivery);
          pump();
        },
        Math.max(0, delivery.dueAt - Date.now()),
      ),
    );
  }

  function pump(): void {
    while (open && !stopped && running.size < inFlightLimit) {
      const delivery = waiting.shift();
      if (!delivery) return;
      const run = attempt(delivery).finally(() => {
        running.delete(run);
        pump();
      });
      running.add(run);
    }
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const outcome = await send(ports, delivery);
    if (closed || (stopped && outcome !== "done")) return;
    if (outcome === "done") return settle(delivery);
    if (outcome === "throttled") return postpone(delivery, delivery.attempts, throttleDelay(delivery.id));
    const attempts = delivery.attempts + 1;
    const policy = delivery.kind === "function" ? ports.policyOf(delivery.targetArn) : { retries: queueRetries };
    if (attempts <= policy.retries) {
      return postpone(delivery, attempts, ports.retryDelaysMs[attempts - 1] ?? ports.retryDelaysMs.at(-1) ?? 0);
    }
    log(`${delivery.targetArn}: given up after ${attempts} attempts: ${outcome.failed}`);
    const buried = await bury(ports, { ...delivery, attempts }, policy, outcome);
    if (closed) return;
    if (buried) settle(delivery);
    else postpone(delivery, delivery.attempts, buryAgainAfterMs);
  }

  function throttleDelay(id: number): number {
    const times = throttles.get(id) ?? 0;
    throttles.set(id, times + 1);
    return Math.min(1_000 * 2 ** times, 300_000);
  }

  function postpone(delivery: Delivery, attempts: number, delayMs: number): void {
    const dueAt = Date.now() + delayMs;
    journal.postpone(delivery.id, attempts, dueAt);
    plan({ ...delivery, attempts, dueAt });
  }

  function settle(delivery: Delivery): void {
    throttles.delete(delivery.id);
    journal.remove(delivery.id);
  }

  for (const delivery of journal.pending()) plan(delivery);
  void ports.ready?.then(() => {
    open = true;
    pump();
  });
  return {
    accept(deliveries) {
      if (deliveries.length === 0) return;
      for (const delivery of journal.add(deliveries, Date.now())) plan(delivery);
    },
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      let deadline: NodeJS.Timeout | undefined;
      const patience = new Promise((resolve) => {
        deadline = setTimeout(resolve, stopWithinMs);
      });
      await Promise.race([Promise.all(running), patience]);
      clearTimeout(deadline);
      closed = true;
    },
  };
}

async function send(ports: DeliveryPorts, delivery: Delivery): Promise<Outcome> {
  try {
    if (delivery.kind === "queue") {
      await ports.sendToQueue(delivery.targetArn, delivery.body, delivery.messageGroupId);
      return "done";
    }
    const invocation = await ports.invoker.invoke(delivery.targetArn, JSON.parse(delivery.body));
    if (invocation.ok) return "done";
    if (invocation.errorType === "TooManyRequestsException") return "throttled";
    return { failed: invocation.message, errorType: invocation.errorType };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error), errorType: "Unreachable" };
  }
}

/**
 * The last resort of a delivery: the failure destination or dead-letter queue, where the template names one.
 * False when that queue could not be reached, so nothing may be forgotten yet.
 */
async function bury(
  ports: DeliveryPorts,
  delivery: Delivery,
  policy: AsyncPolicy,
  outcome: { failed: string; errorType: string },
): Promise<boolean> {
  const grave = policy.onFailure?.queueArn ?? delivery.deadLetterArn;
  if (!grave) return true;
  const body = policy.onFailure?.form === "record" ? invocationRecord(delivery, outcome) : delivery.body;
  try {
    await ports.sendToQueue(grave, body);
    return true;
  } catch (error) {
    ports.log(`${grave}: ${String(error)}`);
    return false;
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function invocationRecord(delivery: Delivery, outcome: { failed: string; errorType: string }): string {
  return JSON.stringify({
    version: "1.0",
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${delivery.targetArn}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount: delivery.attempts,
    },
    requestPayload: JSON.parse(delivery.body),
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: { errorMessage: outcome.failed, errorType: outcome.errorType },
  });
}
