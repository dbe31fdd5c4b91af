import { expect, it } from "vitest";
import { notBegun } from "#core/publishing/index.ts";
import { aChannel, aPost, aPublication } from "#tests/support/publishing-world.ts";
import { attentionOf, type Business } from "./attention.ts";

const quiet: Business = {
  criticalAlerts: [],
  publications: [],
  openThreads: [],
  inReview: [],
  answersToApprove: [],
  channels: [aChannel()],
  reportsDue: [],
  leads: { waiting: [], steps: [] },
};
const kinds = (business: Partial<Business>) =>
  attentionOf({ ...quiet, ...business }).map(({ kind, count, id }) => ({ kind, count, id }));

const content = { ...aPublication().content, text: "Autumn menu", firstComment: "Where we are" };
const lacking = (postId: string) =>
  aPublication({
    postId,
    content,
    state: "published",
    followUps: [{ kind: "first-comment", ...notBegun, state: "failed" }],
  });

it("is nothing on a quiet day", () => {
  expect(attentionOf({ ...quiet, publications: [aPublication({ state: "published" })] })).toEqual([]);
});

it("tells of a post that is out without its first comment or a part of its thread", () => {
  expect(attentionOf({ ...quiet, publications: [lacking("post_1")] })).toEqual([
    { kind: "failed-follow-up", count: 1, id: "post_1", title: "Autumn menu" },
  ]);
  const fine = { ...lacking("post_2"), followUps: [{ kind: "first-comment" as const, ...notBegun }] };
  expect(kinds({ publications: [fine] })).toEqual([]);
});

it("names up to three of a kind, the gravest kind first, and counts more than that", () => {
  const failed = ["a", "b", "c"].map((postId) => aPublication({ postId, content, state: "failed" }));
  const lost = ["d", "e", "f", "g"].map(lacking);
  expect(kinds({ publications: [...lost, ...failed] })).toEqual([
    { kind: "failed-publication", count: 1, id: "a" },
    { kind: "failed-publication", count: 1, id: "b" },
    { kind: "failed-publication", count: 1, id: "c" },
    { kind: "failed-follow-up", count: 4, id: undefined },
  ]);
});

it("asks whoever may approve to decide about answers to reviews", () => {
  const answers = ["a", "b", "c", "d"].map((reviewId) => ({ reviewId, text: "Вибачте" }));
  expect(attentionOf({ ...quiet, answersToApprove: answers.slice(0, 1) })).toEqual([
    { kind: "answer-to-approve", count: 1, id: "a", title: "Вибачте" },
  ]);
  expect(kinds({ answersToApprove: answers })).toEqual([{ kind: "answer-to-approve", count: 4, id: undefined }]);
});

it("counts conversations together, with the one that is due first", () => {
  const openThreads = [
    { id: "late", unanswered: 1, excerpt: "When?", dueAt: 2_000 },
    { id: "soon", unanswered: 2, excerpt: "How much?", dueAt: 1_000 },
    { id: "answered", unanswered: 0, excerpt: "Thanks", dueAt: 500 },
  ];
  expect(attentionOf({ ...quiet, openThreads })).toEqual([
    { kind: "waiting-for-answer", count: 2, id: "soon", title: "How much?", dueAt: 1_000 },
  ]);
});

it("tells of replies that did not go out, each with its conversation", () => {
  const thread = { unanswered: 0, excerpt: "When?" };
  const unsent = (state: "failed" | "unconfirmed") => ({ outgoingId: "act_1", state, code: "answer-failed", at: 1 });
  const openThreads = [
    { ...thread, id: "fine" },
    { ...thread, id: "lost", unsent: unsent("failed") },
    { ...thread, id: "unsure", unsent: unsent("unconfirmed") },
  ];
  expect(kinds({ openThreads })).toEqual([
    { kind: "unsent-reply", count: 1, id: "lost" },
    { kind: "unconfirmed-reply", count: 1, id: "unsure" },
  ]);
});

it("tells of channels to connect again and of posts to approve", () => {
  const channels = [aChannel({ id: "chan_1", state: "reconnect", name: "Lystok" })];
  expect(kinds({ channels, inReview: [aPost({ id: "post_9" })] })).toEqual([
    { kind: "reconnect-channel", count: 1, id: "chan_1" },
    { kind: "waiting-for-approval", count: 1, id: "post_9" },
  ]);
});

it("begins with what is critical and nobody has acknowledged", () => {
  const criticalAlerts = [{ id: "alr_1", title: "3 messages about poisoning", answerBy: 5 }];
  expect(attentionOf({ ...quiet, criticalAlerts, inReview: [aPost()] })[0]).toEqual({
    kind: "critical-alert",
    count: 1,
    id: "alr_1",
    title: "3 messages about poisoning",
    dueAt: 5,
  });
});
