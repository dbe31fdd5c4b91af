import type { Connector } from "./connector.ts";
import type { Manifest } from "./manifest.ts";
import { facebook } from "./platforms/facebook/index.ts";
import { googleBusiness } from "./platforms/google-business/index.ts";
import { instagram } from "./platforms/instagram/index.ts";

const connectors: ReadonlyMap<string, Connector> = new Map(
  [facebook, instagram, googleBusiness].map((it) => [it.manifest.platform, it]),
);

/** The connector of a platform; `undefined` for one that Dopys does not know. */
export const connectorFor = (platform: string): Connector | undefined => connectors.get(platform);

/** Every platform that Dopys knows, in the order in which they are offered. */
export const manifests: readonly Manifest[] = [...connectors.values()].map((connector) => connector.manifest);
