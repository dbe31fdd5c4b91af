import type { Campaign } from "../campaigns/index.ts";

const fold = (text: string): string => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("uk");

/** The campaigns that a cell may mean: the one of that code, or those of that name. */
export function campaignsMeant<T extends Pick<Campaign, "name" | "code">>(
  campaigns: readonly T[],
  reference: string,
): readonly T[] {
  const wanted = fold(reference);
  const byCode = campaigns.filter(({ code }) => code === wanted);
  return byCode.length > 0 ? byCode : campaigns.filter(({ name }) => fold(name) === wanted);
}

/** A campaign as exports write it: by its name, or by its code where the name means others too. */
export const campaignReference = (
  campaigns: readonly Pick<Campaign, "name" | "code">[],
  { name, code }: Pick<Campaign, "name" | "code">,
): string => {
  const meant = campaignsMeant(campaigns, name);
  return meant.length === 1 && meant[0]?.code === code ? name : code;
};
