import { oauthServers } from "../../google/oauth.ts";

/** Google's servers for Analytics; a channel may carry others. */
export const servers = {
  ...oauthServers,
  admin: "https://analyticsadmin.googleapis.com",
  data: "https://analyticsdata.googleapis.com",
} as const;
