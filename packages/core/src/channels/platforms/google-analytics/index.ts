import type { Connector } from "../../connector.ts";
import { auth } from "./auth.ts";
import { manifest } from "./manifest.ts";
import { visits } from "./visits.ts";

/** Google Analytics 4, by the Admin and Data APIs (v1beta). */
export const googleAnalytics: Connector = { manifest, auth, visits };
