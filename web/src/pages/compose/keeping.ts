import * as v from "valibot";
import { formatNames } from "#core/channels/manifest.ts";
import { me } from "../../session-state.ts";
import { type Draft, isBlank } from "./draft.ts";

const keyOf = (postId: string | undefined): string => `dopys.draft.${me.value?.workspace.id ?? ""}.${postId ?? "new"}`;

const contentEntries = {
  text: v.string(),
  link: v.optional(v.string()),
  mediaIds: v.array(v.string()),
  format: v.optional(v.picklist(formatNames)),
  firstComment: v.optional(v.string()),
  thread: v.optional(v.array(v.object({ text: v.string(), mediaIds: v.array(v.string()) }))),
};
const nullable = { link: v.nullable(v.string()), firstComment: v.nullable(v.string()) };

const draftShape = v.looseObject({
  base: v.object(contentEntries),
  channelIds: v.array(v.string()),
  variants: v.record(v.string(), v.partial(v.object({ ...contentEntries, ...nullable }))),
  assets: v.record(v.string(), v.looseObject({ id: v.string(), url: v.string() })),
  timing: v.variant("kind", [
    v.object({ kind: v.picklist(["next", "now"]) }),
    v.object({ kind: v.literal("exact"), at: v.string() }),
  ]),
});

const keptSchema = v.object({
  keptAt: v.number(),
  draft: v.custom<Draft>((value) => v.is(draftShape, value)),
});

export interface Kept {
  readonly draft: Draft;
  /** Epoch ms. */
  readonly keptAt: number;
}

/** Keeps what is written on this device, under its post or as the new one; a blank draft is forgotten. */
export function keep(postId: string | undefined, draft: Draft): number {
  const keptAt = Date.now();
  if (isBlank(draft)) forget(postId);
  else localStorage.setItem(keyOf(postId), JSON.stringify({ draft, keptAt }));
  return keptAt;
}

/** What was kept, unless it is not readable any more. */
export function kept(postId: string | undefined): Kept | undefined {
  const text = localStorage.getItem(keyOf(postId));
  if (!text) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keptSchema), text);
  return parsed.success ? parsed.output : undefined;
}

export const forget = (postId: string | undefined): void => localStorage.removeItem(keyOf(postId));
