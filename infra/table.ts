import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import type { StackContext } from "sst/constructs";
import { table as definition } from "#core/adapters/dynamo/table.ts";
import { isProduction } from "./settings.ts";

/** The one table, paid per request. A production stage keeps it, guards it and can go back to any second of 35 days. */
export function table({ stack, app }: StackContext) {
  const kept = isProduction(app.stage);
  const resource = new Table(stack, "Table", {
    partitionKey: key(definition.keys.pk),
    sortKey: key(definition.keys.sk),
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: definition.timeToLiveAttribute,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: kept },
    deletionProtection: kept,
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const [indexName, index] of Object.entries(definition.indexes)) {
    resource.addGlobalSecondaryIndex({
      indexName,
      partitionKey: key(index.pk),
      sortKey: key(index.sk),
      projectionType: ProjectionType.ALL,
    });
  }
  stack.addOutputs({ TableName: resource.tableName });
  return { table: resource };
}

function key(name: string) {
  return { name, type: AttributeType.STRING };
}
