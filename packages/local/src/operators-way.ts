import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./build.ts";
import { openCallers } from "./cloud/gateway/callers.ts";

/** What a client of the AWS SDK is built from. */
export interface Way {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { accessKeyId: string; secretAccessKey: string };
}

/**
 * How an operator's command reaches the product: on AWS with the caller's own credentials where a stage is given, else the
 * local cloud that runs with `data`, by what it keeps beside its data. Throws, saying what to do, when none has run there.
 */
export function operatorsWay(options: { stage: string | undefined; region: string; data: string | undefined }): Way {
  if (options.stage) return { region: options.region };
  const dataDir = options.data === undefined ? join(root, ".dopys") : resolve(options.data);
  const ports = join(dataDir, "ports.json");
  if (!existsSync(ports))
    throw new Error(`No local cloud has run in ${dataDir}. Start it by "npm start", or give --stage.`);
  const { gateway } = JSON.parse(readFileSync(ports, "utf8")) as { gateway: number };
  const credentials = openCallers(join(dataDir, "cloud")).operator;
  return { endpoint: `http://127.0.0.1:${gateway}`, region: "eu-central-1", credentials };
}
