import { type Grants, grantsOf } from "../../google/grants.ts";
import type { Collection, Store } from "../../store.ts";

/* What the sandbox knows of Google Analytics. */

export interface Property {
  /** The number in `properties/{id}`. */
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly currencyCode: string;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** Visits that a test adds to those that happen by themselves. */
export interface AddedVisits extends Origin {
  readonly id: string;
  readonly propertyId: string;
  /** `YYYY-MM-DD` in the property's zone. */
  readonly day: string;
  readonly sessions: number;
}

/** Where visits come from, by Google's dimensions. */
export interface Origin {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly content: string;
  /** The default channel group. */
  readonly group: string;
}

export interface Settings {
  readonly id: "settings";
  readonly accessTokenLifeS: number;
  /** What a property may spend. */
  readonly tokensPerHour: number;
  readonly tokensPerDay: number;
  /** Small numbers are withheld; figures come from a sample. */
  readonly thresholding: boolean;
  readonly sampling: boolean;
  /** Nobody comes but by published links, and as a test says. */
  readonly quiet: boolean;
}

/** What a property has spent in an hour or a day, whose name is in the id. */
export interface Spent {
  readonly id: string;
  readonly tokens: number;
}

export interface Collections extends Grants {
  readonly properties: Collection<Property>;
  readonly added: Collection<AddedVisits>;
  readonly spent: Collection<Spent>;
  readonly settings: Collection<Settings>;
}

/** Google Analytics' collections in the sandbox's store. */
export const collectionsOf = (store: Store): Collections => ({
  ...grantsOf(store, "google-analytics"),
  properties: store.collection("google-analytics/properties"),
  added: store.collection("google-analytics/added"),
  spent: store.collection("google-analytics/spent"),
  settings: store.collection("google-analytics/settings"),
});
