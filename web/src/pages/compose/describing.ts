import type { Asset } from "../../api/contract.ts";
import { changeAsset } from "../../api/media.ts";
import { tellFailure } from "../../toasts.ts";
import type { Draft } from "./draft.ts";

/** A file's description: in the draft as it is typed, in the library once the field is left. */
export const describing = (change: (how: (old: Draft) => Draft) => void) => ({
  onDescribe: (asset: Asset, altText: string) =>
    change((old) => ({ ...old, assets: { ...old.assets, [asset.id]: { ...asset, altText } } })),
  onDescribed: (asset: Asset) => void saveAltText(asset),
});

async function saveAltText(asset: Asset): Promise<void> {
  const answer = await changeAsset(asset.id, { altText: asset.altText });
  if (!answer.ok) tellFailure(answer.error);
}
