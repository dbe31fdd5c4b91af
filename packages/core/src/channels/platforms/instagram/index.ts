import type { Connector } from "../../connector.ts";
import { auth } from "./auth.ts";
import { authors } from "./authors.ts";
import { inbox } from "./inbox.ts";
import { insights } from "./insights.ts";
import { manifest } from "./manifest.ts";
import { parseDelivery } from "./parse.ts";
import { publicPages } from "./public-pages.ts";
import { publish } from "./publish.ts";
import { replies } from "./replies.ts";
import { verification } from "./webhook.ts";

/** Instagram, professional accounts, by the Instagram API with Facebook Login v26.0. */
export const instagram: Connector = {
  manifest,
  auth,
  publish,
  webhook: { ...verification, parse: parseDelivery },
  replies,
  inbox,
  insights,
  publicPages,
  authors,
};
