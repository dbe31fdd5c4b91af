import { Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Stack } from "sst/constructs";

/**
 * Headers on every answer of the domain. Short links and forms bring a stricter content security policy of their own, which
 * stands. `uploads` is the origin that browsers put media to and show it from. */
export function securityHeaders(stack: Stack, options: { name: string; uploads: string }): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(stack, "SecurityHeaders", {
    responseHeadersPolicyName: options.name,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(options.uploads), override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: "permissions-policy", value: "camera=(), geolocation=(), microphone=()", override: true },
        { header: "cross-origin-opener-policy", value: "same-origin", override: true },
      ],
    },
  });
}

/** Everything from our own origin; pictures and uploads also from and to the media bucket. */
export function contentSecurityPolicy(uploads: string): string {
  const directives = {
    "default-src": "'self'",
    "img-src": `'self' data: blob: ${uploads}`,
    "media-src": `'self' blob: ${uploads}`,
    "connect-src": `'self' ${uploads}`,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
