import type { PlatformApp } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Collection, Store } from "../store.ts";

/** What a person agreed to: lives until it is taken back. The id is the refresh token. */
export interface Grant {
  readonly id: string;
  readonly revoked: boolean;
  /** The permissions agreed to, parted by spaces. */
  readonly scope: string;
}

/** A code of the consent page or an access token. */
export interface Token {
  readonly id: string;
  readonly kind: "code" | "access";
  readonly grantId: string;
  readonly expiresAt: number;
  readonly redirectUri?: string | undefined;
}

/** What Google's consent and token servers are made of, for one of its products. */
export interface Grants {
  readonly grants: Collection<Grant>;
  readonly tokens: Collection<Token>;
}

/** What those servers need to know. */
export interface GrantWorld extends Grants {
  readonly clock: Clock;
  readonly app: PlatformApp;
  /** How long an access token lives, seconds. */
  readonly currentSettings: () => { readonly accessTokenLifeS: number };
}

/** The collections of a product's grants in the sandbox's store. */
export const grantsOf = (store: Store, slug: string): Grants => ({
  grants: store.collection(`${slug}/grants`),
  tokens: store.collection(`${slug}/tokens`),
});

/** The person takes back what they agreed to. */
export function revokeAll({ grants }: Grants): void {
  for (const grant of grants.list()) grants.put({ ...grant, revoked: true });
}

/** Access tokens end before their time; what the person agreed to stands. Answers how many. */
export function expireTokens({ tokens, clock }: Pick<GrantWorld, "tokens" | "clock">): number {
  const live = tokens.list(({ kind }) => kind === "access");
  for (const token of live) tokens.put({ ...token, expiresAt: clock.nowMs() });
  return live.length;
}
