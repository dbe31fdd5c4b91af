import * as v from "valibot";
import { findResource, type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import type { HttpApi } from "./api-routes.ts";
import { compileEdgeFunction, type EdgeFunction } from "./edge-function.ts";
import { compilePathPattern } from "./path-pattern.ts";
import { compileHeadersPolicy, type HeadersPolicy } from "./response-headers.ts";

export type Origin = { kind: "site" } | { kind: "api"; api: HttpApi };

export type Behavior = {
  matches: (path: string) => boolean;
  origin: Origin;
  methods: Set<string>;
  onViewerRequest?: EdgeFunction;
  headersPolicy?: HeadersPolicy;
};

export type ErrorPage = { status: number; pagePath: string; answerStatus: number };

/** The distribution of a template, ready to be asked. The last behavior matches every path. */
export type Distribution = { domainName: string; rootObject: string; behaviors: Behavior[]; errorPages: ErrorPage[] };

/** Managed origin request policies that hand on everything a viewer sends (with and without its Host). */
const forwardsAll = ["b689b0a8-53d0-40ab-baf2-68738e2966ac", "216adef6-5c7f-47e4-b989-5492eafa07d3"];

const behaviorSchema = v.object({
  PathPattern: v.optional(v.string(), "*"),
  TargetOriginId: v.string(),
  AllowedMethods: v.optional(v.array(v.string()), ["GET", "HEAD"]),
  OriginRequestPolicyId: v.optional(v.string()),
  ResponseHeadersPolicyId: v.optional(v.string()),
  FunctionAssociations: v.optional(
    v.array(
      v.object({
        EventType: v.literal("viewer-request", "only viewer-request functions are played"),
        FunctionARN: v.string(),
      }),
    ),
    [],
  ),
  LambdaFunctionAssociations: v.optional(v.array(v.never("Lambda@Edge is not played")), []),
});

const distributionSchema = v.object({
  DistributionConfig: v.object({
    DefaultRootObject: v.optional(v.string(), ""),
    DefaultCacheBehavior: behaviorSchema,
    CacheBehaviors: v.optional(v.array(behaviorSchema), []),
    Origins: v.array(
      v.object({
        Id: v.string(),
        DomainName: v.string(),
        S3OriginConfig: v.optional(v.record(v.string(), v.unknown())),
      }),
    ),
    CustomErrorResponses: v.optional(
      v.array(
        v.object({
          ErrorCode: v.number(),
          ResponsePagePath: v.optional(v.string()),
          ResponseCode: v.optional(v.number()),
        }),
      ),
      [],
    ),
  }),
});
type Config = v.InferOutput<typeof distributionSchema>["DistributionConfig"];
type BehaviorConfig = v.InferOutput<typeof behaviorSchema>;

function readOrigin(config: Config, id: string, apis: HttpApi[]): Origin {
  const origin = config.Origins.find((each) => each.Id === id);
  if (origin?.S3OriginConfig) return { kind: "site" };
  const api = apis.find((each) => each.domainName === origin?.DomainName);
  if (!api) throw new Error(`origin ${origin?.DomainName ?? id} is neither a bucket nor an API of the template`);
  return { kind: "api", api };
}

function readFunction(template: ResolvedTemplate, arn: string): EdgeFunction {
  const found = findResource(template, arn);
  const code = found && v.parse(v.object({ FunctionCode: v.string() }), found.properties).FunctionCode;
  if (!found || !code) throw new Error(`the template has no CloudFront function ${arn}`);
  return compileEdgeFunction(found.logicalId, code);
}

function readPolicy(template: ResolvedTemplate, id: string): HeadersPolicy {
  const found = findResource(template, id);
  if (!found) throw new Error(`the template has no response headers policy ${id}`);
  const schema = v.object({ ResponseHeadersPolicyConfig: v.unknown() });
  return compileHeadersPolicy(v.parse(schema, found.properties).ResponseHeadersPolicyConfig);
}

function readBehavior(template: ResolvedTemplate, config: Config, behavior: BehaviorConfig, apis: HttpApi[]): Behavior {
  const origin = readOrigin(config, behavior.TargetOriginId, apis);
  if (origin.kind === "api" && !forwardsAll.includes(behavior.OriginRequestPolicyId ?? "")) {
    throw new Error(
      `behavior ${behavior.PathPattern}: an origin request policy that withholds anything from the API is not played`,
    );
  }
  const [association] = behavior.FunctionAssociations;
  return {
    matches: compilePathPattern(behavior.PathPattern),
    origin,
    methods: new Set(behavior.AllowedMethods),
    ...(association ? { onViewerRequest: readFunction(template, association.FunctionARN) } : {}),
    ...(behavior.ResponseHeadersPolicyId
      ? { headersPolicy: readPolicy(template, behavior.ResponseHeadersPolicyId) }
      : {}),
  };
}

function readConfig(template: ResolvedTemplate, resource: Resource, apis: HttpApi[]): Distribution {
  const { DistributionConfig: config } = v.parse(distributionSchema, resource.properties);
  return {
    domainName: `${resource.name}.cloudfront.net`,
    rootObject: config.DefaultRootObject,
    behaviors: [...config.CacheBehaviors, { ...config.DefaultCacheBehavior, PathPattern: "*" }].map((behavior) =>
      readBehavior(template, config, behavior, apis),
    ),
    errorPages: config.CustomErrorResponses.flatMap(({ ErrorCode, ResponsePagePath, ResponseCode }) =>
      ResponsePagePath
        ? [{ status: ErrorCode, pagePath: ResponsePagePath, answerStatus: ResponseCode ?? ErrorCode }]
        : [],
    ),
  };
}

/**
 * The distribution of a template; undefined when it has none.
 * @throws Error naming the resource and what of it is not played here.
 */
export function readDistribution(template: ResolvedTemplate, apis: HttpApi[]): Distribution | undefined {
  const [resource, second] = resourcesOfType(template, "AWS::CloudFront::Distribution");
  if (second) throw new Error("only one AWS::CloudFront::Distribution is played, behind the one port");
  if (!resource) return undefined;
  try {
    return readConfig(template, resource, apis);
  } catch (cause) {
    const reason = v.isValiError(cause) ? v.summarize(cause.issues) : String(cause);
    throw new Error(`${resource.type} ${resource.stack}/${resource.logicalId}: ${reason}`, { cause });
  }
}
