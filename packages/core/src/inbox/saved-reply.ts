import * as v from "valibot";
import { placesIn, withPlacesFilled } from "../kernel/places.ts";
import { lineSchema } from "../kernel/text.ts";

/** What a saved reply leaves open. `link` is for the member to fill in, the others are known at the thread. */
export const placeholders = ["name", "channel", "me", "link"] as const;
export type Placeholder = (typeof placeholders)[number];

const textSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(4000),
  v.check((text) => unknownPlaceholder(text) === undefined, "an unknown placeholder"),
);

/** A reply to use again, in one language or both. */
export const savedReplyDraftSchema = v.object({
  name: lineSchema(80),
  /** Empty where there is none in the language; one of them is not. */
  texts: v.object({ uk: textSchema, en: textSchema }),
});
export type SavedReplyDraft = v.InferOutput<typeof savedReplyDraftSchema>;

export const savedReplySchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  name: v.string(),
  texts: v.object({ uk: v.string(), en: v.string() }),
  /** Who made it, see `actorName`. */
  by: v.string(),
  version: v.number(),
});
export type SavedReply = v.InferOutput<typeof savedReplySchema>;

/** Saved replies; those of a workspace are one partition. */
export interface SavedReplies {
  list(workspaceId: string): Promise<readonly SavedReply[]>;
  get(workspaceId: string, id: string): Promise<SavedReply | null>;
  /** False when there is one with this id. */
  create(reply: SavedReply): Promise<boolean>;
  /** Stores a change (`version` one higher) if nobody else made one since; false otherwise. */
  save(reply: SavedReply): Promise<boolean>;
  remove(workspaceId: string, id: string): Promise<void>;
}

/** The first placeholder in a text that we could never fill in, such as `{nmae}`. */
export const unknownPlaceholder = (text: string): string | undefined =>
  placesIn(text).find(({ word }) => !placeholders.some((one) => word === one))?.written;

/** The first placeholder that a text still holds, also a mistyped one: nobody may be greeted as {name} or {nmae}. */
export const placeholderIn = (text: string): string | undefined => placesIn(text)[0]?.written;

/** Whether two saved replies would be one to who chooses from the list. */
export const isSameName = (a: string, b: string): boolean => a.toLocaleLowerCase("uk") === b.toLocaleLowerCase("uk");

/** The text with what is known put in; what is not known stays to be filled in. */
export const filledIn = (text: string, values: Partial<Record<Placeholder, string | undefined>>): string =>
  withPlacesFilled(text, (word) => {
    const placeholder = placeholders.find((one) => one === word);
    return placeholder && values[placeholder];
  });

/**
 * The text of a saved reply for a person who writes in a language: Ukrainian for Ukrainian and Russian, English for
 * English, the member's own where it cannot be told; the other one where there is none in that.
 */
export function textFor(reply: Pick<SavedReply, "texts">, wanted: string | undefined, own: "uk" | "en"): string {
  const language = wanted === "uk" || wanted === "ru" ? "uk" : wanted === "en" ? "en" : own;
  return reply.texts[language] || reply.texts.uk || reply.texts.en;
}
