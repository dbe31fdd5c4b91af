import type { JWK } from "jose";
import { type Grants, grantsOf } from "../../google/grants.ts";
import type { Collection, Store } from "../../store.ts";

/* What the sandbox knows of Google Business Profile. Times are epoch ms. */

export interface Location {
  /** The number in `locations/{id}`. */
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly title: string;
  readonly address: string;
}

export interface Post {
  readonly id: string;
  readonly locationId: string;
  readonly summary: string;
  readonly button: { readonly actionType: string; readonly url: string } | undefined;
  /** The file's name in the media folder. */
  readonly photo: string | undefined;
  readonly createdAt: number;
  /** Until then it is examined. */
  readonly readyAt: number;
  readonly rejected: boolean;
}

export interface Review {
  readonly id: string;
  readonly locationId: string;
  readonly person: string;
  readonly isAnonymous: boolean;
  /** 1..5. */
  readonly stars: number;
  readonly comment: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly reply?: { readonly comment: string; readonly updatedAt: number } | undefined;
}

export interface NotificationSetting {
  /** The account's id. */
  readonly id: string;
  readonly pubsubTopic: string;
  readonly notificationTypes: readonly string[];
}

export interface SigningKey {
  readonly id: string;
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

export interface Settings {
  readonly id: "settings";
  readonly accessTokenLifeS: number;
  /** How long a post is examined, ms; 0: it is live at once. */
  readonly examinationMs: number;
  /** Whether posts made from now on are refused after that. */
  readonly rejectPosts: boolean;
  /** Pushes that never leave, as when a subscription is broken. */
  readonly losePushes: boolean;
  /** How often each push is delivered. */
  readonly pushCopies: number;
  /** How the data of a push is spelled: `review_name` or `reviewName`. */
  readonly pushSpelling: "v1" | "v4";
  /** After how many days a day's figures appear. */
  readonly figuresLagDays: number;
}

export interface Collections extends Grants {
  readonly locations: Collection<Location>;
  readonly posts: Collection<Post>;
  readonly reviews: Collection<Review>;
  readonly notifications: Collection<NotificationSetting>;
  readonly keys: Collection<SigningKey>;
  readonly settings: Collection<Settings>;
}

/** Google Business Profile's collections in the sandbox's store. */
export const collectionsOf = (store: Store): Collections => ({
  locations: store.collection("google-business/locations"),
  posts: store.collection("google-business/posts"),
  reviews: store.collection("google-business/reviews"),
  ...grantsOf(store, "google-business"),
  notifications: store.collection("google-business/notifications"),
  keys: store.collection("google-business/keys"),
  settings: store.collection("google-business/settings"),
});
