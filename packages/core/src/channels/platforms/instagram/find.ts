import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall, FindAnswer, PublishContent, WantedPublication } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import { publishedText } from "../../published-text.ts";
import { lookAt } from "./containers.ts";
import { callGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { type Kind, kindOf } from "./parts.ts";
import { anywhere } from "./permalink.ts";
import { type MediaOnWire, mediaListSchema } from "./wire.ts";

const fields = "id,timestamp,caption,permalink,media_type,media_product_type";

/**
 * Looks for a publication. Its container says whether it was published; which of the account's newest media it became,
 * the time, the kind and the caption tell. A container that was not published is proof that nothing appeared.
 */
export async function findPublication(call: ChannelCall, wanted: WantedPublication): Promise<FindAnswer> {
  const { container } = wanted.receipts;
  if (container) {
    const look = await lookAt(call, container);
    if (!look.ok && look.error.cause.class !== "not-found") return { kind: "unknown", cause: look.error.cause };
    if (look.ok && look.value.status_code !== "PUBLISHED") return { kind: "absent" };
  }
  const kind = kindOf(wanted.content);
  const path = `${call.channelRemoteId}/${kind === "story" ? "stories" : "media"}`;
  const newest = await callGraph(call, { method: "GET", path, query: { fields, limit: "100" } }, mediaListSchema);
  if (!newest.ok) return { kind: "unknown", cause: newest.error.cause };
  const since = wanted.armedAt - clockSlackMs;
  const [first] = newest.value.data
    .filter((media) => toMs(media.timestamp) >= since && !wanted.knownRemoteIds.has(media.id))
    .filter((media) => isOfKind(media, kind, wanted.content) && hasCaption(media, wanted.content))
    .toSorted((a, b) => toMs(a.timestamp) - toMs(b.timestamp));
  if (first) return { kind: "found", remoteId: first.id, url: first.permalink ?? anywhere };
  if (!container) return { kind: "absent" };
  // Published, says the container, but not listed yet.
  return { kind: "unknown", cause: { class: "transient", code: "not-listed", message: "published, not listed yet" } };
}

/** What Instagram calls each kind. Fields that are not given rule nothing out. */
const types: Readonly<Record<Exclude<Kind, "story">, { type: string; product: string }>> = {
  image: { type: "IMAGE", product: "FEED" },
  carousel: { type: "CAROUSEL_ALBUM", product: "FEED" },
  reel: { type: "VIDEO", product: "REELS" },
};

function isOfKind(media: MediaOnWire, kind: Kind, content: PublishContent): boolean {
  const story = { type: content.media[0]?.kind === "video" ? "VIDEO" : "IMAGE", product: "STORY" };
  const { type, product } = kind === "story" ? story : types[kind];
  return (media.media_type ?? type) === type && (media.media_product_type ?? product) === product;
}

const hasCaption = (media: MediaOnWire, content: PublishContent): boolean =>
  kindOf(content) === "story" || comparable(media.caption) === comparable(publishedText(manifest, content));
