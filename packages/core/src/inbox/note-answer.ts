import * as v from "valibot";
import { digestOf } from "../kernel/stamped.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import { comparedAnswers, type TemplateUse } from "../reviews/index.ts";
import type { Outgoing } from "./outgoing.ts";
import type { AnswerBooks } from "./ports.ts";

/** A channel's last answers, the newest last, as digests of what they say: by these a template overused shows. */
export const answerBookSchema = v.object({
  workspaceId: v.string(),
  channelId: v.string(),
  answers: v.array(
    v.object({
      /** The outgoing action that it was. */
      id: v.string(),
      /** Of its text without names and figures. */
      says: v.string(),
      same: v.number(),
      of: v.number(),
    }),
  ),
  version: v.number(),
});
export type AnswerBook = v.InferOutput<typeof answerBookSchema>;

/**
 * Notes an answer in its channel's book, once, and tells how many of the last ones say the same. One item of at most 3 KB,
 * read and written once an answer, however many answers the channel has had.
 */
export async function noteAnswer(
  deps: { readonly answerBooks: AnswerBooks },
  { workspaceId, channelId, id, text = "" }: Outgoing,
  person: string | undefined,
): Promise<TemplateUse> {
  const says = digestOf(essenceOf(text, person)).slice(0, 12);
  return untilCurrent(`The book of answers of ${channelId}`, async () => {
    const book = await deps.answerBooks.get(workspaceId, channelId);
    const noted = book.answers.find((one) => one.id === id);
    if (noted) return { same: noted.same, of: noted.of };
    const last = book.answers.slice(1 - comparedAnswers);
    const use = { same: last.filter((one) => one.says === says).length + 1, of: last.length + 1 };
    return (await deps.answerBooks.save({ ...book, answers: [...last, { id, says, ...use }] })) ? use : outdated;
  });
}

/** Names shorter than this are too like other words to be left out. */
const shortestName = 3;
/** A name keeps so many letters in the vocative: Олена, Олено. */
const nameStem = 4;

/** What an answer says, whomever it is to: in small letters, without the person's name, figures and punctuation. */
export function essenceOf(text: string, person: string | undefined): string {
  const names = wordsOf(person ?? "").filter((word) => word.length >= shortestName);
  const stems = names.map((name) => name.slice(0, nameStem));
  return wordsOf(text)
    .filter((word) => !stems.some((stem) => word.startsWith(stem)))
    .join(" ");
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}’']+/gu) ?? [];
