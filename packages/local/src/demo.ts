import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { siteDirectory, synthesizeLocally } from "./build.ts";
import { type Narrator, runMainJob } from "./demo/main-job.ts";
import { startMachine } from "./machine.ts";
import { memoryFolder } from "./memory-folder.ts";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const say = (line: string): void => {
  if (!values.json) console.log(line);
};
const narrator: Narrator = {
  step: (number, of, what) => say(`\n[${number}/${of}] ${what}`),
  say: (line) => say(`      ${line}`),
};

/** Does the main job once, on free ports and in a temporary folder. Exits with 1 when a step is not met. */
async function main(): Promise<void> {
  process.env.TZ = "UTC";
  const folder = memoryFolder("demo");
  try {
    say("Dopys is being put together ...");
    const machine = await startMachine({
      synthesis: await synthesizeLocally(join(folder, "synthesis")),
      dataDir: join(folder, "data"),
      siteDirectory,
      ports: { http: 0, inbox: 0, sandbox: 0, gateway: 0 },
      seedSandbox: false,
      onTrouble: (message) => console.error(message),
    });
    const { figures, failure } = await runMainJob(machine, narrator);
    await machine.stop();
    if (failure !== undefined) console.error(failure instanceof Error ? failure.message : failure);
    if (values.json) console.log(JSON.stringify(figures));
    else say(figures.ok ? `\nEverything was met, in ${figures.seconds} s.` : "\nA step was not met.");
    process.exitCode = figures.ok ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
process.exit();
