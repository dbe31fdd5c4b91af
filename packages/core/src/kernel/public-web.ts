import { type Failure, invalid, unavailable } from "./failure.ts";
import type { RefusedAddress } from "./public-address.ts";

/**
 * Addresses that people gave us (a picture in a spreadsheet, a feed), asked on the public internet only. The one
 * implementation is in `adapters/http/public-web.ts`.
 */
export interface PublicWeb {
  /** Makes one GET and follows at most three redirects. Never throws for what the network or the server does. */
  get(request: PublicRequest): Promise<PublicAnswer>;
}

export interface PublicRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The longest body that is read, in bytes. */
  readonly maxBytes: number;
  /** Milliseconds for everything, redirects included. Default 10,000. */
  readonly timeoutMs?: number;
}

export type PublicAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      /** Where the answer came from, after redirects. */
      readonly url: string;
    }
  /** The address, or one that it redirects to, may not be asked; nothing was sent there. */
  | { readonly kind: "refused"; readonly cause: RefusedAddress }
  | { readonly kind: "no-answer"; readonly cause: NoPublicAnswer };

export type NoPublicAnswer =
  | "timeout"
  | "name-not-found"
  | "connection-failed"
  | "certificate"
  | "too-large"
  | "too-many-redirects"
  | "unreadable-encoding";

/** The failure of an address that may not be asked. */
export const addressRefused = (cause: RefusedAddress, field?: string): Failure =>
  invalid(`web-address-${cause}`, field === undefined ? {} : { field });

/** The failure of an address that was asked in vain; `null` when it answered with a 2xx or 304. */
export function answerFailure(answer: PublicAnswer): Failure | null {
  if (answer.kind === "refused") return addressRefused(answer.cause);
  if (answer.kind === "no-answer") return unavailable(`web-no-answer-${answer.cause}`);
  const fine = (answer.status >= 200 && answer.status < 300) || answer.status === 304;
  return fine ? null : unavailable("web-answer-status", { params: { status: answer.status } });
}
