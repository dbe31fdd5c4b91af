import { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { StackContext } from "sst/constructs";

/**
 * The HTTP API, still without routes: the distribution needs its address, the functions need the distribution's, and the
 * routes (routes.ts) need the functions.
 */
export function api({ stack, app }: StackContext) {
  const httpApi = new HttpApi(stack, "HttpApi", {
    apiName: app.logicalPrefixedName("http"),
    createDefaultStage: false,
  });
  return { httpApi };
}
