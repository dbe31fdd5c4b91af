import { manifests } from "./manifests.ts";

const sites: ReadonlySet<string> = new Set(
  manifests.filter(({ capabilities }) => capabilities.visits).map(({ platform }) => platform),
);

/**
 * Whether a channel is the analytics of a site: it is measured and nothing more. Nothing is published there, nobody
 * writes, it has no followers and no reach, so whatever speaks of channels that people follow leaves it out.
 */
export const isSite = ({ platform }: { readonly platform: string }): boolean => sites.has(platform);

/** The channels that people follow and write to. */
export const withoutSites = <Channel extends { readonly platform: string }>(
  channels: readonly Channel[],
): readonly Channel[] => channels.filter((channel) => !isSite(channel));
