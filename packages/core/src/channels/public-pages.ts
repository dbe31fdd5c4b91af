import * as v from "valibot";
import type { Result } from "../kernel/result.ts";
import { webAddressSchema } from "../kernel/text.ts";
import { epochMsSchema } from "../kernel/time.ts";
import type { ChannelCall, PlatformApp } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";
import { figureSchema } from "./measurement.ts";

/** What a public post is made of, as far as its platform tells; a part of the content types that posts of ours have. */
export const publicPostKinds = ["image", "video", "carousel", "link", "text"] as const;
export type PublicPostKind = (typeof publicPostKinds)[number];

/** How many characters of a post are kept: enough to know it again. */
export const openingLength = 60;

/** A post of a public page with what anybody may see of it. Nothing of the people who reacted. */
export const publicPostSchema = v.object({
  remoteId: v.string(),
  url: v.nullable(webAddressSchema),
  publishedAt: epochMsSchema,
  /** `null` for a kind that we have no name for. */
  kind: v.nullable(v.picklist(publicPostKinds)),
  /** Its first words, at most `openingLength` characters; may be empty. */
  opening: v.string(),
  reactions: figureSchema,
  comments: figureSchema,
  shares: figureSchema,
});
export type PublicPost = v.InferOutput<typeof publicPostSchema>;

/** The posts of a page, or why they are not known. */
export type PublicPosts =
  | {
      readonly available: true;
      readonly posts: readonly PublicPost[];
      /** From when on these are all there are, epoch ms; later than what was asked for where there were too many. */
      readonly completeFrom: number;
    }
  | { readonly available: false; readonly reason: "no-permission" | "not-given-by-platform" };

/** What anybody may see of a page, profile or account. */
export const publicPageSchema = v.object({
  remoteId: v.string(),
  /** By what it is asked for again. */
  handle: v.string(),
  /** As people know it. */
  name: v.string(),
  url: webAddressSchema,
  followers: figureSchema,
});
export type PublicPage = v.InferOutput<typeof publicPageSchema> & {
  readonly posts: PublicPosts;
  /** How much of the calls that the platform allows are used up, 0..1; 0 where it does not say. */
  readonly usage: number;
};

/** Public figures of pages that are not ours, where a platform gives them. */
export interface PublicPagesCapability {
  /** Whose figures the platform shows: of pages, or of professional accounts alone. */
  readonly shows: "public-pages" | "professional-accounts";
  /** What the operator's app must have been granted for it, by the platform's own name. */
  readonly needs: string;
  /** The handle that a person typed or whose link they pasted; `null` when it is none. */
  handleOf(pasted: string): string | null;
  /**
   * The page of a handle, or the channel's own where none is given, with its posts since an instant (epoch ms). Both are
   * read alike, so that their figures can be compared.
   */
  read(
    call: ChannelCall,
    ask: { readonly app: PlatformApp; readonly handle?: string | undefined; readonly since: number },
  ): Promise<Result<PublicPage, ConnectorError>>;
}
