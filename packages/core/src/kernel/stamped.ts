import { createHash } from "node:crypto";
import * as v from "valibot";
import { epochMsSchema } from "./time.ts";

/**
 * A value that carries the time of its source, so that of any number of reports the newest wins in whatever order they
 * arrive. `rank` decides between reports of the same instant (platforms count whole seconds); the higher one wins.
 */
export interface Stamped<T> {
  readonly at: number;
  readonly rank: number;
  readonly value: T;
}

/** The valibot schema of a stamped value. */
export const stampedSchema = <Schema extends v.GenericSchema>(value: Schema) =>
  v.object({ at: epochMsSchema, rank: v.number(), value });

/**
 * The newer of two reports: by time, then rank, then by their canonical text, so that the choice never depends on the
 * order of arrival. Commutative, associative and idempotent.
 */
export function newer<T>(a: Stamped<T> | undefined, b: Stamped<T> | undefined): Stamped<T> | undefined {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.rank !== b.rank) return a.rank > b.rank ? a : b;
  return canonicalJson(a.value) >= canonicalJson(b.value) ? a : b;
}

/** The smaller of two numbers, either of which may be unknown. */
export const earliest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

/** JSON with sorted keys and without undefined members: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === "object" && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? "null"
  );
}

/** 128 bits of SHA-256 over a value's canonical JSON, in hex: equal values and only they have the same digest. */
export const digestOf = (value: unknown): string =>
  createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 32);
