import type { Channel } from "#core/channels/connected/index.ts";
import type { Post } from "#core/content/index.ts";
import type { ProposedAnswer, Thread } from "#core/inbox/index.ts";
import { excerpt } from "#core/kernel/text.ts";
import type { LeadAgenda } from "#core/leads/index.ts";
import type { Publication } from "#core/publishing/index.ts";
import type { Report } from "#core/reports/index.ts";

const titleLength = 80;

/** So many of one kind are told one by one; more are told together, with how many they are. */
const oneByOne = 3;

export interface Attention {
  kind:
    | "critical-alert"
    | "unsent-reply"
    | "unconfirmed-reply"
    | "waiting-for-answer"
    | "waiting-for-approval"
    | "answer-to-approve"
    | "lead-waiting"
    | "lead-step"
    | "failed-publication"
    | "failed-follow-up"
    | "unconfirmed-publication"
    | "reconnect-channel"
    | "report-due";
  count: number;
  /** What it is about; of several told together only of conversations, the one that is due first. */
  id?: string | undefined;
  title?: string | undefined;
  dueAt?: number | undefined;
}

export interface Business {
  /** What nobody has acknowledged and cannot wait, each in words. */
  readonly criticalAlerts: readonly {
    readonly id: string;
    readonly title: string;
    readonly answerBy?: number | undefined;
  }[];
  /** Of the last days and today. */
  readonly publications: readonly Publication[];
  readonly openThreads: readonly Pick<Thread, "id" | "unanswered" | "excerpt" | "dueAt" | "unsent">[];
  readonly inReview: readonly Pick<Post, "id" | "base">[];
  /** Answers to reviews that wait for the reader's approval. */
  readonly answersToApprove: readonly Pick<ProposedAnswer, "reviewId" | "text">[];
  readonly channels: readonly Pick<Channel, "id" | "name" | "state">[];
  readonly leads: LeadAgenda;
  readonly reportsDue: readonly Pick<Report, "id" | "name" | "nextDueAt">[];
}

/** What needs a person, the gravest first. */
export function attentionOf({
  criticalAlerts,
  publications,
  openThreads,
  inReview,
  answersToApprove,
  channels,
  leads,
  reportsDue,
}: Business): readonly Attention[] {
  const several = <Item>(
    kind: Attention["kind"],
    items: readonly Item[],
    about: (item: Item) => Partial<Attention>,
  ): readonly Attention[] => {
    if (items.length > oneByOne) return [{ kind, count: items.length }];
    return items.map((item) => ({ kind, count: 1, ...about(item) }));
  };
  const of = (id: string, text: string) => ({ id, title: excerpt(text, titleLength) });
  const published = ({ postId, content }: Publication) => of(postId, content.text);
  const ofState = (state: Publication["state"]) => publications.filter((publication) => publication.state === state);
  const lacking = publications.filter(({ followUps = [] }) => followUps.some(({ state }) => state === "failed"));
  const withReply = (state: "failed" | "unconfirmed") => openThreads.filter(({ unsent }) => unsent?.state === state);
  const waiting = openThreads.filter(({ unanswered }) => unanswered > 0).toSorted(byDue);
  const [first] = waiting;
  return [
    ...several("critical-alert", criticalAlerts, ({ id, title, answerBy }) => ({ id, title, dueAt: answerBy })),
    ...several("failed-publication", ofState("failed"), published),
    ...several("failed-follow-up", lacking, published),
    ...several("unconfirmed-publication", ofState("unconfirmed"), published),
    ...several("unsent-reply", withReply("failed"), ({ id, excerpt }) => of(id, excerpt)),
    ...several("unconfirmed-reply", withReply("unconfirmed"), ({ id, excerpt }) => of(id, excerpt)),
    ...several(
      "reconnect-channel",
      channels.filter(({ state }) => state === "reconnect"),
      ({ id, name }) => ({ id, title: name }),
    ),
    ...(first
      ? [
          {
            kind: "waiting-for-answer" as const,
            count: waiting.length,
            id: first.id,
            title: first.excerpt,
            dueAt: first.dueAt,
          },
        ]
      : []),
    ...several("lead-waiting", leads.waiting, ({ id, name, waiting: lead }) => ({
      id,
      title: name,
      dueAt: lead?.dueAt,
    })),
    ...several("lead-step", leads.steps, ({ id, name, nextStep }) => ({ id, title: name ?? nextStep?.text })),
    ...several("waiting-for-approval", inReview, ({ id, base }) => of(id, base.text)),
    ...several("answer-to-approve", answersToApprove, ({ reviewId, text }) => of(reviewId, text)),
    ...several("report-due", reportsDue, ({ id, name, nextDueAt }) => ({ id, title: name, dueAt: nextDueAt })),
  ];
}

const byDue = (a: { dueAt?: number | undefined }, b: { dueAt?: number | undefined }): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);
