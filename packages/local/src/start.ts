import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readStartArguments, type StartArguments } from "./arguments.ts";
import { buildSite, root, siteDirectory, synthesizeLocally } from "./build.ts";
import { apiClient, signIn } from "./demo/client.ts";
import { reconnectChannels } from "./demo/connecting.ts";
import { fillDemoWorkspace } from "./demo/fill.ts";
import { setUpDemoWorkspace, signInLinkOf } from "./demo/set-up.ts";
import { assertFree, type Machine, type Ports, startMachine } from "./machine.ts";

const { port, fresh, data } = readArguments();
const dataDir = data === undefined ? join(root, ".dopys") : resolve(data);
const synthesisDir = data === undefined ? join(root, ".sst", "local") : `${dataDir}.build`;
const portsFile = join(dataDir, "ports.json");

function readArguments(): StartArguments {
  try {
    return readStartArguments(process.argv.slice(2));
  } catch (error) {
    return fail(error);
  }
}

async function main(): Promise<void> {
  process.env.TZ = "UTC";
  const ports = portsFor(port, fresh);
  await assertFree(ports);
  say("Dopys is being put together ...");
  await buildSite();
  const synthesis = await synthesizeLocally(synthesisDir);
  const machine = await startMachine({
    synthesis,
    dataDir,
    fresh,
    siteDirectory,
    ports,
    seedSandbox: true,
    onTrouble: (message) => console.error(message),
  });
  stopOnSignal(machine);
  const link = await firstOrNextLink(machine);
  rememberPorts(machine);
  say(`
  Dashboard       ${machine.url}
  Sign in once    ${link}
  Mail            ${machine.inboxUrl}
  Audience page   ${machine.sandbox.url}

  Data is kept in ${data ?? ".dopys"}; "npm start -- --fresh" begins anew. Ctrl-C stops.`);
}

/** The four ports beside each other; with 0 free ones, the same again as long as the data is kept. */
function portsFor(port: number, fresh: boolean): Ports {
  if (port !== 0) return { http: port, inbox: port + 1, sandbox: port + 2, gateway: port + 3 };
  if (!fresh && existsSync(portsFile)) return JSON.parse(readFileSync(portsFile, "utf8")) as Ports;
  return { http: 0, inbox: 0, sandbox: 0, gateway: 0 };
}

const portOf = (url: string): number => Number(new URL(url).port);

/** Whether the sandbox is somewhere else than at the last start: connected channels would not find it. */
const sandboxMoved = (machine: Machine): boolean =>
  !existsSync(portsFile) ||
  (JSON.parse(readFileSync(portsFile, "utf8")) as Ports).sandbox !== portOf(machine.sandbox.url);

function rememberPorts(machine: Machine): void {
  const ports: Ports = {
    http: portOf(machine.url),
    inbox: portOf(machine.inboxUrl),
    sandbox: portOf(machine.sandbox.url),
    gateway: portOf(machine.cloud.gatewayUrl),
  };
  writeFileSync(portsFile, JSON.stringify(ports));
}

const say = (text: string): void => console.log(text);

/** Sets the demo workspace up at the first start; later only a fresh sign-in link is made. */
async function firstOrNextLink(machine: Machine): Promise<string> {
  const mark = join(dataDir, "workspace.json");
  if (existsSync(mark)) {
    const { email } = JSON.parse(readFileSync(mark, "utf8")) as { email: string };
    if (sandboxMoved(machine)) await findAgain(machine, email);
    return signInLinkOf(machine, email);
  }
  const workspace = await setUpDemoWorkspace(machine);
  await fillDemoWorkspace(machine, workspace);
  writeFileSync(mark, JSON.stringify({ email: workspace.owner.email }));
  return signInLinkOf(machine, workspace.owner.email);
}

/** Tells the connected channels where the sandbox is now. */
async function findAgain(machine: Machine, email: string): Promise<void> {
  const client = apiClient(machine.url);
  await signIn(client, await signInLinkOf(machine, email));
  await reconnectChannels(client);
}

/** The first Ctrl-C stops cleanly, a second one at once. */
function stopOnSignal(machine: Machine): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      machine.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

await main().catch(fail);
