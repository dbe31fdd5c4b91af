import { describe, expect, it } from "vitest";
import type { Synthesis } from "#infra/synthesize.ts";
import { follow, listOf, type Placed, resourcesOf, type Statement, textOf } from "../template.ts";

const fourteenDays = 14 * 24 * 3600;

type Redrive = { deadLetterTargetArn: unknown; maxReceiveCount: number };

function redriveOf(queue: Placed): Redrive | undefined {
  return queue.properties.RedrivePolicy as Redrive | undefined;
}

export function checkQueues(synthesis: Synthesis): void {
  const queues = resourcesOf(synthesis, "AWS::SQS::Queue");
  const mappings = resourcesOf(synthesis, "AWS::Lambda::EventSourceMapping");
  const consumed = mappings.map((mapping) => ({
    mapping,
    queue: follow(synthesis, mapping, mapping.properties.EventSourceArn),
    consumer: follow(synthesis, mapping, mapping.properties.FunctionName),
  }));

  describe("queues", () => {
    it("that are consumed have a dead-letter queue of their own that keeps messages for 14 days", () => {
      const deadLetterQueues = new Set<string>();
      for (const { queue } of consumed) {
        const redrive = redriveOf(queue);
        if (!redrive) throw new Error(`${queue.logicalId} has no dead-letter queue`);
        const dead = follow(synthesis, queue, redrive.deadLetterTargetArn);
        expect(dead.properties.MessageRetentionPeriod, dead.logicalId).toBe(fourteenDays);
        expect(redrive.maxReceiveCount).toBeGreaterThanOrEqual(3);
        deadLetterQueues.add(dead.logicalId);
      }
      expect(deadLetterQueues.size).toBe(consumed.length);
    });

    it("that nobody consumes are dead-letter queues", () => {
      const live = new Set(consumed.map(({ queue }) => queue.logicalId));
      for (const queue of queues.filter(({ logicalId }) => !live.has(logicalId))) {
        expect(queue.logicalId).toMatch(/Dead/);
        expect(redriveOf(queue)).toBeUndefined();
      }
    });

    it("hide a message for at least six times its consumer's timeout plus the batch window", () => {
      for (const { queue, consumer, mapping } of consumed) {
        const window = Number(mapping.properties.MaximumBatchingWindowInSeconds);
        const needed = 6 * Number(consumer.properties.Timeout) + window;
        expect(Number(queue.properties.VisibilityTimeout), queue.logicalId).toBeGreaterThanOrEqual(needed);
      }
    });

    it("are encrypted at rest without a key that is billed", () => {
      for (const { properties } of queues) {
        expect(properties.SqsManagedSseEnabled).toBe(true);
        expect(properties.KmsMasterKeyId).toBeUndefined();
      }
    });

    it("learn which messages of a batch failed, and are read by a bounded number at once", () => {
      for (const { properties } of mappings) {
        expect(properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
        expect(properties.ScalingConfig).toMatchObject({ MaximumConcurrency: expect.any(Number) });
      }
    });

    it("take what rules could not hand over from this stage's rules only", () => {
      const policies = resourcesOf(synthesis, "AWS::SQS::QueuePolicy").filter(({ properties }) =>
        JSON.stringify(properties).includes("events.amazonaws.com"),
      );
      expect(policies.map((policy) => listOf(policy.properties.Queues).length)).toEqual([1]);
      for (const { properties } of policies) {
        const { Statement } = properties.PolicyDocument as { Statement: Statement[] };
        const open = Statement.find(({ Effect }) => Effect === "Allow");
        expect(textOf(open?.Condition?.ArnLike?.["aws:SourceArn"])).toMatch(/:rule\/production-dopys-\*$/);
      }
    });

    it("are read by nobody twice", () => {
      expect(new Set(consumed.map(({ queue }) => queue.logicalId)).size).toBe(consumed.length);
    });
  });
}
