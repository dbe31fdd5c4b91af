import type { Channel } from "../channels/connected/index.ts";

/** So long before its end somebody is told: mailed before the next post is due, not after. */
const aheadMs = 7 * 86_400_000;

/** A channel's access has ended, or ends soon and cannot be renewed without a person. */
export const needsConsent = ({ state, tokenExpiresAt, sealedRefreshToken }: Channel, now: number): boolean =>
  state === "reconnect" ||
  (tokenExpiresAt !== undefined && sealedRefreshToken === undefined && tokenExpiresAt - now <= aheadMs);
