import { readFile, rm } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { extname, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

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

/** The bundle's file of a handler such as `functions/hooks/receive.handler`, below the directory of the bundles. */
export function bundleFile(handler: string): string {
  return `${entryOf(handler)}.mjs`;
}

/**
 * One minified ES module per handler (`functions/hooks/receive.handler`) of the project at `root`, with its source map
 * beside it. Empties the directory first. Returns what esbuild had to complain about.
 */
export async function bundleHandlers(root: string, directory: string, handlers: readonly string[]): Promise<string[]> {
  await rm(directory, { recursive: true, force: true });
  try {
    const { metafile } = await build({
      entryPoints: handlers.map((handler) => join(root, `${entryOf(handler)}.ts`)),
      outdir: directory,
      outbase: root,
      outExtension: { ".js": ".mjs" },
      absWorkingDir: root,
      bundle: true,
      platform: "node",
      target: "node24",
      format: "esm",
      mainFields: ["module", "main"],
      // A file that the plugin resolves is not told what the tsconfig says of JSX.
      jsx: "automatic",
      jsxImportSource: "preact",
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
