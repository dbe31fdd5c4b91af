import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, Stack } from "aws-cdk-lib";
import { Code, type FunctionProps, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";
import { memoryFolder } from "../../memory-folder.ts";
import type { CloudFormationTemplate } from "../template/resolve.ts";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));

/** A small app, synthesized: what `playTemplates` takes. */
export type TestApp = { templates: Record<string, CloudFormationTemplate>; code: string };

/** Synthesizes stacks named by their builders' keys. */
export function synthesizeApp(stacks: Record<string, (stack: Stack) => void>): TestApp {
  const app = new App({ outdir: temporaryFolder("assembly"), analyticsReporting: false });
  for (const [name, build] of Object.entries(stacks)) build(new Stack(app, name));
  const assembly = app.synth();
  const templates = assembly.stacks.map((stack) => [stack.stackName, stack.template] as const);
  return { templates: Object.fromEntries(templates), code: assembly.directory };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder; it is gone when the file's tests are over. */
export function temporaryFolder(purpose: string): string {
  const folder = memoryFolder(purpose);
  folders.push(folder);
  return folder;
}

/** A function whose handler is this TypeScript, bundled with the real AWS SDK. The source exports `handler`. */
export function testFunction(
  stack: Stack,
  id: string,
  source: string,
  props: Partial<FunctionProps> = {},
): LambdaFunction {
  return new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_22_X,
    memorySize: 256,
    handler: "index.handler",
    code: Code.fromAsset(bundle(source)),
    ...props,
  });
}

function bundle(source: string): string {
  const outdir = temporaryFolder("bundle");
  buildSync({
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    outfile: join(outdir, "index.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return outdir;
}
