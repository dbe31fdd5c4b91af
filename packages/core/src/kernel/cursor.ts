import * as v from "valibot";
import { digestOf } from "./stamped.ts";

/** The place in a list sorted by time, newest first, after which the next page begins. */
export interface TimePosition {
  /** Epoch ms. */
  readonly at: number;
  readonly id: string;
}

const cursorSchema = v.pipe(
  v.string(),
  v.maxLength(2048),
  v.regex(/^[A-Za-z0-9_-]+$/),
  v.transform((text): unknown => JSON.parse(Buffer.from(text, "base64url").toString("utf8"))),
  v.strictObject({ at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), id: v.string(), seal: v.string() }),
);

const sealOf = (workspaceId: string, list: string, position: TimePosition): string =>
  digestOf([workspaceId, list, position.at, position.id]);

/**
 * Writes a position as a cursor that only the same list of the same workspace takes back. It holds nothing secret and
 * opens nothing: the workspace of a query always comes from the actor.
 */
export function toCursor(workspaceId: string, list: string, position: TimePosition): string {
  const { at, id } = position;
  return Buffer.from(JSON.stringify({ at, id, seal: sealOf(workspaceId, list, position) })).toString("base64url");
}

/** Reads a cursor; `null` when it was not made by this list in this workspace. */
export function fromCursor(workspaceId: string, list: string, cursor: string): TimePosition | null {
  try {
    const { at, id, seal } = v.parse(cursorSchema, cursor);
    return seal === sealOf(workspaceId, list, { at, id }) ? { at, id } : null;
  } catch {
    return null;
  }
}
