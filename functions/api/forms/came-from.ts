import * as v from "valibot";
import { campaignIdOf } from "#core/campaigns/index.ts";
import type { LeadForm, LeadForms, Submission, SubmitDeps } from "#core/leads/index.ts";
import { utmParts } from "#core/links/index.ts";
import { codeSchema, viaParameter } from "#core/short-links/index.ts";
import { provenanceOf } from "../../lead-origins.ts";
import type { ApiDeps } from "../deps.ts";

export interface FormDeps extends SubmitDeps, Pick<ApiDeps, "shortLinks" | "publications" | "campaigns"> {
  readonly leadForms: Pick<LeadForms, "findByCode">;
}

const tagNames = [viaParameter, ...utmParts.map((part) => `utm_${part}`)];
const longestTag = 200;

/** The tags of the link that led to a form, as far as they are ours. */
export const tagsOf = (given: (name: string) => string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tagNames.flatMap((name) => {
      const value = given(name)?.toWellFormed().slice(0, longestTag);
      return value ? [[name, value]] : [];
    }),
  );

/**
 * What brought a visitor: the publication whose short link was followed, or else the campaign of a tagged link. Both say
 * only what stands in the form's address; nothing was left in the browser.
 */
export async function cameFrom(
  deps: FormDeps,
  form: LeadForm,
  tags: Readonly<Record<string, string>>,
): Promise<Pick<Submission, "provenance" | "origin">> {
  const { [viaParameter]: code, ...utm } = tags;
  const origin = Object.keys(utm).length > 0 ? utm : undefined;
  const link = v.is(codeSchema, code) ? await deps.shortLinks.get(code) : null;
  // Another workspace's link names a publication that this one does not have.
  const provenance = link && (await provenanceOf(deps, form.workspaceId, link.publicationId));
  if (provenance) return { provenance, origin };
  const campaign =
    utm.utm_campaign && (await deps.campaigns.get(form.workspaceId, campaignIdOf(form.workspaceId, utm.utm_campaign)));
  return { provenance: campaign ? { campaignId: campaign.id } : undefined, origin };
}
