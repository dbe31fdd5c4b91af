import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run of the tests, for what its files share; removed at the end. */
    runFolder: string;
  }
}

/** Gives the run its folder. What takes time is made by the first file that needs it: see `once-per-run.ts`. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "dopys-run-"));
  project.provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
