import { monotonicFactory } from "ulid";

const ulid = monotonicFactory();

/** The prefixes of our identifiers; one per kind of thing, so that an id tells what it names. */
export type IdPrefix =
  | "ws"
  | "mem"
  | "ses"
  | "chan"
  | "post"
  | "camp"
  | "pub"
  | "ser"
  | "att"
  | "asset"
  | "imp"
  | "src"
  | "thr"
  | "msg"
  | "act"
  | "rev"
  | "rvl"
  | "lead"
  | "goal"
  | "rep"
  | "mail"
  | "evt"
  | "exp";

/** A new identifier: prefix and ULID, such as `pub_01J9...`; ids made later sort later. */
export function newId(prefix: IdPrefix, atMs: number = Date.now()): string {
  return `${prefix}_${ulid(atMs)}`;
}
