import { useEffect, useState } from "preact/hooks";
import type { Asset } from "../../api/contract.ts";
import { type Draft, edit, type Side } from "./draft.ts";
import { keep } from "./keeping.ts";

const KEEP_MS = 300;

export interface Writing {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  /** When the draft was last kept on this device, epoch ms. */
  readonly keptAt: number | undefined;
}

/** The draft and its changes, kept on this device as they are typed. */
export function useWriting(initial: Draft, keptAtFirst: number | undefined): Writing {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState(false);
  const [keptAt, setKeptAt] = useState(keptAtFirst);
  useEffect(() => {
    if (!touched) return;
    const now = () => setKeptAt(keep(draft.postId, draft));
    const timer = setTimeout(now, KEEP_MS);
    addEventListener("pagehide", now);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", now);
    };
  }, [draft, touched]);
  const change = (next: (draft: Draft) => Draft) => {
    setTouched(true);
    setDraft(next);
  };
  return { draft, change, keptAt };
}

/** The draft in which `asset` is known and shown on a side. */
export function withAsset(draft: Draft, side: Side, asset: Asset, shownIds: readonly string[]): Draft {
  const mediaIds = shownIds.includes(asset.id) ? [...shownIds] : [...shownIds, asset.id];
  return { ...edit(draft, side, { mediaIds }), assets: { ...draft.assets, [asset.id]: asset } };
}
