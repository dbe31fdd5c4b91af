import type { Member } from "#core/access/index.ts";
import type { AnswerReview, Post, PostHistoryEntry, ReviewLink } from "#core/content/index.ts";
import { answerThrough, isOpen } from "#core/content/index.ts";
import type { ReviewPage } from "#core/publishing/index.ts";
import { actorView } from "./post.ts";

const verdictOf = (what: PostHistoryEntry["what"]): AnswerReview["verdict"] =>
  what === "approved" || what === "endorsed" ? "approve" : "request-changes";

/** What somebody outside is shown: the post on its channels and their own answer. No id of the workspace is in it. */
export const reviewView = ({ link, workspaceName, timeZone, seen, answer, channels }: ReviewPage) => ({
  workspaceName,
  language: link.language,
  label: link.label,
  expiresAt: link.expiresAt,
  timeZone,
  seen,
  answer: answer && {
    verdict: verdictOf(answer.entry.what),
    at: answer.entry.at,
    note: answer.entry.note,
    isCurrent: answer.isCurrent,
  },
  channels: channels.map(({ name, manifest, content, media, thread, publication }) => ({
    name,
    manifest,
    content,
    media,
    thread,
    plannedAt: publication && publication.state !== "canceled" ? publication.dueAt : undefined,
    publishedAt: publication?.publishedAt,
    timeZone: publication?.timeZone ?? timeZone,
  })),
});

/** A link as its post's page shows it to members; its address is told only when it is made. */
export function reviewLinkView(link: ReviewLink, post: Post, members: readonly Member[], nowMs: number) {
  const answer = answerThrough(post, link.id);
  return {
    id: link.id,
    label: link.label,
    language: link.language,
    createdBy: actorView(link.createdBy, members),
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
    revokedAt: link.revokedAt,
    isOpen: isOpen(link, nowMs),
    counts: link.binding,
    answer: answer && { what: answer.what, at: answer.at, by: actorView(answer.by, members) },
  };
}
