import type { DeliverySettings } from "../../meta/announce.ts";
import type { Token } from "../../meta/tokens.ts";
import type { UsageWindow } from "../../meta/usage.ts";
import type { Collection, Store } from "../../store.ts";

/* What the sandbox knows of Instagram. Times are epoch ms; ids are Graph ids. */

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly biography: string;
  readonly followers: number;
  /** The Facebook page that the account is linked to. */
  readonly pageId: string;
  /** What the app is told of. */
  readonly subscribedFields?: readonly string[] | undefined;
}

/** A file that was fetched. */
export interface StoredFile {
  readonly file: string;
  readonly kind: "image" | "video";
  readonly altText: string;
}

export type ContainerType = "IMAGE" | "VIDEO" | "CAROUSEL" | "REELS" | "STORIES";

export interface Container {
  readonly id: string;
  readonly accountId: string;
  readonly type: ContainerType;
  /** A part of a carousel; never published by itself. */
  readonly isPart: boolean;
  readonly files: readonly StoredFile[];
  readonly caption: string;
  readonly createdAt: number;
  /** When it is processed. */
  readonly readyAt: number;
  /** The subcode of why processing fails. */
  readonly failure?: number | undefined;
  /** What it was published as. */
  readonly mediaId?: string | undefined;
}

export interface Media {
  readonly id: string;
  readonly accountId: string;
  readonly type: "IMAGE" | "VIDEO" | "CAROUSEL_ALBUM";
  readonly product: "FEED" | "REELS" | "STORY";
  readonly shortcode: string;
  readonly files: readonly StoredFile[];
  readonly caption: string;
  readonly createdAt: number;
  readonly likes: number;
}

export interface Comment {
  readonly id: string;
  readonly mediaId: string;
  /** Of a reply: the comment that it answers. */
  readonly parentId?: string | undefined;
  readonly from: Person;
  readonly text: string;
  readonly createdAt: number;
  readonly hidden?: boolean | undefined;
  readonly removed?: boolean | undefined;
  /** The direct message by which the account answered it in private. */
  readonly privateReplyId?: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly username: string;
}

export interface DirectMessage {
  readonly id: string;
  readonly accountId: string;
  readonly person: Person;
  readonly fromAccount: boolean;
  readonly text: string;
  readonly createdAt: number;
}

/** A publication elsewhere, or a comment below one, that names the account. */
export interface Mention {
  readonly id: string;
  /** The publication: of a caption the same. */
  readonly mediaId: string;
  readonly accountId: string;
  readonly person: Person;
  readonly text: string;
  readonly createdAt: number;
}

/** People who began or ceased to follow at an instant. */
export interface Follow {
  readonly id: string;
  readonly accountId: string;
  readonly gained: number;
  readonly lost: number;
  readonly at: number;
}

export interface Settings extends DeliverySettings {
  readonly id: "settings";
  /** How long a picture and a video are processed, ms. */
  readonly imageProcessingMs: number;
  readonly videoProcessingMs: number;
  /** The subcode with which containers made from now on fail; 0 lets them succeed. */
  readonly failProcessing: number;
  /** Publications in a rolling day. */
  readonly quotaTotal: number;
  readonly callsPerHour: number;
  /** How long after the end of a day its figures come, ms. */
  readonly insightsLagMs: number;
}

export interface Collections {
  readonly accounts: Collection<Account>;
  readonly containers: Collection<Container>;
  readonly media: Collection<Media>;
  readonly comments: Collection<Comment>;
  readonly messages: Collection<DirectMessage>;
  readonly mentions: Collection<Mention>;
  readonly follows: Collection<Follow>;
  readonly tokens: Collection<Token>;
  readonly usage: Collection<UsageWindow>;
  readonly settings: Collection<Settings>;
}

/** Instagram's collections in the sandbox's store. */
export const collectionsOf = (store: Store): Collections => ({
  accounts: store.collection("instagram/accounts"),
  containers: store.collection("instagram/containers"),
  media: store.collection("instagram/media"),
  comments: store.collection("instagram/comments"),
  messages: store.collection("instagram/messages"),
  mentions: store.collection("instagram/mentions"),
  follows: store.collection("instagram/follows"),
  tokens: store.collection("instagram/tokens"),
  usage: store.collection("instagram/usage"),
  settings: store.collection("instagram/settings"),
});
