import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Resource } from "./model.ts";

/** Where a function's code lies on this machine and which export handles its events. */
export type FunctionCode = { directory: string; handler: string };

/** Finds a function's code; `undefined` when its bundle is not on this machine. */
export type CodeResolver = (functionResource: Resource) => FunctionCode | undefined;

type AssetManifest = {
  files?: Record<string, { source: { path?: string }; destinations: Record<string, { objectKey: string }> }>;
};

/**
 * Finds functions' code in a CDK cloud assembly. A template names its code as an object key; the assembly's
 * `*.assets.json` says which staged directory becomes that object. (SST 2 replaces a function's code by its bundle,
 * staged like any CDK asset.) Code given inline is written nowhere and so not found.
 */
export function assemblyCode(assemblyDirectory: string): CodeResolver {
  const directories = new Map<string, string>();
  for (const file of readdirSync(assemblyDirectory).filter((name) => name.endsWith(".assets.json"))) {
    const manifest = JSON.parse(readFileSync(join(assemblyDirectory, file), "utf8")) as AssetManifest;
    for (const asset of Object.values(manifest.files ?? {})) {
      if (!asset.source.path) continue;
      const directory = resolve(assemblyDirectory, asset.source.path);
      for (const destination of Object.values(asset.destinations)) directories.set(destination.objectKey, directory);
    }
  }
  return (resource) => {
    const code = resource.properties.Code as { S3Key?: string } | undefined;
    const directory = code?.S3Key === undefined ? undefined : directories.get(code.S3Key);
    if (!directory || !existsSync(directory)) return undefined;
    return { directory, handler: String(resource.properties.Handler) };
  };
}
