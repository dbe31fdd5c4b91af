import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import type { LocalCloud } from "../index.ts";

/** Real AWS SDK clients that sign as the cloud's operator, or with other credentials. */
export function clientsFor(cloud: LocalCloud, credentials = cloud.operatorCredentials) {
  const configuration = { endpoint: cloud.gatewayUrl, region: cloud.region, credentials };
  return {
    dynamodb: new DynamoDBClient(configuration),
    sqs: new SQSClient(configuration),
    s3: new S3Client(configuration),
    ssm: new SSMClient(configuration),
  };
}

/** Waits until `probe` gives something; throws after `timeoutMs`. */
export async function eventually<Value>(
  probe: () => Promise<Value | undefined> | Value | undefined,
  timeoutMs = 10_000,
): Promise<Value> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error("what was waited for did not happen");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
