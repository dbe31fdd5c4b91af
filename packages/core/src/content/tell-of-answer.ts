import type * as v from "valibot";
import type { Members } from "../access/index.ts";
import { reviewAnswerTexts } from "../i18n/mail/review-answer.ts";
import type { Mailer } from "../kernel/mail.ts";
import { workspaceTag } from "../kernel/mail-course.ts";
import { mailSheet } from "../kernel/mail-sheet.ts";
import { excerpt } from "../kernel/text.ts";
import { type Suspensions, suspensionOf } from "../mailing/index.ts";
import type { postReviewedOutside } from "./events.ts";
import type { Posts } from "./ports.ts";
import type { ReviewLinks } from "./review-link.ts";

type Answered = v.InferOutput<(typeof postReviewedOutside)["schema"]>;

/** How much of a post its title is, in characters. */
const titleLength = 60;

/**
 * Mails the post's author and the maker of the link what somebody outside answered, each in their own language, unless their
 * address is suspended. The link keeps whom it has told: the same answer again mails nobody twice, unless a worker died
 * between the mail and that note.
 */
export async function tellOfAnswer(
  deps: {
    posts: Pick<Posts, "get">;
    reviewLinks: Pick<ReviewLinks, "told" | "noteTold">;
    members: Pick<Members, "get">;
    mailer: Mailer;
    publicUrl: string;
    suspensions: Pick<Suspensions, "get">;
  },
  event: Answered,
): Promise<void> {
  const { workspaceId, data } = event;
  const post = await deps.posts.get(workspaceId, data.postId);
  if (!post) return;
  const title = excerpt(post.base.text, titleLength);
  const told = data.linkId === undefined ? [] : await deps.reviewLinks.told(workspaceId, data.linkId);
  for (const memberId of new Set([data.authorId, data.madeBy])) {
    const mail = `${event.id} ${memberId}`;
    if (told.includes(mail)) continue;
    const member = await deps.members.get(workspaceId, memberId);
    // The answer stands in the post's history, where a member sees it whom no mail reaches.
    if (!member || (await suspensionOf(deps, workspaceId, member.email))) continue;
    const texts = reviewAnswerTexts[member.language];
    const say = { name: data.name, title: title || texts.untitled };
    const lead = texts.lead[data.verdict](say);
    const sheet = {
      language: member.language,
      lead,
      ...(data.note && { quote: data.note }),
      button: { text: texts.button, link: `${deps.publicUrl}/posts/${post.id}` },
      note: data.counts ? texts.counts : texts.opinion,
    };
    await deps.mailer.send({
      to: { address: member.email, name: member.name },
      tags: { [workspaceTag]: workspaceId },
      subject: texts.subject[data.verdict](say),
      ...mailSheet(sheet),
    });
    if (data.linkId !== undefined) await deps.reviewLinks.noteTold(workspaceId, data.linkId, mail);
  }
}
