import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** What a repository is built on: one document client and the table's name. */
export interface Dynamo {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Connects to the table; the address and credentials come from the environment, as everywhere in AWS. */
export function connectDynamo(tableName: string): Dynamo {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, tableName };
}

/** Whether a write failed because its condition did not hold: the expected outcome of a lost race. */
export function isConditionFailure(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException) return true;
  const cause = error instanceof Error ? (error.cause as { name?: unknown } | undefined) : undefined;
  return cause?.name === "ConditionalCheckFailedException" || /conditional request failed/i.test(String(error));
}
