import * as v from "valibot";
import { intentSchema, sentimentSchema } from "#core/inbox/classify/model.ts";
import { languages } from "./labelled-set.ts";

const sentenceSchema = v.object({
  lang: v.picklist(languages),
  sentiment: sentimentSchema,
  intent: intentSchema,
  text: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== "", "The text is empty"),
  ),
});

/** A sentence with what the classifier should say of it. */
export type Sentence = v.InferOutput<typeof sentenceSchema>;

/** The file is not what it should be; the message says where and why. */
export class MalformedFile extends Error {
  override readonly name = "MalformedFile";
}

/**
 * Reads tab-separated lines under a first line of names. The columns `lang`, `sentiment`, `intent` and `text` may stand in
 * any order, others are ignored, so are empty lines. Throws a `MalformedFile` for the first line that is anything else.
 */
export function parseSentences(content: string, file: string): Sentence[] {
  const [header = "", ...rows] = content.replace(/^\ufeff/, "").split(/\r?\n/);
  const names = header.split("\t").map((name) => name.trim());
  const missing = Object.keys(sentenceSchema.entries).filter((name) => !names.includes(name));
  if (missing.length > 0) throw new MalformedFile(`${file}:1: no column ${missing.join(", ")} in the first line`);
  const sentences = rows.flatMap((row, index) => {
    if (row.trim() === "") return [];
    const cells = row.split("\t");
    const place = `${file}:${index + 2}`;
    if (cells.length !== names.length) {
      throw new MalformedFile(`${place}: ${cells.length} cells under ${names.length} names`);
    }
    const parsed = v.safeParse(sentenceSchema, Object.fromEntries(names.map((name, at) => [name, cells[at]])));
    if (!parsed.success) throw new MalformedFile(`${place}: ${problemsOf(parsed.issues)}`);
    return [parsed.output];
  });
  if (sentences.length === 0) throw new MalformedFile(`${file}: no sentences`);
  return sentences;
}

const problemsOf = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join("; ");
