import type { Fauxqs } from "../engines/fauxqs.ts";
import type { Authorize } from "../gateway/authorizer.ts";
import type { Meter } from "../gateway/meter.ts";
import type { Functions } from "../lambda/functions.ts";
import { findResource, type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import type { Place } from "../template/place.ts";
import { type Consumer, consume, type ReceivedMessage } from "./consumer.ts";
import { sqsEvent, succeeded } from "./sqs-event.ts";

export type EventSourcesOptions = {
  template: ResolvedTemplate;
  place: Place;
  engine: Fauxqs;
  functions: Functions;
  authorize: Authorize;
  meter: Meter;
  log: (message: string) => void;
};

type Mapping = {
  queue: Resource;
  target: Resource;
  batchSize: number;
  windowMs: number;
  concurrency: number;
  partialResponses: boolean;
};

/** Lambda starts with five concurrent batches per queue; without a limit of its own a mapping stays there on one machine. */
const defaultConcurrency = 5;
const throttleWaitMs = 250;

/**
 * Plays the template's SQS event source mappings. Throws, naming the mapping, for what AWS would refuse: a source that
 * is no queue of the template, a visibility shorter than the function's timeout, a role that may not receive.
 */
export async function playEventSources(options: EventSourcesOptions): Promise<Consumer> {
  const mappings = resourcesOfType(options.template, "AWS::Lambda::EventSourceMapping")
    .filter((resource) => resource.properties.Enabled !== false)
    .map((resource) => readMapping(resource, options.template));
  for (const mapping of mappings) await requireReceivePermission(mapping, options.authorize);
  const consumers = mappings.map((mapping) => start(mapping, options));
  return {
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
    },
  };
}

function start(mapping: Mapping, options: EventSourcesOptions): Consumer {
  const { queue, target } = mapping;
  const { meter, functions } = options;
  const source = { arn: queue.arn, region: options.place.region };
  let stopped = false;

  const handle = async (messages: ReceivedMessage[]): Promise<ReceivedMessage[]> => {
    const giveUpAt = Date.now() + visibilitySeconds(queue) * 900;
    const event = sqsEvent(messages, source);
    let invocation = await functions.invoke(target.arn, event);
    while (!invocation.ok && invocation.errorType === "TooManyRequestsException" && !stopped && Date.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, throttleWaitMs));
      invocation = await functions.invoke(target.arn, event);
    }
    return invocation.ok ? succeeded(messages, invocation.value, mapping.partialResponses) : [];
  };

  const consumer = consume({
    engine: options.engine,
    queueName: queue.name,
    batchSize: mapping.batchSize,
    windowMs: mapping.windowMs,
    concurrency: mapping.concurrency,
    deadLetterQueue: deadLetterQueueOf(queue),
    handle,
    onCall: (action) => meter.record({ caller: target.name, phase: "poll", service: "sqs", action }),
    onError: (error) => options.log(`${queue.name}: ${error instanceof Error ? error.message : String(error)}`),
  });
  return {
    stop: () => {
      stopped = true;
      return consumer.stop();
    },
  };
}

function readMapping(resource: Resource, template: ResolvedTemplate): Mapping {
  const { properties, stack, logicalId } = resource;
  const refuse = (why: string): never => {
    throw new Error(`event source mapping ${stack}/${logicalId}: ${why}`);
  };
  const queue = findResource(template, String(properties.EventSourceArn));
  const target = findResource(template, String(properties.FunctionName));
  if (queue?.type !== "AWS::SQS::Queue") return refuse(`${properties.EventSourceArn} is no queue of the template`);
  if (target?.type !== "AWS::Lambda::Function")
    return refuse(`${properties.FunctionName} is no function of the template`);
  if (properties.FilterCriteria) refuse("filter criteria are not played");
  const timeout = Number(target.properties.Timeout ?? 3);
  if (visibilitySeconds(queue) < timeout) {
    refuse(
      `the queue's visibility timeout of ${visibilitySeconds(queue)} s is less than the function's timeout of ${timeout} s`,
    );
  }
  const scaling = properties.ScalingConfig as { MaximumConcurrency?: number } | undefined;
  return {
    queue,
    target,
    batchSize: Number(properties.BatchSize ?? 10),
    windowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
    concurrency: scaling?.MaximumConcurrency ?? defaultConcurrency,
    partialResponses: ((properties.FunctionResponseTypes ?? []) as string[]).includes("ReportBatchItemFailures"),
  };
}

async function requireReceivePermission({ queue, target }: Mapping, authorize: Authorize): Promise<void> {
  const caller = {
    kind: "function",
    functionName: target.name,
    roleArn: String(target.properties.Role),
    phase: "invocation",
  } as const;
  const actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
  const refusal = await authorize(
    caller,
    actions.map((action) => ({ action, resource: queue.arn, context: {} })),
  );
  if (refusal) throw new Error(`event source of ${target.name}: ${refusal.message}`);
}

function visibilitySeconds(queue: Resource): number {
  return Number(queue.properties.VisibilityTimeout ?? 30);
}

function deadLetterQueueOf(queue: Resource): string | undefined {
  const redrive = queue.properties.RedrivePolicy as { deadLetterTargetArn?: string } | string | undefined;
  const policy = typeof redrive === "string" ? (JSON.parse(redrive) as { deadLetterTargetArn?: string }) : redrive;
  return policy?.deadLetterTargetArn?.split(":").at(-1);
}
