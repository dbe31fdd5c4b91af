import type { Token } from "../../meta/tokens.ts";
import type { Collection, Store } from "../../store.ts";

/* What the sandbox knows of Facebook. Times are epoch ms; ids are Graph ids. */

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly category: string;
  readonly about: string;
  /** Followers before the first recorded follow. */
  readonly baseFollowers: number;
  readonly subscribedFields: readonly string[];
}

/** A person of the audience; the id is page-scoped, as Messenger and comments give it. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Post {
  readonly id: string;
  readonly pageId: string;
  /** The page itself, or a visitor. */
  readonly from: Person;
  readonly message: string;
  readonly link?: string | undefined;
  readonly photoIds: readonly string[];
  readonly videoId?: string | undefined;
  readonly createdAt: number;
  readonly removed?: boolean;
}

export interface Photo {
  readonly id: string;
  readonly pageId: string;
  readonly file: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly altText: string;
}

export interface Video {
  readonly id: string;
  readonly pageId: string;
  readonly file: string;
  readonly contentType: string;
  readonly description: string;
  readonly readyAt: number;
  readonly published: boolean;
  readonly postId?: string | undefined;
}

export interface Comment {
  readonly id: string;
  readonly pageId: string;
  /** The post or the recommendation's story. */
  readonly postId: string;
  /** The comment answered. */
  readonly parentId?: string | undefined;
  readonly from: Person;
  readonly message: string;
  readonly createdAt: number;
  readonly hidden: boolean;
  readonly likedByPage: boolean;
  readonly removed: boolean;
  /** The direct message by which the page answered it in private. */
  readonly privateReplyId?: string | undefined;
}

export interface Reaction {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly type: string;
  readonly createdAt: number;
}

export interface Share {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly createdAt: number;
}

export interface DirectMessage {
  readonly id: string;
  readonly pageId: string;
  readonly person: Person;
  readonly fromPage: boolean;
  readonly text: string;
  readonly createdAt: number;
  readonly removed: boolean;
}

export interface Recommendation {
  /** The id of its story, on which it is answered. */
  readonly id: string;
  readonly pageId: string;
  readonly from: Person;
  readonly recommends: boolean;
  readonly text: string;
  readonly createdAt: number;
  readonly removed: boolean;
}

export interface Lead {
  readonly id: string;
  readonly pageId: string;
  readonly formId: string;
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Of the ad whose form it was. */
  readonly adCampaignId?: string | undefined;
  readonly createdAt: number;
}

/** People who began or ceased to follow at an instant. */
export interface Follow {
  readonly id: string;
  readonly pageId: string;
  readonly gained: number;
  readonly lost: number;
  readonly at: number;
}

export interface Settings {
  readonly id: "settings";
  /** How long a video is processed after upload, ms. */
  readonly videoProcessingMs: number;
  readonly callsPerHour: number;
  /** What the app may see of pages of others: all, all but posts, or nothing. */
  readonly publicAccess: "content" | "metadata" | "none";
  /** IANA zone whose midnights end the days of insights. */
  readonly insightsZone: string;
  /** Changes wait until they are released. */
  readonly held: boolean;
  /** Nobody is told of what people take away. */
  readonly loseRemovals: boolean;
  readonly delayMs: number;
  readonly copies: number;
}

export interface Collections {
  readonly pages: Collection<Page>;
  readonly people: Collection<Person>;
  readonly posts: Collection<Post>;
  readonly photos: Collection<Photo>;
  readonly videos: Collection<Video>;
  readonly comments: Collection<Comment>;
  readonly reactions: Collection<Reaction>;
  readonly shares: Collection<Share>;
  readonly messages: Collection<DirectMessage>;
  readonly recommendations: Collection<Recommendation>;
  readonly leads: Collection<Lead>;
  readonly follows: Collection<Follow>;
  readonly tokens: Collection<Token>;
  readonly settings: Collection<Settings>;
}

/** Facebook's collections in the sandbox's store. */
export const collectionsOf = (store: Store): Collections => ({
  pages: store.collection("facebook/pages"),
  people: store.collection("facebook/people"),
  posts: store.collection("facebook/posts"),
  photos: store.collection("facebook/photos"),
  videos: store.collection("facebook/videos"),
  comments: store.collection("facebook/comments"),
  reactions: store.collection("facebook/reactions"),
  shares: store.collection("facebook/shares"),
  messages: store.collection("facebook/messages"),
  recommendations: store.collection("facebook/recommendations"),
  leads: store.collection("facebook/leads"),
  follows: store.collection("facebook/follows"),
  tokens: store.collection("facebook/tokens"),
  settings: store.collection("facebook/settings"),
});
