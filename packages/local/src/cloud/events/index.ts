import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { EngineHandler } from "../gateway/engine.ts";
import type { Invoker } from "../lambda/invoker.ts";
import type { ResolvedTemplate } from "../template/model.ts";
import { type SendToQueue, startCourier } from "./delivery.ts";
import {
  type BusEvent,
  type EventFacts,
  type Json,
  type JsonObject,
  makeEvent,
  type Place,
  toEventTime,
} from "./event.ts";
import { shapeInput } from "./input.ts";
import { type NewDelivery, openJournal } from "./journal.ts";
import { putEventsHandler } from "./put-events.ts";
import { asyncPolicyOf } from "./retry-policy.ts";
import { defaultBus, type Rule, readBuses, readRules, type Target } from "./rules.ts";
import { runSchedule } from "./timetable.ts";

export type { SendToQueue } from "./delivery.ts";
export type { EventFacts } from "./event.ts";

export type EventsOptions = Place & {
  template: ResolvedTemplate;
  invoker: Pick<Invoker, "invoke">;
  sendToQueue: SendToQueue;
  /** The cloud's data folder; deliveries that wait are kept under `events/` in it. */
  dataDir: string;
  /** Waits before the retries of a failed invocation, ms; Lambda's own (one minute, two minutes) by default. */
  retryDelaysMs?: number[];
  /** Hears of deliveries given up. */
  log?: (message: string) => void;
  /** Nothing is delivered before; at once when absent. */
  ready?: Promise<void>;
};

export type Events = {
  /** Answers the `events` service (PutEvents). */
  handler: EngineHandler;
  /** Puts an event of an AWS service itself (`aws.ses`, `aws.s3`) on the default bus; stored when it resolves. */
  putInternal: (facts: EventFacts) => Promise<void>;
  stop: () => Promise<void>;
};

const lambdaRetryDelaysMs = [60_000, 120_000];

function toDelivery(target: Target, payload: Json): NewDelivery {
  const { arn: targetArn, kind, messageGroupId, deadLetterArn } = target;
  return { targetArn, kind, body: JSON.stringify(payload), messageGroupId, deadLetterArn };
}

/** What the targets of a due rule receive. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function scheduledDeliveries(place: Place, rule: Rule, scheduledAt: number): NewDelivery[] {
  const scheduler = rule.origin === "scheduler";
  const event = makeEvent(place, {
    source: scheduler ? "aws.scheduler" : "aws.events",
    detailType: "Scheduled Event",
    detail: scheduler ? "{}" : {},
    resources: [rule.arn],
    time: scheduledAt,
  });
  const context: Record<string, string> = {
    "<aws.scheduler.schedule-arn>": rule.arn,
    "<aws.scheduler.scheduled-time>": toEventTime(scheduledAt),
    "<aws.scheduler.execution-id>": randomUUID(),
    "<aws.scheduler.attempt-number>": "1",
  };
  return rule.targets.map((target) => {
    const input = scheduler
      ? target.shape.Input?.replace(/<aws\.scheduler\.[a-z-]+>/g, (name) => context[name] ?? name)
      : target.shape.Input;
    return toDelivery(target, shapeInput({ ...target.shape, Input: input }, event as JsonObject, rule));
  });
}

/**
 * Plays the event buses, rules and schedules of a template. Deliveries accepted before a crash are made after the next
 * start (at least once); schedules missed while it was down are not.
 * @throws Error naming the rule when EventBridge would refuse it.
 */
export async function startEvents(options: EventsOptions): Promise<Events> {
  const { template } = options;
  const place: Place = { accountId: options.accountId, region: options.region };
  const rules = readRules(template);
  const journal = openJournal(join(options.dataDir, "events"));
  const courier = startCourier({
    journal,
    invoker: options.invoker,
    sendToQueue: options.sendToQueue,
    policyOf: (functionArn) => asyncPolicyOf(template, functionArn),
    retryDelaysMs: options.retryDelaysMs ?? lambdaRetryDelaysMs,
    log: options.log ?? (() => {}),
    ready: options.ready,
  });
  const publish = (events: { bus: string; event: BusEvent }[]) => {
    courier.accept(
      events.flatMap(({ bus, event }) =>
        rules
          .filter((rule) => rule.bus === bus && rule.matches?.(event))
          .flatMap((rule) =>
            rule.targets.map((target) => toDelivery(target, shapeInput(target.shape, event as JsonObject, rule))),
          ),
      ),
    );
  };
  const ends = rules.flatMap(({ schedule, ...rule }) =>
    schedule ? [runSchedule(schedule, (at) => courier.accept(scheduledDeliveries(place, rule, at)))] : [],
  );
  return {
    handler: putEventsHandler({ place, buses: readBuses(template), publish }),
    async putInternal(facts) {
      publish([{ bus: defaultBus, event: makeEvent(place, facts) }]);
    },
    async stop() {
      for (const end of ends) end();
      await courier.stop();
      journal.close();
    },
  };
}
