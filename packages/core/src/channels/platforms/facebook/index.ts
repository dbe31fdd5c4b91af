import type { Connector } from "../../connector.ts";
import { ads } from "./ads.ts";
import { auth } from "./auth.ts";
import { inbox } from "./inbox.ts";
import { insights } from "./insights.ts";
import { leads } from "./leads.ts";
import { manifest } from "./manifest.ts";
import { parseDelivery } from "./parse.ts";
import { publicPages } from "./public-pages.ts";
import { publish } from "./publish.ts";
import { replies } from "./replies.ts";
import { verification } from "./webhook.ts";

/** Facebook Pages, by the Graph API v26.0. */
export const facebook: Connector = {
  manifest,
  auth,
  publish,
  webhook: { ...verification, parse: parseDelivery },
  replies,
  inbox,
  leads,
  insights,
  ads,
  publicPages,
};
