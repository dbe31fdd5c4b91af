import * as v from "valibot";
import type { PlatformApp } from "../../channels/connector.ts";
import type { SignedCall } from "../aws/signed-call.ts";

const nonEmpty = v.pipe(v.string(), v.minLength(1));

const platformAppSchema = v.object({
  appId: nonEmpty,
  appSecrets: v.pipe(
    v.array(nonEmpty),
    v.minLength(1),
    v.transform((secrets) => secrets as [string, ...string[]]),
  ),
  verifyToken: nonEmpty,
  push: v.optional(v.object({ topic: nonEmpty, serviceAccount: nonEmpty, audience: nonEmpty })),
  endpoints: v.optional(v.record(v.string(), v.pipe(v.string(), v.url()))),
});

/** A page of `GetParametersByPath`. */
const parameterPageSchema = v.object({
  Parameters: v.optional(
    v.array(v.object({ Name: v.optional(v.string(), ""), Value: v.optional(v.string(), "") })),
    [],
  ),
  NextToken: v.optional(v.string()),
});

/** What `GetParametersByPath` is asked. */
export interface ParameterPageRequest {
  readonly Path: string;
  readonly WithDecryption: true;
  readonly NextToken: string | undefined;
}

/**
 * The operator's apps by platform: every parameter under `<path>/platforms/`, in one call per ten of them.
 * One that cannot be understood throws and names itself, never its value.
 */
export async function collectPlatformApps(
  readPage: (request: ParameterPageRequest) => Promise<unknown>,
  path: string,
): Promise<ReadonlyMap<string, PlatformApp>> {
  const apps = new Map<string, PlatformApp>();
  let NextToken: string | undefined;
  do {
    const page = v.parse(
      parameterPageSchema,
      await readPage({ Path: `${path}/platforms`, WithDecryption: true, NextToken }),
    );
    for (const { Name, Value } of page.Parameters)
      apps.set(Name.slice(Name.lastIndexOf("/") + 1), parseApp(Name, Value));
    NextToken = page.NextToken;
  } while (NextToken);
  return apps;
}

/** The same by signed calls alone. */
export const readPlatformAppsLean = (call: SignedCall, path: string): Promise<ReadonlyMap<string, PlatformApp>> =>
  collectPlatformApps((request) => call("AmazonSSM.GetParametersByPath", request), path);

function parseApp(name: string, value: string): PlatformApp {
  try {
    return v.parse(platformAppSchema, JSON.parse(value));
  } catch {
    throw new Error(`The parameter ${name} is not a platform app: see docs/operate.md`);
  }
}
