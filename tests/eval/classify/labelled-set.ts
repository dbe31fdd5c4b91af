import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { intentSchema, sentimentSchema } from "#core/inbox/classify/model.ts";

export const languages = ["uk", "en", "ru"] as const;
export const domains = ["restaurant", "shop", "service", "software"] as const;

const sentenceSchema = v.strictObject({
  lang: v.picklist(languages),
  sentiment: sentimentSchema,
  intent: intentSchema,
  text: v.pipe(
    v.string(),
    v.nonEmpty(),
    v.check((text) => text === text.trim(), "The text begins or ends with a space"),
  ),
  domain: v.picklist(domains),
  id: v.pipe(v.string(), v.regex(/^(uk|en|ru)-\d{3}$/)),
});

/** One customer's sentence with the labels it has by the guidelines in README.md. */
export type LabelledSentence = v.InferOutput<typeof sentenceSchema>;

/** `dev` may be read while the classifier is mended; `test` only judges it. */
export type Half = "dev" | "test";

/**
 * Reads one half of the labelled set, columns by the names in its first line.
 * Throws on the first line that has a cell too many or too few, or a label the product doesn't know.
 */
export function readLabelledSet(half: Half): LabelledSentence[] {
  const lines = readFileSync(join(import.meta.dirname, `${half}.tsv`), "utf8")
    .trimEnd()
    .split("\n");
  const [header = "", ...rows] = lines;
  const names = header.split("\t");
  return rows.map((row, index) => {
    const cells = row.split("\t");
    if (cells.length !== names.length) throw new Error(`${half}.tsv:${index + 2} has ${cells.length} cells`);
    const parsed = v.safeParse(sentenceSchema, Object.fromEntries(names.map((name, at) => [name, cells[at]])));
    if (!parsed.success) throw new Error(`${half}.tsv:${index + 2}: ${v.summarize(parsed.issues)}`);
    return parsed.output;
  });
}
