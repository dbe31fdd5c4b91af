import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { useProject } from "sst/project.js";

/**
 * Takes the source maps out of a bundle and keeps them beside it (`.sst/source-maps/<function>/`): a cold start doesn't
 * load them, and whoever reads a stack trace still has them.
 */
export async function moveSourceMaps(bundle: string, functionName: string): Promise<void> {
  const kept = join(useProject().paths.out, "source-maps", functionName);
  await mkdir(kept, { recursive: true });
  const files = await readdir(bundle, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile() && entry.name.endsWith(".map"))) {
    await rename(join(file.parentPath, file.name), join(kept, file.name));
  }
}
