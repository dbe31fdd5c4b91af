import { describe, expect, it } from "vitest";
import type { Synthesis } from "#infra/synthesize.ts";
import { follow, listOf, resourcesOf, type Statement } from "../template.ts";

const policies = [
  { resource: "AWS::SQS::Queue", policy: "AWS::SQS::QueuePolicy", names: "Queues" },
  { resource: "AWS::S3::Bucket", policy: "AWS::S3::BucketPolicy", names: "Bucket" },
  { resource: "AWS::SNS::Topic", policy: "AWS::SNS::TopicPolicy", names: "Topics" },
] as const;

function refusesPlainText({ Effect, Condition, Principal }: Statement): boolean {
  return (
    Effect === "Deny" &&
    Condition?.Bool?.["aws:SecureTransport"] === "false" &&
    JSON.stringify(Principal).includes('"*"')
  );
}

export function checkTransport(synthesis: Synthesis): void {
  describe("transport", () => {
    it.each(policies)("to every $resource is refused without TLS", ({ resource, policy, names }) => {
      const refusing = resourcesOf(synthesis, policy)
        .filter(({ properties }) => {
          const document = properties.PolicyDocument as { Statement: Statement[] };
          return document.Statement.some(refusesPlainText);
        })
        .flatMap((placed) =>
          listOf(placed.properties[names]).map((target) => follow(synthesis, placed, target).logicalId),
        );
      const all = resourcesOf(synthesis, resource).map(({ logicalId }) => logicalId);
      expect(all.length).toBeGreaterThan(0);
      expect(refusing.toSorted()).toEqual(all.toSorted());
    });
  });
}
