import { err, ok } from "../../../kernel/result.ts";
import type { LeadsCapability } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import { callGraph } from "./graph.ts";
import { type LeadOnWire, leadFormsSchema, leadSchema } from "./wire.ts";

const fields = "id,created_time,form_id,ad_id,campaign_id,is_organic,platform,field_data";

/** Reading a filled-in lead form; needs `leads_retrieval`. Source: "Lead Ads: Retrieving leads". */
export const leads: LeadsCapability = {
  async fetchLead(call, remoteId) {
    const answer = await callGraph(call, { method: "GET", path: remoteId, query: { fields } }, leadSchema);
    if (!answer.ok) return err(answer.error.cause);
    const filledIn = fieldsOf(answer.value);
    return ok({
      remoteId: answer.value.id,
      formId: answer.value.form_id ?? "",
      createdAt: toMs(answer.value.created_time),
      name: nameOf(filledIn),
      email: filledIn.email,
      phone: filledIn.phone_number,
      fields: filledIn,
      origin: originOf(answer.value),
    });
  },

  /** The newest 25 leads of each form, 100 forms a call, every form at each look. Source: "Graph API Reference: Page Leadgen Forms". */
  async list(call, page) {
    const query = {
      fields: "id,leads.limit(25){id,created_time,ad_id}",
      limit: "100",
      ...(page ? { after: page } : {}),
    };
    const path = `${call.channelRemoteId}/leadgen_forms`;
    const answer = await callGraph(call, { method: "GET", path, query }, leadFormsSchema);
    if (!answer.ok) return err(answer.error.cause);
    const { data, paging } = answer.value;
    const entries = data.flatMap(({ id: formId, leads: filled }) =>
      (filled?.data ?? []).map(({ id: remoteId, created_time, ad_id }) => {
        const occurredAt = toMs(created_time);
        const adId = ad_id && ad_id !== "0" ? { adId: ad_id } : {};
        const { channelRemoteId } = call;
        const lead = { kind: "lead" as const, channelRemoteId, occurredAt, remoteId, formId, ...adId };
        return { sortedAt: occurredAt, changedAt: occurredAt, items: [lead] };
      }),
    );
    return ok({ entries, next: paging?.next ? paging.cursors?.after : undefined });
  },
};

/** A field with several answers has them joined by a comma. */
const fieldsOf = (lead: LeadOnWire): Record<string, string> =>
  Object.fromEntries(lead.field_data.map(({ name, values }) => [name, values.join(", ")]));

const nameOf = (filledIn: Record<string, string>): string | undefined =>
  filledIn.full_name ?? ([filledIn.first_name, filledIn.last_name].filter(Boolean).join(" ") || undefined);

function originOf(lead: LeadOnWire): Record<string, string> {
  const origin: [string, string | undefined][] = [
    ["adId", lead.ad_id === "0" ? undefined : lead.ad_id],
    ["campaignId", lead.campaign_id],
    ["platform", lead.platform],
    ["organic", lead.is_organic === undefined ? undefined : String(lead.is_organic)],
  ];
  return Object.fromEntries(origin.filter((it): it is [string, string] => it[1] !== undefined));
}
