import { describe, expect, it } from "vitest";
import { overdueField } from "#infra/alarms.ts";
import type { Synthesis } from "#infra/synthesize.ts";
import { follow, resourcesOf, theOnly } from "../template.ts";

type Dimension = { Name: string; Value: unknown };

export function checkAlarms(synthesis: Synthesis): void {
  const alarms = resourcesOf(synthesis, "AWS::CloudWatch::Alarm");
  const metricNames = alarms.map(({ properties }) => properties.MetricName);

  describe("alarms", () => {
    it("watch every dead-letter queue", () => {
      const watched = alarms.flatMap((alarm) =>
        ((alarm.properties.Dimensions ?? []) as Dimension[])
          .filter(({ Name }) => Name === "QueueName")
          .map(({ Value }) => follow(synthesis, alarm, Value).logicalId),
      );
      const dead = resourcesOf(synthesis, "AWS::SQS::Queue").filter(({ logicalId }) => logicalId.includes("Dead"));
      expect(watched.toSorted()).toEqual(dead.map(({ logicalId }) => logicalId).toSorted());
    });

    it("watch for late publications, breaking functions, throttled calls and failing answers", () => {
      expect(metricNames).toEqual(expect.arrayContaining([overdueField, "Errors", "Throttles", "5xx"]));
    });

    it("count late publications from what the tick logs", () => {
      const filter = theOnly(synthesis, "AWS::Logs::MetricFilter");
      expect(filter.properties).toMatchObject({
        LogGroupName: "/aws/lambda/production-dopys-tick",
        FilterPattern: "{ $.OverduePublications >= 1 }",
        MetricTransformations: [
          { MetricName: overdueField, MetricNamespace: "Dopys/production", MetricValue: "$.OverduePublications" },
        ],
      });
    });

    it("tell the operator when they go off and when they are over, by one topic", () => {
      const topic = theOnly(synthesis, "AWS::SNS::Topic").logicalId;
      for (const { properties } of alarms) {
        expect(properties).toMatchObject({ AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
        expect(properties.TreatMissingData).toBe("notBreaching");
      }
      expect(theOnly(synthesis, "AWS::SNS::Subscription").properties).toMatchObject({
        Protocol: "email",
        Endpoint: "operator@dopys.example",
      });
    });
  });
}
