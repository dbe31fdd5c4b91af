import type { Connector } from "./connector.ts";
import { facebook } from "./platforms/facebook/index.ts";
import { googleAnalytics } from "./platforms/google-analytics/index.ts";
import { googleBusiness } from "./platforms/google-business/index.ts";
import { instagram } from "./platforms/instagram/index.ts";

const connectors: ReadonlyMap<string, Connector> = new Map(
  [facebook, instagram, googleBusiness, googleAnalytics].map((it) => [it.manifest.platform, it]),
);

/** The connector of a platform; `undefined` for one that Dopys does not know. */
export const connectorFor = (platform: string): Connector | undefined => connectors.get(platform);

export { manifests } from "./manifests.ts";
