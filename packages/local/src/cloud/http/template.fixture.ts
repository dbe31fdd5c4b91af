import type { ResolvedTemplate, Resource } from "../template/model.ts";

export const region = "eu-central-1";
export const functionArn = `arn:aws:lambda:${region}:000000000000:function:api`;
const apiId = "a1b2c3d4e5";
export const apiHost = `${apiId}.execute-api.${region}.amazonaws.com`;

function resource(type: string, logicalId: string, properties: Record<string, unknown>, name = logicalId): Resource {
  return { stack: "shop", logicalId, type, name, arn: `arn:aws:test::${name}`, ref: name, properties, metadata: {} };
}

/** An HTTP API with these routes, all answered by one function. */
export function apiTemplate(routeKeys: string[], integration = {}, stage = {}): ResolvedTemplate {
  const resources = [
    resource("AWS::ApiGatewayV2::Api", "Api", { Name: "http", ProtocolType: "HTTP" }, apiId),
    resource("AWS::ApiGatewayV2::Stage", "Stage", { ApiId: apiId, StageName: "$default", AutoDeploy: true, ...stage }),
    resource("AWS::ApiGatewayV2::Integration", "Integration", {
      ApiId: apiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: functionArn,
      PayloadFormatVersion: "2.0",
      ...integration,
    }),
    ...routeKeys.map((RouteKey, index) =>
      resource("AWS::ApiGatewayV2::Route", `Route${index}`, {
        ApiId: apiId,
        RouteKey,
        AuthorizationType: "NONE",
        Target: "integrations/Integration",
      }),
    ),
  ];
  return { resources, outputs: {} };
}

export const pageFallback = `function handler(event) {
  var request = event.request;
  if (request.uri === "/old") return { statusCode: 301, statusDescription: "Moved", headers: { location: { value: "/new" } } };
  if (!request.uri.slice(request.uri.lastIndexOf("/")).includes(".")) request.uri = "/index.html";
  return request;
}`;

const toApi = {
  TargetOriginId: "api",
  AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
  OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  ResponseHeadersPolicyId: "Headers",
};

const headersPolicy = {
  Name: "headers",
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: "img-src 'self' https://media.s3.amazonaws.com", Override: true },
    ContentTypeOptions: { Override: true },
    FrameOptions: { FrameOption: "DENY", Override: true },
    ReferrerPolicy: { ReferrerPolicy: "same-origin", Override: false },
    StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000, IncludeSubdomains: true, Override: true },
  },
  CustomHeadersConfig: { Items: [{ Header: "Permissions-Policy", Value: "camera=()", Override: true }] },
  RemoveHeadersConfig: { Items: [{ Header: "X-Powered-By" }] },
};

/** The same API behind a distribution, with a static site as the default behavior. */
export function distributionTemplate(changes: Record<string, unknown> = {}): ResolvedTemplate {
  const { resources } = apiTemplate(["ANY /api/{proxy+}"]);
  return {
    outputs: {},
    resources: [
      ...resources,
      resource("AWS::CloudFront::Function", "PageFallback", { FunctionCode: pageFallback }),
      resource("AWS::CloudFront::ResponseHeadersPolicy", "Headers", { ResponseHeadersPolicyConfig: headersPolicy }),
      resource("AWS::CloudFront::Distribution", "Distribution", {
        DistributionConfig: {
          Enabled: true,
          DefaultRootObject: "index.html",
          Origins: [
            { Id: "site", DomainName: "files.s3.amazonaws.com", S3OriginConfig: { OriginAccessIdentity: "" } },
            { Id: "api", DomainName: apiHost, CustomOriginConfig: { OriginProtocolPolicy: "https-only" } },
          ],
          CacheBehaviors: [
            { PathPattern: "/api/private/*", TargetOriginId: "site" },
            { PathPattern: "/api/*", ...toApi },
          ],
          DefaultCacheBehavior: {
            TargetOriginId: "site",
            Compress: true,
            ResponseHeadersPolicyId: "Headers",
            FunctionAssociations: [{ EventType: "viewer-request", FunctionARN: "PageFallback" }],
          },
          ...changes,
        },
      }),
    ],
  };
}
