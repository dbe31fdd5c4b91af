import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { localStage, type Synthesis } from "./synthesis.ts";

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** Where the built dashboard lies. */
export const siteDirectory = join(root, "web", "dist");

/**
 * Synthesizes the app for this machine; `outDir` keeps syntheses that run at the same time apart. CDK takes seconds to
 * load, so only who synthesizes waits for it.
 */
export async function synthesizeLocally(outDir: string): Promise<Synthesis> {
  const { synthesize } = await import("#infra/synthesize.ts");
  return synthesize({ stage: localStage, outDir });
}

/** Builds the dashboard unless the built one is newer than all it is made from. */
export async function buildSite(): Promise<void> {
  const built = join(siteDirectory, "index.html");
  const sources = [join(root, "web"), join(root, "packages", "core", "src"), join(root, "package-lock.json")];
  if (existsSync(built) && Math.max(...sources.map(newestChange)) < statSync(built).mtimeMs) return;
  const { build } = await import("vite");
  await build({ root: join(root, "web"), logLevel: "warn" });
}

/** When the newest file below a path was changed, ms. */
export function newestChange(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== "dist" && name !== "node_modules");
  return Math.max(0, ...inside.map((name) => newestChange(join(path, name))));
}
