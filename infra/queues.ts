import { Duration } from "aws-cdk-lib";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Stack, StackContext } from "sst/constructs";
import { type QueueName, queueCatalog, queueNames, visibilitySeconds } from "./queue-catalog.ts";

const deadLettersKept = Duration.days(14);

/**
 * The queues of queue-catalog.ts, each with its dead-letter queue, and one dead-letter queue for what is not read from a
 * queue: events and scheduled runs that failed every attempt.
 */
export function queues({ stack }: StackContext) {
  const pairs = queueNames.map((name) => {
    const { id, maxReceiveCount } = queueCatalog[name];
    const dead = deadLetterQueue(`${id}Dead`);
    const queue = new Queue(stack, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(visibilitySeconds(name)),
      retentionPeriod: Duration.days(4),
      receiveMessageWaitTime: Duration.seconds(20),
      deadLetterQueue: { queue: dead, maxReceiveCount },
    });
    return [name, { queue, dead }] as const;
  });
  const undelivered = deadLetterQueue("UndeliveredDead");
  undelivered.addToResourcePolicy(letRulesSend(stack, undelivered));
  return { queues: Object.fromEntries(pairs) as Record<QueueName, { queue: Queue; dead: Queue }>, undelivered };

  function deadLetterQueue(id: string): Queue {
    return new Queue(stack, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: deadLettersKept,
    });
  }
}

/** EventBridge itself puts what it could not hand over on the queue: for this stage's rules, and nobody else's. */
function letRulesSend(stack: Stack, queue: Queue): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal("events.amazonaws.com")],
    actions: ["sqs:SendMessage"],
    resources: [queue.queueArn],
    conditions: {
      ArnLike: {
        "aws:SourceArn": stack.formatArn({
          service: "events",
          resource: "rule",
          resourceName: `${stack.stage}-dopys-*`,
        }),
      },
    },
  });
}
