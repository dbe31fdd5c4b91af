import * as v from "valibot";
import { type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import type { InputShape } from "./input.ts";
import { compilePattern } from "./pattern.ts";
import { parseSchedule, type Schedule } from "./schedule.ts";

export const defaultBus = "default";

export type Target = {
  arn: string;
  kind: "function" | "queue";
  shape: InputShape;
  deadLetterArn?: string | undefined;
  messageGroupId?: string | undefined;
};

/** An enabled rule or schedule of the template, ready to be asked. */
export type Rule = {
  name: string;
  arn: string;
  bus: string;
  origin: "rule" | "scheduler";
  matches?: (event: object) => boolean;
  schedule?: Schedule;
  targets: Target[];
};

const targetSchema = v.object({
  Arn: v.string(),
  Input: v.optional(v.string()),
  InputPath: v.optional(v.string()),
  InputTransformer: v.optional(
    v.object({ InputTemplate: v.string(), InputPathsMap: v.optional(v.record(v.string(), v.string())) }),
  ),
  DeadLetterConfig: v.optional(v.object({ Arn: v.optional(v.string()) })),
  SqsParameters: v.optional(v.object({ MessageGroupId: v.optional(v.string()) })),
});

const ruleSchema = v.object({
  EventBusName: v.optional(v.string(), defaultBus),
  EventPattern: v.optional(v.union([v.record(v.string(), v.unknown()), v.pipe(v.string(), v.parseJson())])),
  ScheduleExpression: v.optional(v.string()),
  State: v.optional(v.string(), "ENABLED"),
  Targets: v.optional(v.array(targetSchema), []),
});

const scheduleSchema = v.object({
  ScheduleExpression: v.string(),
  ScheduleExpressionTimezone: v.optional(v.string(), "UTC"),
  StartDate: v.optional(v.string()),
  EndDate: v.optional(v.string()),
  State: v.optional(v.string(), "ENABLED"),
  Target: targetSchema,
});

const targetKinds: Record<string, Target["kind"]> = { lambda: "function", sqs: "queue" };

function readTarget(target: v.InferOutput<typeof targetSchema>): Target {
  const kind = targetKinds[target.Arn.split(":")[2] ?? ""];
  if (!kind) throw new Error(`target ${target.Arn}: only Lambda functions and SQS queues are played`);
  return {
    arn: target.Arn,
    kind,
    shape: { Input: target.Input, InputPath: target.InputPath, InputTransformer: target.InputTransformer },
    deadLetterArn: target.DeadLetterConfig?.Arn,
    messageGroupId: target.SqsParameters?.MessageGroupId,
  };
}

/** A bus is named by its name or its ARN (`...:event-bus/name`). */
export function busName(nameOrArn: string): string {
  return nameOrArn.startsWith("arn:") ? (nameOrArn.split(":event-bus/")[1] ?? nameOrArn) : nameOrArn;
}

function readRule(resource: Resource): Rule[] {
  const rule = v.parse(ruleSchema, resource.properties);
  if (rule.State === "DISABLED") return [];
  return [
    {
      name: resource.name,
      arn: resource.arn,
      bus: busName(rule.EventBusName),
      origin: "rule",
      ...(rule.EventPattern === undefined ? {} : { matches: compilePattern(rule.EventPattern) }),
      ...(rule.ScheduleExpression === undefined ? {} : { schedule: parseSchedule(rule.ScheduleExpression) }),
      targets: rule.Targets.map(readTarget),
    },
  ];
}

/** Keeps a schedule within the dates it is valid for. */
function between(schedule: Schedule, start: string | undefined, end: string | undefined): Schedule {
  const from = start ? Date.parse(start) - 1 : Number.NEGATIVE_INFINITY;
  const to = end ? Date.parse(end) : Number.POSITIVE_INFINITY;
  return {
    next(after) {
      const found = schedule.next(Math.max(after, from));
      return found !== undefined && found <= to ? found : undefined;
    },
  };
}

function readSchedule(resource: Resource): Rule[] {
  const wanted = v.parse(scheduleSchema, resource.properties);
  if (wanted.State === "DISABLED") return [];
  const schedule = parseSchedule(wanted.ScheduleExpression, wanted.ScheduleExpressionTimezone);
  return [
    {
      name: resource.name,
      arn: resource.arn,
      bus: defaultBus,
      origin: "scheduler",
      schedule: between(schedule, wanted.StartDate, wanted.EndDate),
      targets: [readTarget(wanted.Target)],
    },
  ];
}

function reading(resource: Resource, read: (resource: Resource) => Rule[]): Rule[] {
  try {
    return read(resource);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${resource.type} ${resource.stack}/${resource.logicalId}: ${reason}`, { cause });
  }
}

/**
 * Enabled rules and schedules of the template.
 * @throws Error naming the resource when EventBridge would refuse it, or when its target is not played here.
 */
export function readRules(template: ResolvedTemplate): Rule[] {
  return [
    ...resourcesOfType(template, "AWS::Events::Rule").flatMap((resource) => reading(resource, readRule)),
    ...resourcesOfType(template, "AWS::Scheduler::Schedule").flatMap((resource) => reading(resource, readSchedule)),
  ];
}

/** Names of all buses: the account's default one and those of the template. */
export function readBuses(template: ResolvedTemplate): Set<string> {
  return new Set([defaultBus, ...resourcesOfType(template, "AWS::Events::EventBus").map((bus) => bus.name)]);
}
