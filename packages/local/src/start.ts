import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readStartArguments } from "./arguments.ts";
import { buildSite, root, siteDirectory, synthesizeLocally } from "./build.ts";
import { fillDemoWorkspace } from "./demo/fill.ts";
import { setUpDemoWorkspace, signInLinkOf } from "./demo/set-up.ts";
import { forget, type Machine, startMachine } from "./machine.ts";

const dataDir = join(root, ".dopys");

async function main(): Promise<void> {
  process.env.TZ = "UTC";
  const { port, fresh } = readStartArguments(process.argv.slice(2));
  if (fresh) forget(dataDir);
  say("Dopys is being put together ...");
  await buildSite();
  const synthesis = await synthesizeLocally(join(root, ".sst", "local"));
  const beside = (offset: number) => (port === 0 ? 0 : port + offset);
  const machine = await startMachine({
    synthesis,
    dataDir,
    siteDirectory,
    ports: { http: port, inbox: beside(1), sandbox: beside(2), gateway: beside(3) },
    seedSandbox: true,
    onTrouble: (message) => console.error(message),
  });
  stopOnSignal(machine);
  const link = await firstOrNextLink(machine);
  say(`
  Dashboard       ${machine.url}
  Sign in once    ${link}
  Mail            ${machine.inboxUrl}
  Audience page   ${machine.sandbox.url}

  Data is kept in .dopys; "npm start -- --fresh" begins anew. Ctrl-C stops.`);
}

const say = (text: string): void => console.log(text);

/** Sets the demo workspace up at the first start; later only a fresh sign-in link is made. */
async function firstOrNextLink(machine: Machine): Promise<string> {
  const mark = join(dataDir, "workspace.json");
  if (existsSync(mark)) {
    const { email } = JSON.parse(readFileSync(mark, "utf8")) as { email: string };
    return signInLinkOf(machine, email);
  }
  const workspace = await setUpDemoWorkspace(machine);
  await fillDemoWorkspace(machine, workspace);
  writeFileSync(mark, JSON.stringify({ email: workspace.owner.email }));
  return signInLinkOf(machine, workspace.owner.email);
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
