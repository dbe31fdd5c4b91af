import * as v from "valibot";
import { epochMsSchema } from "../../kernel/time.ts";
import { evidenceSchema } from "../evidence.ts";
import { sentencesOf } from "./text-words.ts";

const clusterEntries = {
  /** The message that began it; names the cluster for good. */
  id: v.string(),
  /** What its first question asks about. */
  stems: v.array(v.string()),
  /** The first wording, on one line. */
  wording: v.string(),
  lastAt: epochMsSchema,
  evidence: v.array(evidenceSchema),
};
/** Somebody who asked, and when they last did, epoch ms. */
const personSchema = v.object({ id: v.string(), at: epochMsSchema });
const clusterSchema = v.pipe(
  v.object({
    ...clusterEntries,
    /** Who asked, each once; stored without their times once. */
    persons: v.array(v.union([v.string(), personSchema])),
  }),
  v.transform((cluster) => ({
    ...cluster,
    persons: cluster.persons.map((one) => (typeof one === "string" ? { id: one, at: cluster.lastAt } : one)),
  })),
);
export type QuestionCluster = v.InferOutput<typeof clusterSchema>;

/** The questions of a workspace's last days, those alike together. One item. */
export const questionBookSchema = v.object({ clusters: v.array(clusterSchema), version: v.number() });
export type QuestionBook = v.InferOutput<typeof questionBookSchema>;

/** A question that somebody asked. */
export interface AskedQuestion {
  readonly text: string;
  readonly wording: string;
  readonly person: string;
  readonly evidence: v.InferOutput<typeof evidenceSchema>;
}

/** Different persons who must ask the same before it is said. */
const persons = 3;
/** Within so many days, each of them. */
const windowMs = 7 * 86_400_000;
/** How much of the words of two questions must be the same words. */
const leastAlike = 0.5;
/** Kept at most: the item stays within 16 KB. */
const mostClusters = 40;
const mostPersons = 20;
const mostEvidence = 5;
const stemLength = 5;

/** Words that every question has and that say nothing of what it asks about. */
const empty = new Set(
  `чи як коли де хто що чому який яка яке які скільки можна є у в на до з із зі за по про та і й а але ви вас вам ваш ваша ваше ваші
ми нам нас мені мене я це цей ця той там тут ще вже буде був була було будь ласка добрий день доброго дня вечора вітаю привіт підкажіть
скажіть дякую так ні не би б чого ли как когда где кто что почему какой какая какие сколько можно есть с по о и вы вам ваш мы нам мне
это еще уже будет пожалуйста добрый здравствуйте привет подскажите скажите спасибо the a an is are was do does did can could will would
you your we our i me my it its this that there what when where how why who which to of in on at for with and or any have has please
hi hello hey thanks thank be`.split(/\s+/),
);

/** What a question asks about: its words that say something, cut to five letters, so that cases and endings fall together. */
export function questionStems(text: string): string[] {
  const words = sentencesOf(text)
    .flat()
    .filter(({ text: word }) => word.length > 1 && !empty.has(word));
  return [...new Set(words.map(({ text: word }) => word.slice(0, stemLength)))].sort();
}

/**
 * Puts a question to those alike, or begins a new cluster with it: leader clustering (Hartigan 1975, "Clustering
 * Algorithms"), where each question is compared with the first of every cluster by the share of common words (Jaccard). No
 * model and no training: a handful of questions is compared, and anybody can say why two went together. The same message
 * again changes nothing: `null`. Pure.
 */
export function withQuestion(
  book: QuestionBook,
  asked: AskedQuestion,
): { book: QuestionBook; cluster: QuestionCluster } | null {
  const { evidence } = asked;
  const stems = questionStems(asked.text);
  if (stems.length === 0) return null;
  if (book.clusters.some((cluster) => cluster.evidence.some(({ key }) => key === evidence.key))) return null;
  const recent = book.clusters.filter(({ lastAt }) => evidence.at - lastAt < windowMs);
  const best = recent
    .map((cluster) => ({ cluster, alike: jaccard(cluster.stems, stems) }))
    .filter(({ alike }) => alike >= leastAlike)
    .toSorted((a, b) => b.alike - a.alike)[0]?.cluster;
  const begun = best ?? {
    id: evidence.key,
    stems,
    wording: asked.wording,
    persons: [],
    lastAt: evidence.at,
    evidence: [],
  };
  const lastAt = Math.max(begun.lastAt, evidence.at);
  const others = begun.persons.filter(({ id }) => id !== asked.person);
  const cluster: QuestionCluster = {
    ...begun,
    persons: [...others, { id: asked.person, at: evidence.at }]
      .filter(({ at }) => lastAt - at < windowMs)
      .slice(-mostPersons),
    lastAt,
    evidence: [...begun.evidence, evidence].slice(-mostEvidence),
  };
  const further = recent.filter(({ id }) => id !== cluster.id);
  const clusters = [...further, cluster].toSorted((a, b) => a.lastAt - b.lastAt).slice(-mostClusters);
  return { book: { ...book, clusters }, cluster };
}

/** Whether so many have asked that an answer to all would save work. */
export const isFrequent = ({ persons: asked }: QuestionCluster): boolean => asked.length >= persons;

function jaccard(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((stem) => b.includes(stem)).length;
  return common / (a.length + b.length - common);
}
