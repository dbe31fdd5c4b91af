import type { App } from "sst/constructs";
import { alarms } from "./alarms.ts";
import { api } from "./api.ts";
import { bucket } from "./bucket.ts";
import { bus } from "./bus.ts";
import { functions } from "./functions.ts";
import { mail } from "./mail.ts";
import { queues } from "./queues.ts";
import { provideSettings, type Settings } from "./settings.ts";
import { site } from "./site.ts";
import { table } from "./table.ts";

type StackFunction = Parameters<App["stack"]>[0];

/** The stacks in the order the data flows; each may use the ones before it. */
const stacks: readonly (readonly [id: string, stack: StackFunction])[] = [
  ["Table", table],
  ["Bucket", bucket],
  ["Bus", bus],
  ["Queues", queues],
  ["Mail", mail],
  ["Api", api],
  ["Site", site],
  ["Functions", functions],
  ["Alarms", alarms],
];

/** Declares the whole system in an app. Deployment and synthesis both call this, and nothing else declares anything. */
export function declareStacks(app: App, settings: Settings): void {
  provideSettings(app, settings);
  for (const [id, stack] of stacks) app.stack(stack, { id });
  for (const [id] of stacks) if (id !== "Site" || !settings.site) removeCustomResourceHandler(app, id);
}

/** SST puts a function for its custom resources into every stack; only the upload of the dashboard uses one. */
function removeCustomResourceHandler(app: App, id: string): void {
  app.node.findChild(app.logicalPrefixedName(id)).node.tryRemoveChild("CustomResourceHandler");
}
