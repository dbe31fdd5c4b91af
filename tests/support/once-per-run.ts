import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { buildSite, synthesizeLocally } from "#local/build.ts";
import { until } from "#local/demo/figures.ts";
import type { Synthesis } from "#local/synthesis.ts";

/** The longest that a file waits for what another one is making, ms. */
const patienceMs = 120_000;

/**
 * Makes something once for all test files of a run, whichever needs it first; the others wait for it. `make` gets a
 * folder of its own and gives what can be told in JSON. When it failed, the next file tries again.
 */
async function oncePerRun<Made>(name: string, make: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = join(inject("runFolder"), name);
  const done = join(folder, "made.json");
  mkdirSync(folder, { recursive: true });
  const made = () => existsSync(done) && { value: JSON.parse(readFileSync(done, "utf8")) as Made };
  const turn = join(folder, "turn");
  const others = await until(`${name} is made`, patienceMs, async () => made() || (take(turn) && "our turn"));
  if (others !== "our turn") return others.value;
  try {
    const meanwhile = made();
    if (meanwhile) return meanwhile.value;
    const value = await make(join(folder, "made"));
    writeFileSync(`${done}.part`, JSON.stringify(value));
    renameSync(`${done}.part`, done);
    return value;
  } finally {
    rmSync(turn, { recursive: true });
  }
}

/** Whether the turn was free and is now ours. */
function take(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

/** The synthesized app; read-only, so that machines may share it. */
export const sharedSynthesis = (): Promise<Synthesis> =>
  oncePerRun("synthesis", async (folder) => {
    const { stage, templates, assembly } = await synthesizeLocally(folder);
    return { stage, templates, assembly };
  });

/** Builds the dashboard, unless it is built already. */
export const builtSite = (): Promise<true> =>
  oncePerRun("site", async () => {
    await buildSite();
    return true as const;
  });
