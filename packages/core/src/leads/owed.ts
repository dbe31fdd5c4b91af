import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/**
 * What has still to follow a change of a lead. It is written with the change, so that whoever dies right after it leaves
 * nothing undone for ever: the sweep finds it when `at` has come.
 */
export const owedSchema = v.object({
  /** When the sweep sees to it, unless it was done at once; epoch ms. */
  at: epochMsSchema,
  /** Moves of which nobody has been told. */
  moves: v.array(v.object({ from: v.string(), to: v.string(), at: epochMsSchema, by: v.string() })),
  /** Its contact is another: what no longer recognises it is taken away, and it may be somebody who is known. */
  contact: v.optional(v.array(v.object({ kind: v.picklist(["email", "phone"]), value: v.string() }))),
  /** It is counted anew. */
  counted: v.boolean(),
});
export type Owed = v.InferOutput<typeof owedSchema>;

/** What two changes of one lead owe together. */
export function bothOwed(a: Owed | undefined, b: Owed | undefined): Owed | undefined {
  if (!a || !b) return a ?? b;
  const contacts = [...(a.contact ?? []), ...(b.contact ?? [])];
  const contact = a.contact || b.contact ? unique(contacts, ({ kind, value }) => `${kind} ${value}`) : undefined;
  return {
    at: Math.min(a.at, b.at),
    moves: unique([...a.moves, ...b.moves], ({ to, at, by }) => `${to} ${at} ${by}`),
    ...(contact && { contact }),
    counted: a.counted || b.counted,
  };
}

const unique = <T>(list: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(list.map((one) => [key(one), one])).values(),
];
