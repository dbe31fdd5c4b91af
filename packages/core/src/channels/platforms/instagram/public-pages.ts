import { err, ok, type Result } from "../../../kernel/result.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { ChannelCall } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import { type Figure, figure, notAvailable } from "../../measurement.ts";
import { toMs } from "../../meta/compare.ts";
import { openingLength, type PublicPagesCapability, type PublicPost, type PublicPostKind } from "../../public-pages.ts";
import { callGraph } from "./graph.ts";
import { handleOf } from "./handle.ts";
import { businessDiscoverySchema, type PublicAccount, type PublicMedia, publicAccountSchema } from "./wire.ts";

const accountFields = "id,username,name,followers_count";
const mediaFields = "id,timestamp,caption,permalink,media_type,media_product_type,like_count,comments_count";
const mediaAPage = 50;
/** It bounds the walk: what is older than so many pages is not known. */
const mostPages = 4;
const notGiven = notAvailable("not-given-by-platform");

/**
 * Business Discovery: another professional account as one's own account may see it, by its name. Of a name that is not
 * found, of a personal account and of one shown to adults alone Instagram says the same (110/2207013). Sources:
 * "IG User Business Discovery" (permissions, what it leaves out); public code for the paging by cursors and the codes.
 */
export const publicPages: PublicPagesCapability = {
  shows: "professional-accounts",
  needs: "instagram_manage_insights",
  handleOf,
  async read(call, { handle, since }) {
    let usage = 0;
    const caller: Caller = {
      ...call,
      onUsage: (share) => {
        usage = Math.max(usage, share);
      },
    };
    let account: PublicAccount | undefined;
    const media: PublicMedia[] = [];
    let cursor: string | undefined;
    let completeFrom = since;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await ask(caller, handle, cursor);
      if (!answer.ok) return answer;
      account ??= answer.value;
      const { data, paging } = answer.value.media ?? { data: [] };
      media.push(...data);
      const oldest = data.at(-1);
      cursor = paging?.cursors?.after;
      if (!oldest || !cursor || !/^[\w=-]+$/.test(cursor) || toMs(oldest.timestamp) < since) break;
      completeFrom = page === mostPages - 1 ? toMs(oldest.timestamp) : since;
    }
    if (!account) return err(invisible);
    return ok({
      remoteId: account.id,
      handle: account.username,
      name: `@${account.username}`,
      url: `https://www.instagram.com/${account.username}/`,
      followers: figureOf(account.followers_count),
      posts: account.media
        ? {
            available: true,
            posts: media.filter(({ timestamp }) => toMs(timestamp) >= completeFrom).map(toPost),
            completeFrom,
          }
        : { available: false, reason: "not-given-by-platform" },
      usage,
    });
  },
};

type Caller = ChannelCall & { readonly onUsage: (share: number) => void };

const invisible: ConnectorError = {
  class: "not-found",
  code: "no-business-discovery",
  message: "the account is not shown",
};

/** A page of the publications of an account, and the account itself: another's by its name, or one's own. */
async function ask(
  caller: Caller,
  handle: string | undefined,
  cursor: string | undefined,
): Promise<Result<PublicAccount, ConnectorError>> {
  const after = cursor === undefined ? "" : `.after(${cursor})`;
  const fields = `${accountFields},media${after}.limit(${mediaAPage}){${mediaFields}}`;
  const request = (asked: string) =>
    ({ method: "GET", path: caller.channelRemoteId, query: { fields: asked } }) as const;
  if (handle === undefined) {
    const own = await callGraph(caller, request(fields), publicAccountSchema);
    return own.ok ? own : err(own.error.cause);
  }
  const field = `business_discovery.username(${handle}){${fields}}`;
  const found = await callGraph(caller, request(field), businessDiscoverySchema);
  if (!found.ok) return err(found.error.cause);
  return found.value.business_discovery ? ok(found.value.business_discovery) : err(invisible);
}

const kinds: Readonly<Record<string, PublicPostKind>> = { IMAGE: "image", VIDEO: "video", CAROUSEL_ALBUM: "carousel" };

const toPost = (media: PublicMedia): PublicPost => ({
  remoteId: media.id,
  url: media.permalink ?? null,
  publishedAt: toMs(media.timestamp),
  kind: kinds[media.media_type ?? ""] ?? null,
  opening: excerpt(media.caption ?? "", openingLength),
  reactions: figureOf(media.like_count),
  comments: figureOf(media.comments_count),
  shares: notGiven,
});

const figureOf = (count: number | null | undefined): Figure => (typeof count === "number" ? figure(count) : notGiven);
