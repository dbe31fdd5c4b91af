import { GetParameterCommand, GetParametersByPathCommand, type SSMClient } from "@aws-sdk/client-ssm";
import * as v from "valibot";
import type { PlatformApp } from "../../channels/connector.ts";

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

/**
 * The operator's apps by platform: every parameter under `<path>/platforms/`, in one call per ten of them.
 * One that cannot be understood throws and names itself, never its value.
 */
export async function readPlatformApps(client: SSMClient, path: string): Promise<ReadonlyMap<string, PlatformApp>> {
  const apps = new Map<string, PlatformApp>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new GetParametersByPathCommand({ Path: `${path}/platforms`, WithDecryption: true, NextToken }),
    );
    for (const { Name = "", Value = "" } of page.Parameters ?? []) {
      apps.set(Name.slice(Name.lastIndexOf("/") + 1), parseApp(Name, Value));
    }
    NextToken = page.NextToken;
  } while (NextToken);
  return apps;
}

/** The sealing keys, base64, the newest first: `<path>/master-key`, comma-separated while it is being rotated. */
export async function readMasterKeys(client: SSMClient, path: string): Promise<[string, ...string[]]> {
  const [newest, ...older] = (await readSecret(client, `${path}/master-key`)).split(",");
  if (!newest) throw new Error(`The parameter ${path}/master-key is empty`);
  return [newest, ...older];
}

/** The operator's word for setting up a workspace: `<path>/setup-token`. */
export const readSetupToken = (client: SSMClient, path: string): Promise<string> =>
  readSecret(client, `${path}/setup-token`);

async function readSecret(client: SSMClient, name: string): Promise<string> {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  if (!Parameter?.Value) throw new Error(`The parameter ${name} is empty: see docs/operate.md`);
  return Parameter.Value;
}

function parseApp(name: string, value: string): PlatformApp {
  try {
    return v.parse(platformAppSchema, JSON.parse(value));
  } catch {
    throw new Error(`The parameter ${name} is not a platform app: see docs/operate.md`);
  }
}
