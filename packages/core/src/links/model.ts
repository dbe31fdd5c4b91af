import * as v from "valibot";
import { utmTemplatesSchema } from "./utm.ts";

/** A host name without protocol or path, in lower case; it stands for its subdomains too. */
const siteSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253),
  v.regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u, "a host such as example.com"),
);

/** How a workspace's links go out unless a post says otherwise. */
export const linkSettingsSchema = v.object({
  tag: v.boolean(),
  utm: utmTemplatesSchema,
  /** Only links to these sites are tagged; to all sites when the list is empty. */
  sites: v.pipe(v.array(siteSchema), v.maxLength(20)),
  shorten: v.boolean(),
});
export type LinkSettings = v.InferOutput<typeof linkSettingsSchema>;

/** Until somebody decides: no link is touched, and the templates are what most analytics expect. */
export const defaultLinkSettings: LinkSettings = {
  tag: false,
  utm: { source: "{platform}", medium: "social", campaign: "{campaign}", content: "{post}" },
  sites: [],
  shorten: false,
};

/** What a post says of its own links. What is absent is as the workspace has it; an empty part is not written. */
export const taggingSchema = v.object({
  tag: v.optional(v.boolean()),
  shorten: v.optional(v.boolean()),
  utm: v.optional(utmTemplatesSchema),
});
export type Tagging = v.InferOutput<typeof taggingSchema>;

/** Stored settings, with the version to write them on; 0 while nothing is stored. */
export interface VersionedLinkSettings {
  readonly settings: LinkSettings;
  readonly version: number;
}
