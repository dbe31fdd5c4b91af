import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newestChange, root, synthesizeLocally } from "#local/build.ts";
import type { Synthesis } from "#local/synthesis.ts";

const folder = join(root, ".build", "tests");
const sources = ["infra", "functions", join("packages", "core", "src"), "package-lock.json"];

/**
 * The app as it is played in tests: synthesized once for all test files, whose workers are processes of their own, and
 * anew when a source is newer. One of them does it, the others wait for what it leaves.
 */
export async function testSynthesis(): Promise<Synthesis> {
  const key = String(Math.trunc(Math.max(...sources.map((path) => newestChange(join(root, path))))));
  const done = join(folder, `${key}.json`);
  const lock = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  for (;;) {
    if (existsSync(done)) return JSON.parse(readFileSync(done, "utf8")) as Synthesis;
    if (take(lock)) break;
    await pause(200);
  }
  try {
    if (!existsSync(done)) keep(done, await synthesizeLocally(join(folder, key)));
    return JSON.parse(readFileSync(done, "utf8")) as Synthesis;
  } finally {
    rmSync(lock, { force: true });
  }
}

function keep(done: string, { stage, templates, assembly }: Synthesis): void {
  writeFileSync(`${done}.new`, JSON.stringify({ stage, templates, assembly }));
  renameSync(`${done}.new`, done);
}

/** Takes the lock, also that of a process that is no more. */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isAlive(ownerOf(lock))) rmSync(lock, { force: true });
    return false;
  }
}

/** The process that holds the lock; our own while it is being written or taken away. */
function ownerOf(lock: string): number {
  try {
    return Number(readFileSync(lock, "utf8")) || process.pid;
  } catch {
    return process.pid;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
