import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { useProject } from "sst/project.js";
import { type RuntimeHandler, useRuntimeHandlers } from "sst/runtime/handlers.js";
import { functionCatalog } from "./function-catalog.ts";

type BuildInput = Parameters<RuntimeHandler["build"]>[0];
type BuildOutput = Awaited<ReturnType<RuntimeHandler["build"]>>;

/** What CommonJS packages inside an ES module still ask for. */
const commonJsNames = [
  'import { createRequire as createRequireForBundle } from "node:module";',
  "const require = createRequireForBundle(import.meta.url);",
  "const __filename = import.meta.filename, __dirname = import.meta.dirname;",
].join("");

/**
 * Ways to credentials that a function never goes: its own are in its environment, which the SDK asks first. The SDK
 * imports these only when it gets that far, and they are a third of a small function.
 */
const otherCredentials = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-login",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@smithy/credential-provider-imds",
];

/**
 * Modules that do nothing when they are loaded: our own, which is a rule of the house, and two packages that don't say so.
 * A function carries none it uses nothing of. functions/runtime.ts names every adapter, and most functions ask for few.
 */
const withoutSideEffects = /^(#\w+\/|\.\.?\/.+\.ts$|(@aws-sdk\/lib-dynamodb|electrodb)$)/;

const leaveOutUnused: Plugin = {
  name: "leave-out-unused",
  setup({ onResolve, resolve }) {
    onResolve({ filter: withoutSideEffects }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === leaveOutUnused) return undefined;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: leaveOutUnused });
      return { ...found, sideEffects: false };
    });
  },
};

/** The list of crawlers shows examples of each, 95 % of its bytes; a function asks for the patterns alone. */
const crawlerPatternsOnly: Plugin = {
  name: "crawler-patterns-only",
  setup({ onLoad }) {
    onLoad({ filter: /crawler-user-agents\.json$/ }, async ({ path }) => {
      const crawlers: { pattern: string }[] = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify(crawlers.map(({ pattern }) => ({ pattern }))), loader: "json" };
    });
  },
};

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

/** The bundle's file of a handler such as `functions/hooks/receive.handler`. */
export function bundleFile(handler: string): string {
  return `${entryOf(handler)}.mjs`;
}

/**
 * Copies one function's module, without its source map: that stays where it was built, so that a cold start doesn't
 * load it and whoever reads a stack trace still has it.
 */
async function takeBundle({ props, out }: BuildInput): Promise<BuildOutput> {
  const handler = props.handler ?? "";
  const built = join(useProject().paths.out, bundlesDirectory);
  bundles ??= bundleAll(built);
  const errors = await bundles;
  if (errors.length > 0) return { type: "error", errors };
  const file = join(out, bundleFile(handler));
  await mkdir(dirname(file), { recursive: true });
  await copyFile(join(built, bundleFile(handler)), file);
  return { type: "success", handler };
}

/** One minified ES module per function of the catalogue. Returns what esbuild had to complain about. */
async function bundleAll(directory: string): Promise<string[]> {
  const { root } = useProject().paths;
  await rm(directory, { recursive: true, force: true });
  try {
    const { metafile } = await build({
      entryPoints: Object.values(functionCatalog).map(({ handler }) => join(root, `${entryOf(handler)}.ts`)),
      outdir: directory,
      outbase: root,
      outExtension: { ".js": ".mjs" },
      absWorkingDir: root,
      bundle: true,
      platform: "node",
      target: "node24",
      format: "esm",
      mainFields: ["module", "main"],
      loader: { ".ttf": "binary", ".wasm": "binary" },
      minify: true,
      keepNames: true,
      sourcemap: "external",
      legalComments: "none",
      banner: { js: commonJsNames },
      external: otherCredentials,
      plugins: [leaveOutUnused, crawlerPatternsOnly],
      metafile: true,
      logLevel: "silent",
    });
    return missingModules(metafile);
  } catch (failure) {
    return complaintsOf(failure);
  }
}

/** Modules that a bundle asks for as soon as it is loaded, though nothing provides them in Lambda. */
function missingModules({ outputs }: Metafile): string[] {
  return Object.entries(outputs).flatMap(([output, { imports }]) =>
    imports
      .filter(({ external, kind, path }) => external && kind !== "dynamic-import" && !isBuiltin(path))
      .map(({ path }) => `${output}: needs ${path}, which is not in the bundle`),
  );
}

function entryOf(handler: string): string {
  return handler.slice(0, -extname(handler).length);
}

function complaintsOf(failure: unknown): string[] {
  const messages = (failure as { errors?: { text: string; location: { file: string; line: number } | null }[] }).errors;
  if (!messages) return [String(failure)];
  return messages.map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text));
}
