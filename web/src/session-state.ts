import { signal } from "@preact/signals";
import type { Me } from "./api/contract.ts";

/** Who is signed in; `undefined` until it is known. */
export const me = signal<Me | undefined>(undefined);

/** True once the server has answered that there is no session. */
export const signedOut = signal(false);
