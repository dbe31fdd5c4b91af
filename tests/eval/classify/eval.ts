import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Judgement, judge } from "./judge.ts";
import type { Scores } from "./scores.ts";
import { MalformedFile, parseSentences, type Sentence } from "./sentences-file.ts";

/**
 * `npm run eval:classify -- --half test|dev|practice | --file F.tsv [--json]`: scores the classifier of sentiment and
 * intent on a half of the labelled set, the judging one by default, on the practice sentences, or on a file of your own. With `--json` the last line has all
 * figures. Exits with 2 when it was called wrongly or the file is malformed. It never prints a sentence.
 */
const usage = `npm run eval:classify -- [--half test|dev|practice | --file F.tsv] [--json]
  --half   which half of the labelled set: test (default) or dev; or the practice sentences
  --file   tab-separated, with the columns lang, sentiment, intent, text by their names in the first line
  --json   ends with one line of all figures`;

const readable = ["test", "dev", "practice"];

try {
  const { values } = parseArgs({
    options: { half: { type: "string" }, file: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const { name, sentences } = readWhat(values.half, values.file);
  const judgements = judge(sentences);
  for (const [language, judgement] of Object.entries(judgements)) console.log(told(language, judgement));
  if (values.json) console.log(JSON.stringify({ set: name, languages: judgements }));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof MalformedFile ? error.message : `${error.message}\n\n${usage}`);
  process.exitCode = 2;
}

function readWhat(half: string | undefined, file: string | undefined): { name: string; sentences: Sentence[] } {
  if (half !== undefined && file !== undefined) throw new Error("--half and --file exclude each other");
  if (half !== undefined && !readable.includes(half)) {
    throw new Error(`--half is ${readable.join(" or ")}, not "${half}"`);
  }
  const path = file ?? join(import.meta.dirname, `${half ?? "test"}.tsv`);
  return { name: file ?? half ?? "test", sentences: parseSentences(readFileSync(path, "utf8"), path) };
}

function told(language: string, { sentences, sentiment, intent, languageAccuracy, spam }: Judgement): string {
  return [
    `${language}: ${sentences} sentences, language ${percent(languageAccuracy)} right, ` +
      `spam precision ${figure(spam.precision)} recall ${figure(spam.recall)}`,
    table("sentiment", sentiment),
    table("intent", intent),
    "",
  ].join("\n");
}

/** A line for each class: its figures, and what its sentences were taken for. */
function table(title: string, { macroF1, accuracy, classes, confusion }: Scores): string {
  const names = Object.keys(classes);
  const row = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(18) : cell.padStart(10))).join("");
  return [
    `  ${title}: macro-F1 ${figure(macroF1)}, ${percent(accuracy)} right`,
    `  ${row(["wanted", "precision", "recall", "F1", ...names.map((name) => name.slice(0, 9))])}`,
    ...names.map((name) => {
      const { precision = 0, recall = 0, f1 = 0 } = classes[name] ?? {};
      const taken = names.map((got) => String(confusion[name]?.[got] ?? 0));
      return `  ${row([name, figure(precision), figure(recall), figure(f1), ...taken])}`;
    }),
  ].join("\n");
}

function figure(value: number): string {
  return value.toFixed(3);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
