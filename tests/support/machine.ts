import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { siteDirectory, synthesizeLocally } from "#local/build.ts";
import { type Machine, startMachine } from "#local/machine.ts";

/** The whole product for one test file: free ports, a temporary folder, everything its functions logged. */
export interface TestMachine extends Machine {
  /** Every line that a function has logged so far. */
  readonly logs: readonly string[];
}

/** Synthesizes the app and starts it; `stop` also removes the folder. */
export async function startTestMachine(options: { seedSandbox?: boolean } = {}): Promise<TestMachine> {
  process.env.TZ = "UTC";
  const folder = mkdtempSync(join(tmpdir(), "dopys-test-"));
  const logs: string[] = [];
  const machine = await startMachine({
    synthesis: await synthesizeLocally(join(folder, "synthesis")),
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
