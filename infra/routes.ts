import { RemovalPolicy } from "aws-cdk-lib";
import { CfnIntegration, CfnRoute, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnPermission } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { type Stack, use } from "sst/constructs";
import { api } from "./api.ts";
import type { FunctionName } from "./function-catalog.ts";
import { functionCatalog } from "./function-catalog.ts";
import type { Functions } from "./functions.ts";

type Throttle = { readonly throttlingRateLimit: number; readonly throttlingBurstLimit: number };

/** Requests a second. A platform that is throttled comes back later, a person sees an error: both get room. */
const people: Throttle = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
/** What visitors send costs writes: a flood of it stops here. */
const visitors: Throttle = { throttlingRateLimit: 20, throttlingBurstLimit: 40 };
const platforms: Throttle = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

export const routes: readonly { key: string; to: FunctionName; throttle: Throttle }[] = [
  { key: "ANY /api/{proxy+}", to: "api", throttle: people },
  // Draws pictures and sets a PDF: a function of its own carries what that takes.
  { key: "GET /api/report-preview/{proxy+}", to: "reportPreview", throttle: people },
  { key: "GET /l/{proxy+}", to: "api", throttle: people },
  { key: "HEAD /l/{proxy+}", to: "api", throttle: people },
  { key: "GET /f/{proxy+}", to: "api", throttle: people },
  { key: "HEAD /f/{proxy+}", to: "api", throttle: people },
  { key: "POST /f/{proxy+}", to: "api", throttle: visitors },
  { key: "GET /r/{proxy+}", to: "api", throttle: people },
  { key: "HEAD /r/{proxy+}", to: "api", throttle: people },
  { key: "POST /r/{proxy+}", to: "api", throttle: visitors },
  { key: "GET /hooks/{proxy+}", to: "hooks", throttle: platforms },
  { key: "POST /hooks/{proxy+}", to: "hooks", throttle: platforms },
  // Known by a token of identity instead of a signature: a function of its own carries the library for that.
  { key: "POST /hooks/google-business", to: "hooksPush", throttle: platforms },
];

/** The route is logged, never the path: paths can hold codes that are as good as a password. */
const accessLogFormat = JSON.stringify({
  at: "$context.requestTime",
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
  error: "$context.integrationErrorMessage",
});

/** The HTTP API's routes, and the stage that limits and logs them. */
export function connectRoutes(stack: Stack, functions: Functions): void {
  const { httpApi } = use(api);
  const integrations = new Map<FunctionName, CfnIntegration>();
  const declared = routes.map(({ key, to }, index) => {
    const integration = integrations.get(to) ?? integrate(to);
    integrations.set(to, integration);
    return new CfnRoute(stack, `Route${index + 1}`, {
      apiId: httpApi.apiId,
      routeKey: key,
      authorizationType: "NONE",
      target: `integrations/${integration.ref}`,
    });
  });
  const accessLog = new LogGroup(stack, "AccessLog", {
    logGroupName: `/aws/vendedlogs/http-api/${stack.stage}-dopys`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new CfnStage(stack, "HttpStage", {
    apiId: httpApi.apiId,
    stageName: "$default",
    autoDeploy: true,
    accessLogSettings: { destinationArn: accessLog.logGroupArn, format: accessLogFormat },
    defaultRouteSettings: people,
    routeSettings: Object.fromEntries(
      routes.map(({ key, throttle }) => [
        key,
        { ThrottlingRateLimit: throttle.throttlingRateLimit, ThrottlingBurstLimit: throttle.throttlingBurstLimit },
      ]),
    ),
  });
  for (const route of declared) stage.addDependency(route);

  function integrate(name: FunctionName): CfnIntegration {
    const { id, timeoutSeconds } = functionCatalog[name];
    new CfnPermission(stack, `${id}HttpPermission`, {
      action: "lambda:InvokeFunction",
      functionName: functions[name].functionArn,
      principal: "apigateway.amazonaws.com",
      sourceArn: stack.formatArn({ service: "execute-api", resource: httpApi.apiId, resourceName: "*/*" }),
    });
    return new CfnIntegration(stack, `${id}Integration`, {
      apiId: httpApi.apiId,
      integrationType: "AWS_PROXY",
      integrationUri: functions[name].functionArn,
      payloadFormatVersion: "2.0",
      timeoutInMillis: (timeoutSeconds + 1) * 1000,
    });
  }
}
