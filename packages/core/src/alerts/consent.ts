import type { ChosenAdAccount } from "../ads/index.ts";
import type { Channel } from "../channels/connected/index.ts";

/** What consent is for: the channel itself, or its ads, which are read in the name of the person who connected it. */
export const consentSubjects = ["channel", "ads"] as const;
export type ConsentSubject = (typeof consentSubjects)[number];

/** A consent that has ended or ends soon; when, epoch ms, where that is known. */
export interface ConsentNeed {
  readonly stage: "ending" | "ended";
  readonly endsAt?: number | undefined;
}

/** So long before its end somebody is told: mailed before the next post is due, not after. */
const aheadMs = 7 * 86_400_000;

/** When a person last consented. */
export const consentedAt = (channel: Pick<Channel, "connectedAt" | "consentedAt">): number =>
  channel.consentedAt ?? channel.connectedAt;

/** A channel's access has ended, or ends soon and cannot be renewed without a person. Pure. */
export function channelNeed(channel: Channel, now: number): ConsentNeed | undefined {
  const { state, tokenExpiresAt: endsAt, sealedRefreshToken } = channel;
  if (state === "reconnect") return { stage: "ended", endsAt };
  return sealedRefreshToken === undefined ? endingAt(endsAt, now) : undefined;
}

/** The access to the ads of a channel's account has ended, or ends soon: it is a person's, and never renews itself. Pure. */
export function adsNeed(channel: Channel, chosen: ChosenAdAccount, now: number): ConsentNeed | undefined {
  const { trouble, troubledAt = Number.POSITIVE_INFINITY } = chosen;
  const endsAt = channel.personTokenExpiresAt;
  if (trouble === "no-permission" && troubledAt >= consentedAt(channel)) return { stage: "ended", endsAt };
  return endingAt(endsAt, now);
}

function endingAt(endsAt: number | undefined, now: number): ConsentNeed | undefined {
  if (endsAt === undefined || endsAt - now > aheadMs) return undefined;
  return { stage: endsAt <= now ? "ended" : "ending", endsAt };
}
