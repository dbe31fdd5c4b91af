import type { InferResponseType } from "hono/client";
import { answerOf, api } from "./client.ts";

/** Spend and return with the titles of posts. */
export type ReturnView = InferResponseType<typeof api.returns.$get>;

/** What the days `from` to `to`, both included, cost and brought. */
export const readReturn = (from: string, to: string) => answerOf(api.returns.$get({ query: { from, to } }));

export const listChosenAdAccounts = () => answerOf(api["ad-accounts"].$get());
/** The ad accounts that a channel may have, asked of the platform. */
export const listAdAccounts = (channelId: string) =>
  answerOf(api.channels[":id"]["ad-accounts"].$get({ param: { id: channelId } }));
/** `null` takes the choice back. */
export const chooseAdAccount = (channelId: string, accountId: string | null) =>
  answerOf(api.channels[":id"]["ad-account"].$put({ param: { id: channelId }, json: { accountId } }));
