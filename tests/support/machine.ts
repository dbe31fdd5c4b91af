import { rmSync } from "node:fs";
import { join } from "node:path";
import { siteDirectory } from "#local/build.ts";
import type { Strike } from "#local/cloud/index.ts";
import { type Machine, startMachine } from "#local/machine.ts";
import { memoryFolder } from "#local/memory-folder.ts";
import type { Synthesis } from "#local/synthesis.ts";
import { testSynthesis } from "./synthesis.ts";

/** The whole product for one test file: free ports, a temporary folder, everything its functions logged. */
export interface TestMachine extends Machine {
  /** Every line that a function has logged so far. */
  readonly logs: readonly string[];
}

/** Takes the synthesized app, lets the test adjust its templates, and starts it; `stop` also removes the folder. */
export async function startTestMachine(
  options: { seedSandbox?: boolean; strike?: Strike; adjust?: (synthesis: Synthesis) => Synthesis } = {},
): Promise<TestMachine> {
  const { adjust = (synthesis) => synthesis } = options;
  process.env.TZ = "UTC";
  const folder = memoryFolder("test");
  const logs: string[] = [];
  const machine = await startMachine({
    synthesis: adjust(await testSynthesis()),
    strike: options.strike,
    dataDir: join(folder, "data"),
    ports: { http: 0, inbox: 0, sandbox: 0, gateway: 0 },
    siteDirectory,
    seedSandbox: options.seedSandbox ?? false,
    onLog: ({ line }) => logs.push(line),
  });
  return {
    ...machine,
    logs,
    stop: async () => {
      await machine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
