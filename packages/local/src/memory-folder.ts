import { mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memoryDisk = "/dev/shm";
/** What a machine of a test may write, bytes, with room to spare for its neighbours. */
const roomNeeded = 2 * 1024 ** 3;

/**
 * A new folder for a machine that is thrown away, named by what it is for: in memory where there is room. The queues write
 * each message through to the disk, which is worth the wait only for what is kept.
 */
export const memoryFolder = (purpose: string): string =>
  mkdtempSync(join(hasRoom(memoryDisk) ? memoryDisk : tmpdir(), `dopys-${purpose}-`));

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= roomNeeded;
  } catch {
    return false;
  }
}
