import type * as v from "valibot";
import type { Members } from "../access/index.ts";
import { reviewAnswerTexts } from "../i18n/mail/review-answer.ts";
import type { Mailer } from "../kernel/mail.ts";
import { mailSheet } from "../kernel/mail-sheet.ts";
import { excerpt } from "../kernel/text.ts";
import type { postReviewedOutside } from "./events.ts";
import type { Posts } from "./ports.ts";

/** How much of a post its title is, in characters. */
const titleLength = 60;

/** Mails the post's author and the maker of the link what somebody outside answered, each in their own language. */
export async function tellOfAnswer(
  deps: { posts: Pick<Posts, "get">; members: Pick<Members, "get">; mailer: Mailer; publicUrl: string },
  event: v.InferOutput<(typeof postReviewedOutside)["schema"]>,
): Promise<void> {
  const { workspaceId, data } = event;
  const post = await deps.posts.get(workspaceId, data.postId);
  if (!post) return;
  const title = excerpt(post.base.text, titleLength);
  for (const memberId of new Set([data.authorId, data.madeBy])) {
    const member = await deps.members.get(workspaceId, memberId);
    if (!member) continue;
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
      subject: texts.subject[data.verdict](say),
      ...mailSheet(sheet),
    });
  }
}
