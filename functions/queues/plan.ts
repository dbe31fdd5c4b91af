import { connectorFor } from "#core/channels/catalog.ts";
import { checkTable, runImport } from "#core/exchange/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { planSeries, recycle } from "#core/publishing/index.ts";
import { readSource } from "#core/sources/index.ts";
import {
  assets,
  channels,
  events,
  evergreens,
  imports,
  linking,
  members,
  objects,
  planQueue,
  posts,
  publications,
  publicWeb,
  publishQueue,
  reconcileQueue,
  series,
  sources,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";
import { type PlanMessage, planMessageSchema } from "./plan-message.ts";

const deps = () => ({
  connectorFor,
  clock: systemClock,
  series: series(),
  evergreens: evergreens(),
  workspaces: workspaces(),
  posts: posts(),
  assets: assets(),
  ...linking(),
  channels: channels(),
  publications: publications(),
  publishQueue: publishQueue(),
  settleQueue: reconcileQueue(),
  events: events(),
});

const importDeps = () => ({
  ...deps(),
  imports: imports(),
  members: members(),
  objects: objects(),
  files: objects(),
  web: publicWeb(),
  importQueue: planQueue(),
});

async function work(message: PlanMessage): Promise<unknown> {
  switch (message.kind) {
    case "plan-series":
      return planSeries(deps(), message);
    case "recycle":
      return recycle(deps(), message);
    case "import-check":
      return checkTable(importDeps(), message);
    case "import-run":
      return runImport(importDeps(), message);
    case "read-source":
      return readSource({ ...importDeps(), sources: sources() }, message);
  }
}

/** Plans in the background, whoever asked for it. */
export const handler = consume(planMessageSchema, work);
