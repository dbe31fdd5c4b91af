import { describe, expect, it } from "vitest";
import type { Synthesis } from "#infra/synthesize.ts";
import { resourcesOf } from "../template.ts";

/** Types that cost by the hour or the month whether they are used or not. */
const billedByTime: readonly RegExp[] = [
  /^AWS::EC2::/,
  /^AWS::ECS::/,
  /^AWS::EKS::/,
  /^AWS::RDS::/,
  /^AWS::DAX::/,
  /^AWS::ElastiCache::/,
  /^AWS::ElasticLoadBalancing(V2)?::/,
  /^AWS::OpenSearch/,
  /^AWS::Kinesis::/,
  /^AWS::MSK::/,
  /^AWS::KMS::/,
  /^AWS::SecretsManager::/,
  /^AWS::WAF/,
  /^AWS::Route53::HostedZone$/,
  /^AWS::ApplicationAutoScaling::/,
  /^AWS::CloudWatch::Dashboard$/,
  /^AWS::Synthetics::/,
  /^AWS::SES::(DedicatedIpPool|ConfigurationSetVdm)/,
];

/** Properties that turn something free while idle into something that is not. */
const billedProperties: ReadonlySet<string> = new Set([
  "ProvisionedConcurrencyConfig",
  "ProvisionedThroughput",
  "ProvisionedPollerConfig",
  "VpcConfig",
  "KmsMasterKeyId",
  "KmsKeyArn",
  "KMSMasterKeyID",
  "SnapStart",
  "CacheClusterEnabled",
  "DetailedMetricsEnabled",
]);

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

export function checkIdleCost(synthesis: Synthesis): void {
  const resources = resourcesOf(synthesis);

  describe("an idle system", () => {
    it("has nothing that is billed by the hour", () => {
      const billed = resources.filter(({ type }) => billedByTime.some((pattern) => pattern.test(type)));
      expect(billed.map(({ type }) => type)).toEqual([]);
      const properties = resources.flatMap(({ logicalId, properties: given }) =>
        keysIn(given)
          .filter((key) => billedProperties.has(key))
          .map((key) => `${logicalId}.${key}`),
      );
      expect(properties).toEqual([]);
    });

    it("pays for its table by the request", () => {
      for (const { properties } of resourcesOf(synthesis, "AWS::DynamoDB::Table")) {
        expect(properties.BillingMode).toBe("PAY_PER_REQUEST");
      }
    });

    it("has as many alarms, schedules and pollers as docs/cost.md reckons with", () => {
      const count = (type: string) => resourcesOf(synthesis, type).length;
      const schedules = resourcesOf(synthesis, "AWS::Events::Rule").flatMap(({ properties }) =>
        properties.ScheduleExpression ? [properties.ScheduleExpression] : [],
      );
      expect(schedules.toSorted()).toEqual([
        "rate(1 hour)",
        "rate(1 minute)",
        "rate(10 minutes)",
        "rate(15 minutes)",
        "rate(5 minutes)",
        "rate(5 minutes)",
      ]);
      expect(count("AWS::CloudWatch::Alarm")).toBe(14);
      expect(count("AWS::Lambda::EventSourceMapping")).toBe(8);
    });
  });
}
