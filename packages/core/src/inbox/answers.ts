import type { Message } from "./model.ts";
import type { Outgoing } from "./outgoing.ts";

/** An answer of ours, sent or under way. */
export interface OwnAnswer {
  /** The same while it is under way and once it is a message of the thread. */
  readonly key: string;
  /** Epoch ms. */
  readonly at: number;
  /** Who wrote it, see `actorName`; absent when it was not sent from here. */
  readonly by?: string | undefined;
}

/** The key of an answer that is a message of its thread by now. */
export const answerKeyOf = ({ id, facts }: Pick<Message, "id" | "facts">): string => facts.sent?.outgoingId ?? id;

/** Our answers in a thread, the oldest first. Those that failed are none. */
export function ownAnswers(messages: readonly Message[], outgoing: readonly Outgoing[]): readonly OwnAnswer[] {
  const sent = messages
    .filter(({ own, known }) => own && known)
    .map((message) => ({
      key: answerKeyOf(message),
      at: message.facts.sent?.at ?? message.occurredAt,
      by: message.sentBy,
    }));
  const keys = new Set(sent.map(({ key }) => key));
  const coming = outgoing
    .filter(({ kind, state, id }) => kind === "reply" && state !== "failed" && !keys.has(id))
    .map(({ id, requestedAt, by }) => ({ key: id, at: requestedAt, by }));
  return [...sent, ...coming].sort((a, b) => a.at - b.at);
}

/** The newest answer of somebody else after the one with the key that a member has seen; `null`: they saw none. */
export function unseenAnswer(
  answers: readonly OwnAnswer[],
  seen: string | null,
  member: string,
): OwnAnswer | undefined {
  const from = seen === null ? 0 : answers.findIndex(({ key }) => key === seen) + 1;
  return answers.slice(from).findLast(({ by }) => by !== member);
}
