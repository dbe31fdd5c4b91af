import { GetParameterCommand, GetParametersByPathCommand, type SSMClient } from "@aws-sdk/client-ssm";
import type { PlatformApp } from "../../channels/connector.ts";
import { collectPlatformApps } from "./platform-apps.ts";

/** The operator's apps by platform, by the SDK. */
export const readPlatformApps = (client: SSMClient, path: string): Promise<ReadonlyMap<string, PlatformApp>> =>
  collectPlatformApps((request) => client.send(new GetParametersByPathCommand(request)), path);

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
