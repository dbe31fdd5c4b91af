import type * as v from "valibot";
import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import type { FetchedLead } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DirtyBuckets } from "../kernel/dirty-buckets.ts";
import type { EventPublisher } from "../kernel/events.ts";
import { announceKnown, LeadDetailsAwaited } from "./announce-known.ts";
import type { leadAnnounced } from "./events.ts";
import { normaliseEmail, normalisePhone } from "./identity.ts";
import { changed, type Lead } from "./model.ts";
import type { Leads, LeadTerms, LeadTermsSource } from "./ports.ts";
import { waitingFrom } from "./waiting.ts";

export interface FetchLeadDeps {
  readonly leads: Leads;
  readonly channels: Pick<Channels, "get" | "markReconnect">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
  readonly leadTerms: LeadTermsSource;
  readonly dirtyBuckets: DirtyBuckets;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Meta keeps a filled-in form for 90 days (Lead Ads, Retrieving leads); later nothing will come. */
const keptByPlatformMs = 90 * 24 * 3_600_000;
const longestWaitMs = 6 * 3_600_000;

/**
 * Fetches what a person wrote into a lead form and makes it known, once, however often it is asked. While the platform
 * does not give it, the lead stays listed with its details awaited; throws `LeadDetailsAwaited` when trying again soon
 * makes sense.
 */
export async function handleLeadAnnounced(
  deps: FetchLeadDeps,
  event: v.InferOutput<typeof leadAnnounced.schema>,
): Promise<void> {
  await fetchLeadDetails(deps, event.workspaceId, event.data.leadId);
}

/** The same for a lead that the sweep found waiting, see `listAwaitedLeads`. */
export async function fetchLeadDetails(deps: FetchLeadDeps, workspaceId: string, leadId: string): Promise<void> {
  const lead = await deps.leads.get(workspaceId, leadId);
  if (!lead || lead.mergedInto !== undefined || lead.details === "unavailable") return;
  if (lead.details === "known") {
    await announceKnown(deps, lead);
    return;
  }
  const form = lead.sources.find((source) => source.kind === "lead-form" && source.fields === undefined);
  if (!form?.channelId || !form.remoteId) return;
  const answer = await fetchForm(deps, workspaceId, form.channelId, form.remoteId);
  if (answer.kind === "failed") return waitLonger(deps, lead, answer.cause);
  const known = withDetails(lead, form.id, answer.lead, await deps.leadTerms.of(workspaceId));
  if (!(await deps.leads.save(known))) throw new LeadDetailsAwaited(`Lead ${leadId} changed meanwhile`);
  await announceKnown(deps, known);
}

type FormAnswer = { kind: "fetched"; lead: FetchedLead } | { kind: "failed"; cause: ConnectorError };

async function fetchForm(
  deps: FetchLeadDeps,
  workspaceId: string,
  channelId: string,
  remoteId: string,
): Promise<FormAnswer> {
  const failed = (code: string): FormAnswer => ({
    kind: "failed",
    cause: { class: code === "no-token" ? "auth-expired" : "not-found", code, message: code },
  });
  const channel = await deps.channels.get(workspaceId, channelId);
  if (!channel) return failed("no-channel");
  const leads = deps.connectorFor(channel.platform)?.leads;
  if (!leads) return failed("no-leads");
  const call = await deps.channelCalls.open(channel);
  if (!call) return failed("no-token");
  const fetched = await leads.fetchLead(call, remoteId);
  if (fetched.ok) return { kind: "fetched", lead: fetched.value };
  if (fetched.error.class === "auth-expired") {
    await deps.channels.markReconnect(workspaceId, channelId, fetched.error.code);
  }
  return { kind: "failed", cause: fetched.error };
}

function withDetails(lead: Lead, sourceId: string, form: FetchedLead, terms: LeadTerms): Lead {
  const email = form.email === undefined ? null : normaliseEmail(form.email);
  const phone = form.phone === undefined ? null : normalisePhone(form.phone, terms.country);
  return changed(lead, {
    name: lead.name ?? form.name,
    emails: email && !lead.emails.includes(email) ? [...lead.emails, email] : lead.emails,
    phones: phone && !lead.phones.includes(phone) ? [...lead.phones, phone] : lead.phones,
    sources: lead.sources.map((source) =>
      source.id === sourceId ? { ...source, fields: { ...form.fields }, origin: { ...form.origin } } : source,
    ),
    details: "known",
    detailsCause: undefined,
    waiting: lead.waiting ?? (lead.firstResponse ? undefined : waitingFrom(lead.createdAt, terms)),
    // Until it is announced and united with the person's other leads, the sweep keeps an eye on it.
    wakeAt: lead.wakeAt,
  });
}

async function waitLonger(deps: FetchLeadDeps, lead: Lead, cause: ConnectorError): Promise<void> {
  const now = deps.clock.nowMs();
  const hopeless = cause.class === "not-found" || now - lead.createdAt > keptByPlatformMs;
  const wait = Math.min(longestWaitMs, 60_000 * 2 ** Math.min(lead.fetchAttempts, 12));
  const resetAt = cause.class === "rate-limited" ? cause.resetAt : now;
  await deps.leads.save(
    changed(lead, {
      details: hopeless ? "unavailable" : "awaited",
      detailsCause: cause.class,
      fetchAttempts: lead.fetchAttempts + 1,
      wakeAt: hopeless ? undefined : Math.max(now + wait, resetAt),
    }),
  );
  const soon = cause.class === "transient" || cause.class === "unknown";
  if (soon && !hopeless) throw new LeadDetailsAwaited(`Lead ${lead.id}: ${cause.class} ${cause.code}`);
}
