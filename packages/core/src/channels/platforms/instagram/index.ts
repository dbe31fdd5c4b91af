import type { Connector } from "../../connector.ts";
import { auth } from "./auth.ts";
import { manifest } from "./manifest.ts";
import { publish } from "./publish.ts";

/** Instagram, professional accounts, by the Instagram API with Facebook Login v26.0. */
export const instagram: Connector = { manifest, auth, publish };
