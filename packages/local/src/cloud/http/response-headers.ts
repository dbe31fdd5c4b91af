import * as v from "valibot";
import type { WebAnswer } from "./exchange.ts";

const override = { Override: v.optional(v.boolean(), false) };
const policySchema = v.object({
  SecurityHeadersConfig: v.optional(
    v.object({
      ContentSecurityPolicy: v.optional(v.object({ ContentSecurityPolicy: v.string(), ...override })),
      ContentTypeOptions: v.optional(v.object(override)),
      FrameOptions: v.optional(v.object({ FrameOption: v.string(), ...override })),
      ReferrerPolicy: v.optional(v.object({ ReferrerPolicy: v.string(), ...override })),
      StrictTransportSecurity: v.optional(
        v.object({
          AccessControlMaxAgeSec: v.number(),
          IncludeSubdomains: v.optional(v.boolean(), false),
          Preload: v.optional(v.boolean(), false),
          ...override,
        }),
      ),
      XSSProtection: v.optional(
        v.object({ Protection: v.boolean(), ModeBlock: v.optional(v.boolean(), false), ...override }),
      ),
    }),
    {},
  ),
  CustomHeadersConfig: v.optional(
    v.object({ Items: v.array(v.object({ Header: v.string(), Value: v.string(), ...override })) }),
    { Items: [] },
  ),
  RemoveHeadersConfig: v.optional(v.object({ Items: v.array(v.object({ Header: v.string() })) }), { Items: [] }),
});

type HeaderRule = { name: string; value: string; override: boolean };

/** What a response headers policy does to an answer's headers. */
export type HeadersPolicy = (headers: WebAnswer["headers"]) => WebAnswer["headers"];

function rulesOf({ SecurityHeadersConfig: security, CustomHeadersConfig: custom }: v.InferOutput<typeof policySchema>) {
  const rules: (HeaderRule | undefined)[] = [];
  const add = (name: string, given: { Override: boolean } | undefined, value: () => string) => {
    if (given) rules.push({ name, value: value(), override: given.Override });
  };
  const { ContentSecurityPolicy: csp, FrameOptions: frame, ReferrerPolicy: referrer } = security;
  const { StrictTransportSecurity: hsts, XSSProtection: xss } = security;
  add("content-security-policy", csp, () => csp?.ContentSecurityPolicy ?? "");
  add("x-content-type-options", security.ContentTypeOptions, () => "nosniff");
  add("x-frame-options", frame, () => frame?.FrameOption ?? "");
  add("referrer-policy", referrer, () => referrer?.ReferrerPolicy ?? "");
  add("x-xss-protection", xss, () => (xss?.Protection ? `1${xss.ModeBlock ? "; mode=block" : ""}` : "0"));
  add("strict-transport-security", hsts, () => {
    const flags = [hsts?.IncludeSubdomains && "includeSubDomains", hsts?.Preload && "preload"].filter(Boolean);
    return [`max-age=${hsts?.AccessControlMaxAgeSec}`, ...flags].join("; ");
  });
  for (const item of custom.Items) add(item.Header.toLowerCase(), item, () => item.Value);
  return rules.filter((rule) => rule !== undefined);
}

/**
 * Compiles a `ResponseHeadersPolicyConfig`: headers to remove, then headers to set (where absent, unless `Override`).
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function compileHeadersPolicy(config: unknown): HeadersPolicy {
  const policy = v.parse(policySchema, config);
  const removed = new Set(policy.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()));
  const rules = rulesOf(policy);
  return (headers) => {
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !removed.has(name)));
    for (const { name, value, override } of rules) {
      if (override || kept[name] === undefined) kept[name] = value;
    }
    return kept;
  };
}
