import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const lockFile = "process.pid";

export interface DataLock {
  release(): void;
  /** Removes everything else in the folder. */
  empty(): void;
}

/**
 * Keeps a data folder to one process. Throws, naming the process, while another one uses the folder; the mark of one
 * that was killed is taken over.
 */
export function lockData(dataDir: string): DataLock {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, lockFile);
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return { release: () => rmSync(file, { force: true }), empty: () => empty(dataDir) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = Number(readFileSync(file, "utf8"));
    if (owner !== process.pid && isAlive(owner)) {
      throw new Error(`Dopys already runs on this data (process ${owner}). Stop it first.`);
    }
    rmSync(file, { force: true });
  }
}

function empty(dataDir: string): void {
  for (const entry of readdirSync(dataDir)) {
    if (entry !== lockFile) rmSync(join(dataDir, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
