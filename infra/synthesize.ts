import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AssetStaging } from "aws-cdk-lib";
import { App } from "sst/constructs";
import { initProject, useProject } from "sst/project.js";
import { bundleFile } from "./bundle.ts";
import { bundlesDirectory } from "./bundler.ts";
import { type FunctionName, functionNames } from "./function-catalog.ts";
import { physicalName } from "./functions.ts";
import type { Settings } from "./settings.ts";
import { declareStacks } from "./stacks.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export type SynthesisOptions = {
  readonly stage: string;
  readonly region?: string;
  readonly account?: string;
  /** Where templates and code are written. Two syntheses at the same time need two. */
  readonly outDir?: string;
  readonly settings?: Partial<Settings>;
  /** Called with the finished app before it is written: the place for checks that visit constructs. */
  readonly inspect?: (app: App) => void;
};

/** A CloudFormation template, as far as its readers rely on it. */
export type Template = {
  Resources: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
};

export type TemplateResource = {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};

/** Where the code of one function of a template lies. */
export type FunctionCode = {
  readonly name: FunctionName;
  readonly stackName: string;
  readonly logicalId: string;
  /** What Lambda unpacks: an absolute directory. */
  readonly directory: string;
  /** As in the template: file without its ending, then the export. */
  readonly handler: string;
  /** The file that `handler` names, absolute. */
  readonly file: string;
  /** The file's source map, absolute; it is not part of the bundle. */
  readonly sourceMap: string;
};

export type Synthesis = {
  readonly stage: string;
  readonly region: string;
  readonly account: string;
  readonly outDir: string;
  /** The CDK's cloud assembly: templates and the directories of the code they name. */
  readonly assembly: string;
  /** By stack name, in the order of deployment. */
  readonly templates: Record<string, Template>;
  readonly functions: Record<FunctionName, FunctionCode>;
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Synthesizes the app without an account or a network, bundling every function. SST keeps its state in globals, so calls
 * in one process wait for each other. Only the upload of source code differs from a deployment: assets stay in `outDir`.
 */
export function synthesize(options: SynthesisOptions): Promise<Synthesis> {
  const next = last.then(() => synthesizeAlone(options));
  last = next.catch(() => undefined);
  return next;
}

async function synthesizeAlone(options: SynthesisOptions): Promise<Synthesis> {
  const { stage, region = "eu-central-1", account = "000000000000" } = options;
  const outDir = resolve(options.outDir ?? join(root, ".sst", "synthesis", stage));
  const sstDir = join(outDir, "sst");
  const templatesDir = join(outDir, "assembly");
  await mkdir(sstDir, { recursive: true });

  const assembly = await inProject(async () => {
    await initProject({ stage, root, region });
    redirectOutput(sstDir);
    AssetStaging.clearAssetHashCache();
    const app = new App({ mode: "deploy", name: "dopys", stage, region, account }, { outdir: templatesDir });
    declareStacks(app, { mailFrom: "dopys@dopys.example", ...options.settings });
    await app.finish();
    options.inspect?.(app);
    return app.synth();
  });
  const templates: Record<string, Template> = {};
  for (const stack of assembly.stacks) templates[stack.stackName] = stack.template;
  await removeOldAssets(templatesDir, JSON.stringify(templates));
  const functions = locateFunctions(stage, templates, templatesDir, join(sstDir, bundlesDirectory));
  return { stage, region, account, outDir, assembly: templatesDir, templates, functions };
}

/**
 * SST finds files from the working directory, and asks the account for its bootstrap stack unless it believes to be
 * under test. Both are put back afterwards.
 */
async function inProject<Value>(work: () => Promise<Value>): Promise<Value> {
  const { NODE_ENV, SST_STAGE } = process.env;
  const directory = process.cwd();
  if (directory !== root) process.chdir(root);
  process.env.NODE_ENV = "test";
  try {
    return await work();
  } finally {
    restore("NODE_ENV", NODE_ENV);
    restore("SST_STAGE", SST_STAGE);
    if (directory !== root) process.chdir(directory);
  }
}

function restore(variable: string, value: string | undefined): void {
  if (value === undefined) delete process.env[variable];
  else process.env[variable] = value;
}

type Project = ReturnType<typeof useProject>;
let firstProject: Project | undefined;

/**
 * Keeps what SST writes in this synthesis's own directory, so that another process may synthesize at the same time.
 * SST's bundler remembers the first project of a process, hence that one is redirected too.
 */
function redirectOutput(directory: string): void {
  firstProject ??= useProject();
  for (const project of [firstProject, useProject()]) {
    Object.assign(project.paths, { out: directory, artifacts: join(directory, "artifacts") });
  }
}

async function removeOldAssets(directory: string, templates: string): Promise<void> {
  const staged = (await readdir(directory)).filter((entry) => entry.startsWith("asset."));
  const unused = staged.filter((entry) => !templates.includes(entry.split(".")[1] ?? entry));
  await Promise.all(unused.map((entry) => rm(join(directory, entry), { recursive: true, force: true })));
}

function locateFunctions(
  stage: string,
  templates: Record<string, Template>,
  assets: string,
  bundles: string,
): Synthesis["functions"] {
  const located = functionNames.map((name) => {
    const deployedName = physicalName(stage, name);
    for (const [stackName, template] of Object.entries(templates)) {
      for (const [logicalId, resource] of Object.entries(template.Resources)) {
        if (resource.Type !== "AWS::Lambda::Function" || resource.Properties?.FunctionName !== deployedName) continue;
        const { Code, Handler } = resource.Properties as { Code: { S3Key: string }; Handler: string };
        const directory = join(assets, `asset.${basename(Code.S3Key, ".zip")}`);
        const file = join(directory, bundleFile(Handler));
        const sourceMap = join(bundles, `${bundleFile(Handler)}.map`);
        return [name, { name, stackName, logicalId, directory, handler: Handler, file, sourceMap }] as const;
      }
    }
    throw new Error(`No template has the function ${deployedName}`);
  });
  return Object.fromEntries(located) as Synthesis["functions"];
}
