import { createHash } from "node:crypto";

/** Where the played stacks live: what CloudFormation's pseudo parameters answer, and the address of the gateway. */
export type Place = {
  account: string;
  region: string;
  partition: string;
  urlSuffix: string;
  /** Origin of the gateway, e.g. `http://127.0.0.1:4566`; queue URLs start with it. */
  gatewayUrl: string;
};

/** A place with AWS's own defaults for everything a caller leaves out. */
export function placeAt(gatewayUrl: string, overrides: Partial<Omit<Place, "gatewayUrl">> = {}): Place {
  return {
    account: overrides.account ?? "000000000000",
    region: overrides.region ?? "eu-central-1",
    partition: overrides.partition ?? "aws",
    urlSuffix: overrides.urlSuffix ?? "amazonaws.com",
    gatewayUrl,
  };
}

/** ARN of a resource in this place. */
export function arnOf(place: Place, service: string, rest: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${rest}`;
}

/** Stable lower-case identifier of `length` characters derived from `seed`: the same resource has the same name on every start. */
export function derivedId(seed: string, length: number): string {
  return BigInt(`0x${createHash("sha256").update(seed).digest("hex")}`)
    .toString(36)
    .slice(0, length);
}
