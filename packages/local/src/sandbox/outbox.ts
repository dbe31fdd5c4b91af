import { randomUUID } from "node:crypto";
import type { Clock } from "#core/kernel/clock.ts";
import type { Store } from "./store.ts";

/** A webhook delivery and what became of it. */
export interface OutboxDelivery {
  readonly id: string;
  readonly platform: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text that was signed. */
  readonly body: string;
  readonly state: "waiting" | "delivered" | "given-up";
  /** Epoch ms. */
  readonly createdAt: number;
  readonly nextAt: number;
  readonly attempts: readonly { readonly at: number /** 0: no answer. */; readonly status: number }[];
}

export interface Outbox {
  /** Goes on with what an earlier run left. */
  start(): void;
  /** Sends a body, `delayMs` from now; keeps trying for 36 hours until the answer is a 2xx. */
  send(delivery: {
    platform: string;
    url: string;
    headers: Record<string, string>;
    body: string;
    delayMs: number;
  }): void;
  /** Has each attempt at a platform's deliveries carry headers of its own, such as a token that ends before the last one. */
  authorize(platform: string, headers: () => Promise<Readonly<Record<string, string>>>): void;
  list(platform: string): readonly OutboxDelivery[];
  /** Waits for what is on its way and sends nothing more. */
  stop(): Promise<void>;
}

/** Waits between attempts, ms: at once, then ever less often; the last one repeats until 36 hours have passed. */
const waits = [0, 1000, 5000, 30_000, 120_000, 600_000, 3_600_000];
const givenUpAfterMs = 36 * 3_600_000;
const answerWithinMs = 20_000;

/** The sandbox's webhook deliveries. They are stored before they are sent, and go on after a restart. */
export function openOutbox(store: Store, clock: Clock): Outbox {
  const deliveries = store.collection<OutboxDelivery>("outbox");
  const underWay = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const authorizers = new Map<string, () => Promise<Readonly<Record<string, string>>>>();
  let stopped = false;

  const schedule = (delivery: OutboxDelivery) => {
    if (stopped) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        const attempt = deliver(delivery).finally(() => underWay.delete(attempt));
        underWay.add(attempt);
      },
      Math.max(0, delivery.nextAt - clock.nowMs()),
    );
    timers.add(timer);
  };

  const deliver = async (delivery: OutboxDelivery) => {
    const own = await authorizers.get(delivery.platform)?.();
    const status = await post({ ...delivery, headers: { ...delivery.headers, ...own } });
    if (stopped && status === 0) return;
    const now = clock.nowMs();
    const attempts = [...delivery.attempts, { at: now, status }];
    const delivered = status >= 200 && status < 300;
    const tooOld = now - delivery.createdAt > givenUpAfterMs;
    const state = delivered ? "delivered" : tooOld ? "given-up" : "waiting";
    const nextAt = now + (waits[Math.min(attempts.length - 1, waits.length - 1)] ?? 0);
    const kept = deliveries.put({ ...delivery, attempts, state, nextAt });
    if (state === "waiting") schedule(kept);
  };

  return {
    start: () => {
      for (const waiting of deliveries.list((it) => it.state === "waiting")) schedule(waiting);
    },
    send: ({ delayMs, ...delivery }) => {
      const now = clock.nowMs();
      const id = randomUUID();
      const nextAt = now + delayMs;
      schedule(deliveries.put({ ...delivery, id, state: "waiting", createdAt: now, nextAt, attempts: [] }));
    },
    authorize: (platform, headers) => {
      authorizers.set(platform, headers);
    },
    list: (platform) => deliveries.list((it) => it.platform === platform),
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(underWay);
    },
  };
}

async function post(delivery: OutboxDelivery): Promise<number> {
  try {
    const response = await fetch(delivery.url, {
      method: "POST",
      headers: delivery.headers,
      body: delivery.body,
      redirect: "manual",
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
