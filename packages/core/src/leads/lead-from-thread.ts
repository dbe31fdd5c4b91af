import * as v from "valibot";
import { authorize } from "../access/index.ts";
import { type Actor, actorName, systemActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { conflict, type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { receiveLead } from "./announce-known.ts";
import type { CreateLeadDeps } from "./create-lead.ts";
import { leadAnswered } from "./events.ts";
import { profileOf, threadLeadIdOf } from "./identity.ts";
import { aNewLead, type Lead } from "./model.ts";
import type { Leads } from "./ports.ts";
import { responded } from "./transitions.ts";
import { leadFor } from "./unite-leads.ts";
import { waitingFrom } from "./waiting.ts";

export const leadFromThreadSchema = v.object({ threadId: idSchema });

/** What a conversation says of the person in it. */
export interface LeadThread {
  readonly channelId: string;
  readonly platform: string;
  readonly person?: { readonly remoteId: string; readonly name?: string | undefined } | undefined;
  readonly postRemoteId?: string | undefined;
  /** Whether the last word is ours, and when the last word was said, epoch ms. */
  readonly lastOwn: boolean;
  readonly lastAt: number;
}

/** What brought somebody: a publication with its post and campaign. */
export interface Provenance {
  readonly publicationId: string;
  readonly postId: string;
  readonly campaignId?: string | undefined;
}

export interface LeadFromThreadDeps extends CreateLeadDeps {
  readonly leadThreads: { get(workspaceId: string, threadId: string): Promise<LeadThread | null> };
  readonly provenances: {
    /** The publication that a platform's post is; `null` for posts that were not published from here. */
    ofPost(workspaceId: string, channelId: string, remoteId: string): Promise<Provenance | null>;
  };
}

/**
 * Makes a lead of the person in a conversation, once per conversation. The publication they commented on is what brought
 * them. Returns the person's lead, which may be one that was there.
 */
export async function leadFromThread(
  deps: LeadFromThreadDeps,
  actor: Actor,
  { threadId }: v.InferOutput<typeof leadFromThreadSchema>,
): Promise<Result<Lead, Failure>> {
  const allowed = authorize(actor, "respond");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const thread = await deps.leadThreads.get(workspaceId, threadId);
  if (!thread) return err(notFound());
  if (!thread.person) return err(conflict("thread-has-no-person"));
  const { channelId, postRemoteId, person } = thread;
  const from = postRemoteId && (await deps.provenances.ofPost(workspaceId, channelId, postRemoteId));
  const id = threadLeadIdOf(threadId);
  const at = deps.clock.nowMs();
  const by = actorName(actor);
  const source = { id, kind: "thread" as const, at, channelId, threadId, postRemoteId, ...(from || {}) };
  const terms = await deps.leadTerms.of(workspaceId);
  return ok(
    await receiveLead(deps, actor, {
      ...aNewLead({ workspaceId, id, createdAt: at, sources: [source] }, by),
      name: person.name,
      profiles: [profileOf(thread.platform, person.remoteId)],
      ...(thread.lastOwn
        ? { firstResponse: { at: thread.lastAt, by }, lastResponseAt: thread.lastAt }
        : { waiting: waitingFrom(at, terms) }),
    }),
  );
}

/**
 * A reply went out in a conversation: whoever became a lead by it has been answered. The same reply again does what was
 * left undone, and tells of it under the same event id.
 */
export async function noteReplyInThread(
  deps: { leads: Leads; events: EventPublisher; clock: Clock },
  reply: { workspaceId: string; threadId: string; at: number; by: string },
): Promise<void> {
  const { workspaceId, threadId, at, by } = reply;
  const lead = await untilCurrent(`The lead of ${threadId}`, async () => {
    const stored = await leadFor(deps.leads, workspaceId, threadLeadIdOf(threadId));
    if (!stored || stored.erasedAt !== undefined) return null;
    if (!stored.waiting) return stored;
    const after = responded(stored, { at, by });
    return (await deps.leads.save(after)) ? after : outdated;
  });
  if (!lead) return;
  await deps.leads.noteDuties(lead);
  if (lead.lastResponseAt !== at) return;
  const event = leadAnswered.make(deps.clock, systemActor(workspaceId, "leads"), { leadId: lead.id });
  await deps.events.publish([{ ...event, id: derivedId("evt", lead.id, event.type, String(at)) }]);
}
