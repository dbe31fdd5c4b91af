import { randomBytes } from "node:crypto";
import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import type { PlatformApp } from "#core/channels/connector.ts";
import type { LocalCloud } from "./cloud/index.ts";
import { playedPlatforms, type Sandbox } from "./sandbox/index.ts";
import { sandboxPush } from "./sandbox/push-settings.ts";

/**
 * Does what an operator does before the first start: secrets in the parameter store, made once, and an app on each
 * platform. The apps point to the sandbox once its endpoints are known.
 */
export async function writeParameters(
  cloud: LocalCloud,
  stage: string,
  endpoints: Sandbox["endpoints"] = {},
): Promise<PlatformApp> {
  const ssm = client(cloud);
  const path = `/dopys/${stage}`;
  const app = JSON.parse(
    await ensure(ssm, `${path}/platforms/${playedPlatforms[0]}`, () => JSON.stringify(newApp())),
  ) as PlatformApp;
  await ensure(ssm, `${path}/master-key`, () => randomBytes(32).toString("base64"));
  await ensure(ssm, `${path}/setup-token`, () => randomBytes(24).toString("base64url"));
  for (const platform of playedPlatforms) {
    const reached = { push: sandboxPush, ...app, endpoints: endpoints[platform] };
    await put(ssm, `${path}/platforms/${platform}`, JSON.stringify(reached));
  }
  return app;
}

/** The operator's word for setting up workspaces. */
export const readSetupToken = (cloud: LocalCloud, stage: string): Promise<string> =>
  ensure(client(cloud), `/dopys/${stage}/setup-token`, () => {
    throw new Error("The parameters are not written");
  });

const newApp = (): PlatformApp => ({
  appId: String(randomBytes(6).readUIntBE(0, 6) + 100_000_000_000_000),
  appSecrets: [randomBytes(16).toString("hex")],
  verifyToken: randomBytes(16).toString("hex"),
});

function client(cloud: LocalCloud): SSMClient {
  return new SSMClient({ endpoint: cloud.gatewayUrl, region: cloud.region, credentials: cloud.operatorCredentials });
}

async function ensure(ssm: SSMClient, name: string, make: () => string): Promise<string> {
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    if (Parameter?.Value) return Parameter.Value;
  } catch (error) {
    if (!(error instanceof ParameterNotFound)) throw error;
  }
  const value = make();
  await put(ssm, name, value);
  return value;
}

async function put(ssm: SSMClient, Name: string, Value: string): Promise<void> {
  await ssm.send(new PutParameterCommand({ Name, Value, Type: "SecureString", Overwrite: true }));
}
