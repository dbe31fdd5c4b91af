import { createServer } from "node:net";
import { join } from "node:path";
import { type LocalCloud, type LogLine, playTemplates, type Strike } from "./cloud/index.ts";
import { lockData } from "./data-lock.ts";
import { readSetupToken, writeParameters } from "./parameters.ts";
import { type Sandbox, startSandbox } from "./sandbox/index.ts";
import type { Synthesis } from "./synthesis.ts";

/** Ports to listen on; 0 takes a free one. */
export interface Ports {
  readonly http: number;
  readonly inbox: number;
  readonly sandbox: number;
  readonly gateway: number;
}

export interface MachineOptions {
  readonly synthesis: Synthesis;
  /** Everything that is kept. */
  readonly dataDir: string;
  /** Forgets what was kept before. */
  readonly fresh?: boolean;
  readonly ports: Ports;
  /** The dashboard's built files. */
  readonly siteDirectory: string;
  /** Whether the sandbox's page begins with a week of history. */
  readonly seedSandbox: boolean;
  readonly onLog?: (line: LogLine) => void;
  readonly onTrouble?: (message: string) => void;
  /** Estimates the DynamoDB request units of every call; each write is then read before and after. */
  readonly measureRequestUnits?: boolean;
  /** Kills functions over their AWS calls. */
  readonly strike?: Strike | undefined;
}

/** The whole product on one machine. */
export interface Machine {
  /** Where people and platforms reach the product. */
  readonly url: string;
  readonly inboxUrl: string;
  readonly sandbox: Sandbox;
  readonly cloud: LocalCloud;
  /** The operator's word, by which a workspace is set up. */
  readonly setupToken: string;
  stop(): Promise<void>;
}

/**
 * Plays the synthesized app on the local cloud, with the sandbox as its platforms. Throws for a taken port, naming it,
 * and for data that another process uses; nothing is left running then.
 */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const data = lockData(options.dataDir);
  try {
    if (options.fresh) data.empty();
    const machine = await play(options);
    return {
      ...machine,
      stop: async () => {
        await machine.stop();
        data.release();
      },
    };
  } catch (error) {
    data.release();
    throw error;
  }
}

async function play(options: MachineOptions): Promise<Machine> {
  const { synthesis, dataDir, ports } = options;
  await assertFree(ports);
  const cloud = await playTemplates({
    templates: synthesis.templates,
    code: synthesis.assembly,
    dataDir: join(dataDir, "cloud"),
    ports: { gateway: ports.gateway, http: ports.http, inbox: ports.inbox },
    siteDirectory: options.siteDirectory,
    onLog: options.onLog ?? (() => {}),
    onTrouble: options.onTrouble ?? (() => {}),
    strike: options.strike,
    measureRequestUnits: options.measureRequestUnits ?? false,
  });
  try {
    const url = cloud.httpUrl;
    if (!url || !cloud.mail) throw new Error("The templates have no front door or no mail service");
    const app = await writeParameters(cloud, synthesis.stage);
    const sandbox = await startSandbox({
      port: ports.sandbox,
      dataDir: join(dataDir, "sandbox"),
      app,
      callbackUrl: (platform) => `${url}/hooks/${platform}`,
      seed: options.seedSandbox,
    });
    await writeParameters(cloud, synthesis.stage, sandbox.endpoints);
    return {
      url,
      inboxUrl: cloud.mail.inboxUrl,
      sandbox,
      cloud,
      setupToken: await readSetupToken(cloud, synthesis.stage),
      stop: async () => {
        await sandbox.stop();
        await cloud.stop();
      },
    };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}

/** Rejects, naming the port, when one of them is taken. */
export async function assertFree(ports: Ports): Promise<void> {
  await Promise.all(Object.values(ports).map(assertOneFree));
}

async function assertOneFree(port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${error.code})`;
      reject(new Error(`Port ${port} ${why}.`));
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
