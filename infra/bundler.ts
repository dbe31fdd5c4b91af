import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { useProject } from "sst/project.js";
import { type RuntimeHandler, useRuntimeHandlers } from "sst/runtime/handlers.js";
import { bundleFile, bundleHandlers } from "./bundle.ts";
import { functionCatalog } from "./function-catalog.ts";

type BuildInput = Parameters<RuntimeHandler["build"]>[0];
type BuildOutput = Awaited<ReturnType<RuntimeHandler["build"]>>;

const replaced = new WeakSet<RuntimeHandler>();
let bundles: Promise<string[]> | undefined;

/**
 * Lets SST bundle functions for deployment with the project's esbuild, all in one go: what they share is parsed once.
 * SST's own way takes them one by one and runs `npm install` in every bundle, even when nothing is left to install.
 */
export function useOwnBundler(): void {
  bundles = undefined;
  const node = useRuntimeHandlers().for("nodejs24.x");
  if (replaced.has(node)) return;
  replaced.add(node);
  const live = node.build;
  node.build = (input) => (input.mode === "deploy" ? takeBundle(input) : live(input));
}

/** Where bundles and their source maps are built, below SST's output directory. */
export const bundlesDirectory = "bundles";

/**
 * Copies one function's module, without its source map: that stays where it was built, so that a cold start doesn't
 * load it and whoever reads a stack trace still has it.
 */
async function takeBundle({ props, out }: BuildInput): Promise<BuildOutput> {
  const handler = props.handler ?? "";
  const built = join(useProject().paths.out, bundlesDirectory);
  bundles ??= bundleHandlers(
    useProject().paths.root,
    built,
    Object.values(functionCatalog).map((spec) => spec.handler),
  );
  const errors = await bundles;
  if (errors.length > 0) return { type: "error", errors };
  const file = join(out, bundleFile(handler));
  await mkdir(dirname(file), { recursive: true });
  await copyFile(join(built, bundleFile(handler)), file);
  return { type: "success", handler };
}
