import { monotonicFactory } from "ulid";
import * as v from "valibot";

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
  | "note"
  | "sav"
  | "rule"
  | "run"
  | "rev"
  | "rvl"
  | "lead"
  | "note"
  | "form"
  | "goal"
  | "bud"
  | "rep"
  | "mail"
  | "addr"
  | "evt"
  | "exp"
  | "alr"
  | "case"
  | "rec"
  | "task"
  | "ask"
  | "riv";

/** An identifier that comes from outside: no longer and of no other characters than ours are, so that it fits any key. */
export const idSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/, "not an id"));

/** The version on which a change was made. */
export const versionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A new identifier: prefix and ULID, such as `pub_01J9...`; ids made later sort later. */
export function newId(prefix: IdPrefix, atMs: number = Date.now()): string {
  return `${prefix}_${ulid(atMs)}`;
}
