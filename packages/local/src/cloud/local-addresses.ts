import { distributionDomain } from "./template/identity.ts";
import { type ResolvedTemplate, resourcesOfType } from "./template/model.ts";
import type { Place } from "./template/place.ts";

/** Where the template's public resources are on this machine, as far as it is known by now. */
export type LocalAddresses = {
  /** Origin that exists in AWS only → the same thing's origin here. */
  here: () => Record<string, string>;
  /** Origins in AWS that an origin on this machine stands for. */
  originsInAws: (origin: string) => string[];
  /** Where the distribution and the HTTP API are reached, once the front door is open. */
  setPublicUrl: (url: string | undefined) => void;
};

/** Knows the addresses the template's public resources would have in AWS and where they are here. */
export function localAddresses(template: ResolvedTemplate, place: Place): LocalAddresses {
  let publicUrl: string | undefined;
  const doors = [
    ...resourcesOfType(template, "AWS::CloudFront::Distribution").flatMap((distribution) => {
      const { Aliases = [] } = (distribution.properties.DistributionConfig ?? {}) as { Aliases?: string[] };
      return [distributionDomain(distribution.name), ...Aliases];
    }),
    ...resourcesOfType(template, "AWS::ApiGatewayV2::Api").map(
      (api) => `${api.name}.execute-api.${place.region}.${place.urlSuffix}`,
    ),
  ].map((domain) => `https://${domain}`);
  const buckets = resourcesOfType(template, "AWS::S3::Bucket").flatMap((bucket) => [
    `https://${bucket.name}.s3.${place.region}.${place.urlSuffix}`,
    `https://${bucket.name}.s3.${place.urlSuffix}`,
  ]);
  return {
    here: () => {
      const url = publicUrl;
      const reached = url === undefined ? [] : doors.map((origin): [string, string] => [origin, url]);
      return Object.fromEntries([...buckets.map((origin): [string, string] => [origin, place.gatewayUrl]), ...reached]);
    },
    originsInAws: (origin) => (publicUrl !== undefined && origin === new URL(publicUrl).origin ? doors : []),
    setPublicUrl: (url) => {
      publicUrl = url;
    },
  };
}

/** A function's variables with AWS's origins replaced by this machine's, and those named in `overrides` replaced whole. */
export function replaceAddresses(
  variables: Record<string, string>,
  addresses: Record<string, string>,
  overrides: Record<string, string> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      overrides[name] ?? Object.entries(addresses).reduce((text, [from, to]) => text.replaceAll(from, to), value),
    ]),
  );
}
