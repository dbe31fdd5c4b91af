import type { IncomingHttpHeaders } from "node:http";
import { type ResolvedTemplate, resourcesOfType } from "../template/model.ts";
import type { EngineAnswer } from "./engine.ts";

type CorsRule = {
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders?: string[];
  ExposedHeaders?: string[];
  MaxAge?: number;
};

/** What a bucket's CORS configuration lets browsers do. */
export type Cors = {
  /** Answers a browser's preflight as S3 does. */
  preflight: (bucket: string, headers: IncomingHttpHeaders) => EngineAnswer;
  /** Headers to add to the real answer; none when no rule matches. */
  answerHeaders: (bucket: string, method: string, origin: string | undefined) => Record<string, string>;
};

/**
 * Reads the CORS configuration of every bucket in the template (S3 User Guide, "How does Amazon S3 evaluate the CORS
 * configuration"). A rule made for an origin that exists in AWS only also admits that origin's place on this machine:
 * `originsInAws` gives the former for the latter.
 */
export function bucketCors(template: ResolvedTemplate, originsInAws: (origin: string) => string[] = () => []): Cors {
  const rules = new Map<string, CorsRule[]>();
  for (const bucket of resourcesOfType(template, "AWS::S3::Bucket")) {
    const configuration = bucket.properties.CorsConfiguration as { CorsRules?: CorsRule[] } | undefined;
    rules.set(bucket.name, configuration?.CorsRules ?? []);
  }
  const matching = (bucket: string, method: string, origin: string, headers: string[]): CorsRule | undefined =>
    rules.get(bucket)?.find((rule) => {
      if (!rule.AllowedMethods.includes(method)) return false;
      const origins = [origin, ...originsInAws(origin)];
      if (!rule.AllowedOrigins.some((pattern) => origins.some((each) => matches(pattern, each)))) return false;
      return headers.every((header) => rule.AllowedHeaders?.some((pattern) => matches(pattern.toLowerCase(), header)));
    });

  return {
    preflight: (bucket, headers): EngineAnswer => {
      const origin = headers.origin;
      const method = String(headers["access-control-request-method"] ?? "");
      const asked = String(headers["access-control-request-headers"] ?? "")
        .split(",")
        .map((header) => header.trim().toLowerCase())
        .filter((header) => header !== "");
      const rule = origin === undefined ? undefined : matching(bucket, method, origin, asked);
      if (origin === undefined || !rule) {
        const message = "CORSResponse: This CORS request is not allowed.";
        return {
          status: 403,
          headers: { "content-type": "application/xml" },
          body: `<Error><Code>AccessForbidden</Code><Message>${message}</Message></Error>`,
        };
      }
      return {
        status: 200,
        headers: {
          ...ruleHeaders(rule, origin),
          ...(asked.length > 0 ? { "access-control-allow-headers": asked.join(", ") } : {}),
          ...(rule.MaxAge === undefined ? {} : { "access-control-max-age": String(rule.MaxAge) }),
        },
        body: "",
      };
    },
    answerHeaders: (bucket, method, origin): Record<string, string> => {
      const rule = origin === undefined ? undefined : matching(bucket, method, origin, []);
      return origin === undefined || !rule ? {} : ruleHeaders(rule, origin);
    },
  };
}

function ruleHeaders(rule: CorsRule, origin: string): Record<string, string> {
  return {
    "access-control-allow-origin": rule.AllowedOrigins.includes("*") ? "*" : origin,
    "access-control-allow-methods": rule.AllowedMethods.join(", "),
    ...(rule.ExposedHeaders ? { "access-control-expose-headers": rule.ExposedHeaders.join(", ") } : {}),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}

function matches(pattern: string, value: string): boolean {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === value;
  return value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after);
}
