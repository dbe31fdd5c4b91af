import type { Connector } from "../../connector.ts";
import { auth } from "./auth.ts";
import { insights } from "./insights.ts";
import { manifest } from "./manifest.ts";
import { parsePush } from "./parse.ts";
import { publish } from "./publish.ts";
import { replies } from "./replies.ts";
import { reviews } from "./reviews.ts";
import { verification } from "./webhook.ts";

/** Google Business Profile, by the Business Profile APIs (v1, and v4 for posts and reviews). */
export const googleBusiness: Connector = {
  manifest,
  auth,
  publish,
  webhook: { ...verification, parse: parsePush },
  replies,
  reviews,
  insights,
};
