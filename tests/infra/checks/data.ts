import { describe, expect, it } from "vitest";
import { table as definition } from "#core/adapters/dynamo/table.ts";
import type { Synthesis } from "#infra/synthesize.ts";
import { resourcesOf, theOnly } from "../template.ts";

function mediaBucket(synthesis: Synthesis) {
  const bucket = resourcesOf(synthesis, "AWS::S3::Bucket").find(({ stack }) => stack.endsWith("-Bucket"));
  if (!bucket) throw new Error("No bucket for media");
  return bucket;
}

export function checkData(production: Synthesis, development: Synthesis): void {
  describe("the data", () => {
    it("of a production stage stays when it is deleted from the template", () => {
      const table = theOnly(production, "AWS::DynamoDB::Table");
      expect(table.resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
      expect(table.properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
      expect(mediaBucket(production).resource).toMatchObject({
        DeletionPolicy: "Retain",
        UpdateReplacePolicy: "Retain",
      });
    });

    it("of any other stage goes with the stage", () => {
      const table = theOnly(development, "AWS::DynamoDB::Table");
      expect(table.resource).toMatchObject({ DeletionPolicy: "Delete", UpdateReplacePolicy: "Delete" });
      expect(table.properties).toMatchObject({
        DeletionProtectionEnabled: false,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      });
      expect(mediaBucket(development).resource).toMatchObject({ DeletionPolicy: "Delete" });
    });

    it("lies in a table with exactly the keys and indexes that the repositories use", () => {
      const { properties } = theOnly(production, "AWS::DynamoDB::Table");
      const keySchema = (keys: { pk: string; sk: string }) => [
        { AttributeName: keys.pk, KeyType: "HASH" },
        { AttributeName: keys.sk, KeyType: "RANGE" },
      ];
      expect(properties.KeySchema).toEqual(keySchema(definition.keys));
      expect(properties.TimeToLiveSpecification).toEqual({
        AttributeName: definition.timeToLiveAttribute,
        Enabled: true,
      });
      expect(properties.GlobalSecondaryIndexes).toEqual(
        Object.entries(definition.indexes).map(([name, keys]) => ({
          IndexName: name,
          KeySchema: keySchema(keys),
          Projection: { ProjectionType: "ALL" },
        })),
      );
    });

    it("in buckets is encrypted and closed to the public", () => {
      for (const { properties } of resourcesOf(production, "AWS::S3::Bucket")) {
        expect(properties.PublicAccessBlockConfiguration).toEqual({
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        });
        expect(JSON.stringify(properties.BucketEncryption)).toContain('"SSEAlgorithm":"AES256"');
      }
    });

    it("is uploaded by browsers with PUT alone, and what breaks off is cleared away", () => {
      const { properties } = mediaBucket(production);
      expect(properties.CorsConfiguration).toMatchObject({ CorsRules: [{ AllowedMethods: ["PUT"] }] });
      expect(properties.LifecycleConfiguration).toMatchObject({
        Rules: [
          { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: "Enabled" },
          { Prefix: "imports/", ExpirationInDays: 90, Status: "Enabled" },
        ],
      });
    });
  });
}
