import * as v from "valibot";
import type { Workspaces } from "../access/index.ts";
import type { AdAccounts } from "../ads/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { defineEvent, type EventPublisher } from "../kernel/events.ts";
import { dayOf } from "../kernel/time.ts";
import { adsNeed, type ConsentSubject, channelNeed, consentedAt, consentSubjects } from "./consent.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { type SettleDeps, settleCause } from "./settle-alert.ts";

/** Somebody must give a channel's platform their consent anew: its access, or that to its ads, has ended or will end. */
export const consentNeeded = defineEvent(
  "channel.consent-needed",
  v.object({ channelId: v.string(), of: v.optional(v.picklist(consentSubjects), "channel") }),
);

export interface LookAtChannelsDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly adAccounts: Pick<AdAccounts, "list">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Once an hour: tells of every channel that needs consent, for itself or for its ads. */
export async function lookAtChannels(deps: LookAtChannelsDeps): Promise<number> {
  const now = deps.clock.nowMs();
  let told = 0;
  for (const { id } of await deps.workspaces.listAll()) {
    const [channels, accounts] = await Promise.all([deps.channels.list(id), deps.adAccounts.list(id)]);
    const needs = channels.flatMap((channel): { channelId: string; of: ConsentSubject }[] => {
      const chosen = accounts.find(({ channelId }) => channelId === channel.id);
      return [
        ...(channelNeed(channel, now) ? [{ channelId: channel.id, of: "channel" as const }] : []),
        ...(chosen && adsNeed(channel, chosen, now) ? [{ channelId: channel.id, of: "ads" as const }] : []),
      ];
    });
    const events = needs.map((need) => consentNeeded.make(deps.clock, systemActor(id, "alerts"), need));
    if (events.length > 0) await deps.events.publish(events);
    told += events.length;
  }
  return told;
}

/**
 * The alert of a channel that needs consent: grave when nothing goes out any more, or by tomorrow. That of its ads is less:
 * what they cost is missing, and comes later.
 */
export async function watchConsent(
  deps: RaiseDeps & {
    channels: Pick<Channels, "get">;
    adAccounts: Pick<AdAccounts, "get">;
    workspaces: Pick<Workspaces, "get">;
  },
  workspaceId: string,
  { channelId, of }: { channelId: string; of: ConsentSubject },
): Promise<void> {
  const now = deps.clock.nowMs();
  const [channel, workspace] = await Promise.all([
    deps.channels.get(workspaceId, channelId),
    deps.workspaces.get(workspaceId),
  ]);
  if (!channel || !workspace) return;
  const chosen = of === "ads" ? await deps.adAccounts.get(workspaceId, channelId) : null;
  const need = of === "channel" ? channelNeed(channel, now) : chosen && adsNeed(channel, chosen, now);
  if (!need) return;
  const { stage, endsAt } = need;
  const isPressing = of === "channel" && (stage === "ended" || (endsAt ?? 0) - now <= 86_400_000);
  const endsOn = endsAt === undefined ? undefined : dayOf(endsAt, workspace.timeZone);
  const account = chosen?.account.name;
  await raiseAlert(deps, workspaceId, {
    kind: "channel-consent",
    cause: consentCause(channelId, of),
    severity: isPressing ? "high" : "medium",
    channelId,
    params: { of, stage, ...(endsOn && { endsOn }), ...(account && { account }) },
    evidence: [
      {
        // Another consent that ends is another thing to tell.
        key: `${consentedAt(channel)} ${stage}`,
        what: "channel",
        id: channelId,
        channelId,
        excerpt: account ? `${channel.name}: ${account}` : channel.name,
        at: now,
      },
    ],
  });
}

const consentCause = (channelId: string, of: ConsentSubject): string =>
  of === "channel" ? channelId : `${channelId}:ads`;

/** Somebody consented: what was told of the channel and of its ads has ended. */
export async function settleConsent(
  deps: SettleDeps,
  workspaceId: string,
  { channelId }: { channelId: string },
): Promise<void> {
  for (const of of consentSubjects) {
    await settleCause(deps, workspaceId, "channel-consent", consentCause(channelId, of));
  }
}
