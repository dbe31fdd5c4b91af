import type { Manifest, Pace } from "./manifest.ts";
import { manifest as facebook } from "./platforms/facebook/manifest.ts";
import { manifest as googleBusiness } from "./platforms/google-business/manifest.ts";
import { manifest as instagram } from "./platforms/instagram/manifest.ts";

/*
 * How fast each platform is published on, and nothing else of the platforms: the tick bundles this file.
 */
const paces: ReadonlyMap<string, Pace> = new Map(
  [facebook, instagram, googleBusiness].map(({ platform, pace }: Manifest) => [platform, pace]),
);

/** The pace of a platform's channels; `undefined` for a platform that Dopys does not know. */
export const paceOf = (platform: string): Pace | undefined => paces.get(platform);
