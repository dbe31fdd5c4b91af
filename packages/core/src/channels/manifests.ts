import type { Manifest } from "./manifest.ts";
import { manifest as facebook } from "./platforms/facebook/manifest.ts";
import { manifest as googleAnalytics } from "./platforms/google-analytics/manifest.ts";
import { manifest as googleBusiness } from "./platforms/google-business/manifest.ts";
import { manifest as instagram } from "./platforms/instagram/manifest.ts";

/**
 * Every platform that Dopys knows, in the order in which they are offered, and nothing else of the platforms: small
 * functions such as the tick bundle this file.
 */
export const manifests: readonly Manifest[] = [facebook, instagram, googleBusiness, googleAnalytics];
