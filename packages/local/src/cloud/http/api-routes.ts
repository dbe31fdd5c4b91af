import * as v from "valibot";
import { type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import { createThrottle, type Throttle, type ThrottleLimits } from "./throttle.ts";

export type Integration = { functionArn: string; timeoutMs: number };

export type Route = {
  /** As in the template and in events: `GET /l/{code}`, `$default`. */
  key: string;
  method: string;
  segments: string[];
  integration: Integration;
  throttle: Throttle;
};

/** An HTTP API of the template. */
export type HttpApi = { id: string; domainName: string; routes: Route[] };

const integrationSchema = v.object({
  ApiId: v.string(),
  IntegrationType: v.literal("AWS_PROXY", "only Lambda proxy integrations are played"),
  IntegrationUri: v.string(),
  PayloadFormatVersion: v.literal("2.0", "only payload format 2.0 is played"),
  TimeoutInMillis: v.optional(v.pipe(v.number(), v.minValue(50), v.maxValue(30_000)), 30_000),
});
const routeSchema = v.object({
  ApiId: v.string(),
  RouteKey: v.string(),
  AuthorizationType: v.optional(v.literal("NONE", "authorizers are not played"), "NONE"),
  Target: v.pipe(v.string(), v.startsWith("integrations/")),
});
const limitsSchema = v.object({
  ThrottlingRateLimit: v.optional(v.number()),
  ThrottlingBurstLimit: v.optional(v.number()),
});
const stageSchema = v.object({
  ApiId: v.string(),
  StageName: v.literal("$default", "only the stage $default is played"),
  DefaultRouteSettings: v.optional(limitsSchema, {}),
  RouteSettings: v.optional(v.record(v.string(), limitsSchema), {}),
});
/** What an account may take where a stage says nothing. */
const accountLimits = { rate: 10_000, burst: 5_000 };
const apiSchema = v.object({
  ProtocolType: v.literal("HTTP", "only HTTP APIs are played"),
  CorsConfiguration: v.optional(v.undefined_("an API's own CORS is not played")),
});

function read<Schema extends v.GenericSchema>(schema: Schema, resource: Resource): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, resource.properties);
  if (parsed.success) return parsed.output;
  throw new Error(`${resource.type} ${resource.stack}/${resource.logicalId}: ${v.summarize(parsed.issues)}`);
}

const lambdaArn = /arn:[\w-]+:lambda:[\w-]+:\d+:function:[\w-]+(:[\w$-]+)?/;

function limitsOf(template: ResolvedTemplate, apiId: string, routeKey: string): ThrottleLimits {
  const stages = resourcesOfType(template, "AWS::ApiGatewayV2::Stage").map((stage) => read(stageSchema, stage));
  const stage = stages.find((each) => each.ApiId === apiId);
  const own = stage?.RouteSettings[routeKey] ?? {};
  const shared = stage?.DefaultRouteSettings ?? {};
  return {
    rate: own.ThrottlingRateLimit ?? shared.ThrottlingRateLimit ?? accountLimits.rate,
    burst: own.ThrottlingBurstLimit ?? shared.ThrottlingBurstLimit ?? accountLimits.burst,
  };
}

function readRoute(template: ResolvedTemplate, resource: Resource): Route & { apiId: string } {
  const { ApiId: apiId, RouteKey: key, Target } = read(routeSchema, resource);
  const wanted = Target.slice("integrations/".length);
  const found = resourcesOfType(template, "AWS::ApiGatewayV2::Integration").find(({ name }) => name === wanted);
  if (!found) throw new Error(`route ${key}: the template has no integration ${wanted}`);
  const integration = read(integrationSchema, found);
  // The target is the function's ARN, or the ARN of API Gateway's invocation path with the function's inside.
  const [functionArn] = lambdaArn.exec(integration.IntegrationUri) ?? [];
  if (!functionArn) throw new Error(`route ${key}: ${integration.IntegrationUri} is not a Lambda function`);
  const [method = "", path = ""] = key === "$default" ? ["ANY", ""] : key.split(" ");
  return {
    apiId,
    key,
    method,
    segments: path.split("/").slice(1),
    integration: { functionArn, timeoutMs: integration.TimeoutInMillis },
    throttle: createThrottle(limitsOf(template, apiId, key)),
  };
}

/**
 * The HTTP APIs of a template with their routes.
 * @throws Error naming the resource that is not played here.
 */
export function readApis(template: ResolvedTemplate, region: string): HttpApi[] {
  const routes = resourcesOfType(template, "AWS::ApiGatewayV2::Route").map((route) => readRoute(template, route));
  return resourcesOfType(template, "AWS::ApiGatewayV2::Api").map((api) => {
    read(apiSchema, api);
    const domainName = `${api.name}.execute-api.${region}.amazonaws.com`;
    return { id: api.name, domainName, routes: routes.filter(({ apiId }) => apiId === api.name) };
  });
}

export type RouteMatch = { route: Route; pathParameters: Record<string, string> };

const greedy = /^\{(.+)\+\}$/;
const single = /^\{(.+)\}$/;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function matchSegments(route: Route, path: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, wanted] of route.segments.entries()) {
    const rest = greedy.exec(wanted)?.[1];
    const name = single.exec(wanted)?.[1];
    const given = rest ? path.slice(index).join("/") : path[index];
    if (given === undefined) return undefined;
    if (!name) {
      if (given !== wanted) return undefined;
      continue;
    }
    const value = decode(given);
    if (!value) return undefined;
    parameters[rest ?? name] = value;
    if (rest) return parameters;
  }
  return route.segments.length === path.length ? parameters : undefined;
}

/** Fixed segments before named ones, named ones before greedy ones, a named method before ANY, $default last. */
function precedence({ key, method, segments }: Route): string {
  if (key === "$default") return "9";
  const kinds = segments.map((segment) => (greedy.test(segment) ? 3 : single.test(segment) ? 2 : 1));
  return `${kinds.join("")}4${method === "ANY" ? 1 : 0}`;
}

/**
 * The route that answers a request, chosen as API Gateway does: full match, then greedy path, then `$default`.
 * @param path as sent, percent-encoded.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function matchRoute(api: HttpApi, method: string, path: string): RouteMatch | undefined {
  const segments = path.split("/").slice(1);
  return api.routes
    .filter((route) => route.method === "ANY" || route.method === method)
    .toSorted((a, b) => (precedence(a) < precedence(b) ? -1 : 1))
    .flatMap((route) => {
      if (route.key === "$default") return [{ route, pathParameters: {} }];
      const pathParameters = matchSegments(route, segments);
      return pathParameters ? [{ route, pathParameters }] : [];
    })[0];
}
