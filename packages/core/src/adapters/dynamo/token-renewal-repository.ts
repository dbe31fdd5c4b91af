import type { TokenRenewals } from "../../channels/connected/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { channelEntity } from "./entities/channels.ts";

/** Renewals of channels' tokens: each write is conditional on the claim, so that of two workers one renews. */
export function tokenRenewalRepository(dynamo: Dynamo): TokenRenewals {
  const channels = channelEntity(dynamo);
  return {
    claim: ({ workspaceId, id, sealedToken }, until, nowMs) =>
      happens(() =>
        channels
          .patch({ workspaceId, id })
          .set({ renewalLeaseUntil: until })
          .where(
            (channel, { eq, lte, notExists }) =>
              `${eq(channel.sealedToken, sealedToken)} AND (${notExists(channel.renewalLeaseUntil)} OR ${lte(channel.renewalLeaseUntil, nowMs)})`,
          )
          .go(),
      ),
    renew: ({ workspaceId, id }, until, { sealedToken, tokenExpiresAt, sealedRefreshToken }) =>
      happens(() =>
        channels
          .patch({ workspaceId, id })
          .set({
            sealedToken,
            ...(tokenExpiresAt && { tokenExpiresAt }),
            ...(sealedRefreshToken && { sealedRefreshToken }),
          })
          .remove(["renewalLeaseUntil"])
          .add({ version: 1 })
          .where((channel, { eq }) => eq(channel.renewalLeaseUntil, until))
          .go(),
      ),
    giveUp: ({ workspaceId, id }, until, cause) => {
      const change = channels.patch({ workspaceId, id }).remove(["renewalLeaseUntil"]).add({ version: 1 });
      const ended = cause === undefined ? change : change.set({ state: "reconnect" as const, reconnectCause: cause });
      return happens(() => ended.where((channel, { eq }) => eq(channel.renewalLeaseUntil, until)).go());
    },
  };
}
