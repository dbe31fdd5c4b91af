import { describe, expect, it } from "vitest";
import type { Synthesis } from "#infra/synthesize.ts";
import { follow, resourcesOf, textOf, theOnly } from "../template.ts";

type Behavior = {
  PathPattern?: string;
  TargetOriginId: string;
  ViewerProtocolPolicy: string;
  AllowedMethods?: string[];
  CachePolicyId: string;
  ResponseHeadersPolicyId: unknown;
};
type Origin = { Id: string; DomainName: unknown; CustomOriginConfig?: { OriginProtocolPolicy: string } };
type Distribution = { DefaultCacheBehavior: Behavior; CacheBehaviors: Behavior[]; Origins: Origin[] };

/** CloudFront's managed policy that caches nothing. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

export function checkWeb(synthesis: Synthesis): void {
  const placed = theOnly(synthesis, "AWS::CloudFront::Distribution");
  const distribution = placed.properties.DistributionConfig as Distribution;
  const behaviors = [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors];
  const originOf = (behavior: Behavior) => distribution.Origins.find(({ Id }) => Id === behavior.TargetOriginId);

  describe("the one domain", () => {
    it("hands the API's paths to the HTTP API, uncached and with every method", () => {
      expect(distribution.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
        "/api/*",
        "/hooks/*",
        "/l/*",
        "/f/*",
        "/r/*",
      ]);
      for (const behavior of distribution.CacheBehaviors) {
        expect(originOf(behavior)?.CustomOriginConfig?.OriginProtocolPolicy).toBe("https-only");
        expect(behavior.CachePolicyId).toBe(cachingDisabled);
        expect(behavior.AllowedMethods).toContain("POST");
      }
    });

    it("serves the rest from the site's bucket", () => {
      const origin = originOf(distribution.DefaultCacheBehavior);
      expect(follow(synthesis, placed, origin?.DomainName).type).toBe("AWS::S3::Bucket");
    });

    it("never answers over plain HTTP", () => {
      for (const { ViewerProtocolPolicy } of behaviors) {
        expect(["https-only", "redirect-to-https"]).toContain(ViewerProtocolPolicy);
      }
    });

    it("puts the security headers on every answer", () => {
      for (const { ResponseHeadersPolicyId } of behaviors) {
        expect(follow(synthesis, placed, ResponseHeadersPolicyId).type).toBe("AWS::CloudFront::ResponseHeadersPolicy");
      }
      const policy = theOnly(synthesis, "AWS::CloudFront::ResponseHeadersPolicy").properties
        .ResponseHeadersPolicyConfig as { SecurityHeadersConfig: Record<string, Record<string, unknown>> };
      const headers = policy.SecurityHeadersConfig;
      const csp = textOf(headers.ContentSecurityPolicy?.ContentSecurityPolicy);
      expect(csp).toMatch(/^default-src 'self'; img-src 'self' data: blob: https:\/\/<[^>]*RegionalDomainName[^>]*>;/);
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toContain("unsafe-");
      expect(headers.StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 63_072_000 });
      expect(headers.FrameOptions).toMatchObject({ FrameOption: "DENY" });
    });

    it("shows a page of the dashboard for a path without a file's ending, and files as they are", () => {
      const { FunctionCode } = theOnly(synthesis, "AWS::CloudFront::Function").properties;
      const handler = new Function(`${FunctionCode}; return handler;`)() as (event: { request: { uri: string } }) => {
        uri: string;
      };
      const shown = (uri: string) => handler({ request: { uri } }).uri;
      expect(shown("/")).toBe("/index.html");
      expect(shown("/inbox/th_01J.x/reply")).toBe("/index.html");
      expect(shown("/assets/app-1a2b.js")).toBe("/assets/app-1a2b.js");
    });
  });

  describe("the HTTP API", () => {
    const stage = theOnly(synthesis, "AWS::ApiGatewayV2::Stage").properties;

    it("has a route for each of the distribution's paths", () => {
      const routes = resourcesOf(synthesis, "AWS::ApiGatewayV2::Route").map(({ properties }) => properties.RouteKey);
      expect(routes).toEqual([
        "ANY /api/{proxy+}",
        "GET /api/report-preview/{proxy+}",
        "GET /l/{proxy+}",
        "HEAD /l/{proxy+}",
        "GET /f/{proxy+}",
        "HEAD /f/{proxy+}",
        "POST /f/{proxy+}",
        "GET /r/{proxy+}",
        "HEAD /r/{proxy+}",
        "POST /r/{proxy+}",
        "GET /hooks/{proxy+}",
        "POST /hooks/{proxy+}",
        "POST /hooks/google-business",
      ]);
    });

    it("is throttled by route", () => {
      for (const route of resourcesOf(synthesis, "AWS::ApiGatewayV2::Route")) {
        const settings = stage.RouteSettings as Record<string, Record<string, number>>;
        expect(settings[String(route.properties.RouteKey)]?.ThrottlingRateLimit).toBeGreaterThan(0);
      }
      expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    });

    it("logs which route was asked, never the path, which may hold a code", () => {
      const { Format } = stage.AccessLogSettings as { Format: string };
      expect(Format).toContain("$context.routeKey");
      expect(Format).not.toMatch(/\$context\.path|\$context\.identity|querystring/i);
    });
  });
}
