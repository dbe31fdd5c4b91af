import { createHash } from "node:crypto";
import type { IdPrefix } from "./ids.ts";

/**
 * An identifier that is always the same for the same parts: the key under which a thing that arrives from outside is
 * stored once, however often it is delivered. 128 bits of SHA-256 over the parts, which may contain any character.
 */
export function derivedId(prefix: IdPrefix, ...parts: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${prefix}_${digest.slice(0, 32)}`;
}
