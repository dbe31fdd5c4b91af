import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { synthesize } from "#infra/synthesize.ts";
import { checkAlarms } from "./checks/alarms.ts";
import { checkBundles } from "./checks/bundles.ts";
import { checkData } from "./checks/data.ts";
import { checkDeployment } from "./checks/deployment.ts";
import { checkFunctions } from "./checks/functions.ts";
import { checkIdleCost } from "./checks/idle-cost.ts";
import { checkNag, watchNag } from "./checks/nag.ts";
import { checkPermissions } from "./checks/permissions.ts";
import { checkQueues } from "./checks/queues.ts";
import { checkSecrets } from "./checks/secrets.ts";
import { checkTransport } from "./checks/transport.ts";
import { checkWeb } from "./checks/web.ts";

/** Synthesizing takes seconds, so it happens once for each kind of stage and every check below reads the result. */
const output = join(import.meta.dirname, "..", ".output", "infra");
const builtSite = join(output, "site");
await mkdir(builtSite, { recursive: true });
await writeFile(join(builtSite, "index.html"), "<!doctype html><title>Dopys</title>");

const nag = watchNag();
const production = await synthesize({
  stage: "production",
  outDir: join(output, "production"),
  settings: { site: { path: builtSite }, alarmEmail: "operator@dopys.example" },
  inspect: nag.inspect,
});
const development = await synthesize({ stage: "dev", outDir: join(output, "dev") });

checkData(production, development);
checkQueues(production);
checkFunctions(production);
checkPermissions(production);
checkWeb(production);
checkAlarms(production);
checkTransport(production);
checkSecrets(production);
checkIdleCost(production);
checkBundles(production);
checkNag(nag);
checkDeployment(production);
