import { Fn, RemovalPolicy } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { type StackContext, StaticSite, use } from "sst/constructs";
import { api } from "./api.ts";
import { bucket } from "./bucket.ts";
import { securityHeaders } from "./security-headers.ts";
import { settingsOf } from "./settings.ts";

/** Paths that the HTTP API answers; everything else is the dashboard. */
const apiPaths = ["/api/*", "/hooks/*", "/l/*", "/f/*", "/r/*"] as const;

/** The dashboard routes in the browser: a path without a file's ending is a page of it. Runs on every request at the edge. */
const pageFallback = `function handler(event) {
  var request = event.request;
  if (!request.uri.slice(request.uri.lastIndexOf("/")).includes(".")) request.uri = "/index.html";
  return request;
}`;

/**
 * The one domain: the API's paths and the dashboard's files behind one distribution, so cookies are first-party. The
 * files are uploaded when the settings say where they are.
 */
export function site({ stack, app }: StackContext) {
  const { publicUrl, certificateArn, site: source } = settingsOf(app);
  const { httpApi } = use(api);
  const media = use(bucket).bucket;

  const files = new Bucket(stack, "Files", {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const responseHeadersPolicy = securityHeaders(stack, {
    name: app.logicalPrefixedName("headers"),
    uploads: `https://${media.bucketRegionalDomainName}`,
  });
  const toApi: BehaviorOptions = {
    origin: new HttpOrigin(Fn.select(2, Fn.split("/", httpApi.apiEndpoint))),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    responseHeadersPolicy,
    compress: true,
  };
  const distribution = new Distribution(stack, "Distribution", {
    comment: app.logicalPrefixedName("site"),
    defaultRootObject: "index.html",
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(publicUrl && certificateArn
      ? {
          domainNames: [new URL(publicUrl).hostname],
          certificate: Certificate.fromCertificateArn(stack, "Certificate", certificateArn),
        }
      : {}),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(files),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
      compress: true,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(stack, "PageFallback", {
            code: FunctionCode.fromInline(pageFallback),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    },
    additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, toApi])),
  });
  if (source) new StaticSite(stack, "Dashboard", { ...source, cdk: { bucket: files, distribution } });

  const url = publicUrl ?? `https://${distribution.distributionDomainName}`;
  stack.addOutputs({ PublicUrl: url, DistributionDomain: distribution.distributionDomainName });
  return { publicUrl: url };
}
