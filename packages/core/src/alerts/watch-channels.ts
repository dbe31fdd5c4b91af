import * as v from "valibot";
import type { Workspaces } from "../access/index.ts";
import type { Channels } from "../channels/connected/index.ts";
import { systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type DomainEvent, defineEvent, type EventPublisher } from "../kernel/events.ts";
import { epochMsSchema } from "../kernel/time.ts";
import { needsConsent } from "./consent.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { type SettleDeps, settleCause } from "./settle-alert.ts";

/** Somebody must give a channel's platform their consent anew: its access has ended or will end. */
const consentNeeded = defineEvent(
  "channel.consent-needed",
  v.object({ channelId: v.string(), endsAt: v.optional(epochMsSchema), cause: v.optional(v.string()) }),
);
/** A channel was connected anew a short while ago. */
const consentGiven = defineEvent("channel.consent-given", v.object({ channelId: v.string() }));
export const channelConsent = { needed: consentNeeded, given: consentGiven };

/** A channel that was connected so recently may have an alert that has ended. */
const recentMs = 3 * 3_600_000;

export interface LookAtChannelsDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Once an hour: tells of every channel that needs consent, and of those that have got it. */
export async function lookAtChannels(deps: LookAtChannelsDeps): Promise<number> {
  const now = deps.clock.nowMs();
  let told = 0;
  for (const { id } of await deps.workspaces.listAll()) {
    const actor = systemActor(id, "alerts");
    const events = (await deps.channels.list(id)).flatMap((channel): DomainEvent[] => {
      const { id: channelId, tokenExpiresAt: endsAt, reconnectCause: cause, connectedAt } = channel;
      if (needsConsent(channel, now)) {
        return [
          consentNeeded.make(deps.clock, actor, { channelId, ...(endsAt && { endsAt }), ...(cause && { cause }) }),
        ];
      }
      return now - connectedAt < recentMs ? [consentGiven.make(deps.clock, actor, { channelId })] : [];
    });
    if (events.length > 0) await deps.events.publish(events);
    told += events.length;
  }
  return told;
}

/** The alert of a channel that needs consent: grave when nothing goes out any more, or by tomorrow. */
export async function watchConsent(
  deps: RaiseDeps & { channels: Pick<Channels, "get"> },
  workspaceId: string,
  { channelId }: { channelId: string },
): Promise<void> {
  const channel = await deps.channels.get(workspaceId, channelId);
  const now = deps.clock.nowMs();
  if (!channel || !needsConsent(channel, now)) return;
  const { state, tokenExpiresAt, name, connectedAt } = channel;
  const ended = state === "reconnect" || (tokenExpiresAt ?? 0) <= now;
  const severity = ended || (tokenExpiresAt ?? 0) - now <= 86_400_000 ? "high" : "medium";
  const stage = ended ? "ended" : "ending";
  await raiseAlert(deps, workspaceId, {
    kind: "channel-consent",
    cause: channelId,
    severity,
    channelId,
    params: { stage, ...(tokenExpiresAt !== undefined && { endsAt: tokenExpiresAt }) },
    evidence: [{ key: `${connectedAt} ${stage}`, what: "channel", id: channelId, channelId, excerpt: name, at: now }],
  });
}

/** The channel has its consent: its alert has ended. */
export const settleConsent = (deps: SettleDeps, workspaceId: string, { channelId }: { channelId: string }) =>
  settleCause(deps, workspaceId, "channel-consent", channelId);
