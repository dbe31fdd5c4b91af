import { type PageEvent, page } from "./events.ts";

/** A message as anybody would see it who had watched the page. Times in epoch ms. */
export interface SeenMessage {
  readonly thread: string;
  readonly at: number;
  readonly own: boolean;
  readonly text: string;
  readonly removed: boolean;
  readonly hidden: boolean;
  /** The first own message in the conversation at or after it; for customers' messages. */
  readonly answeredAt?: number;
}

export interface SeenReview {
  readonly at: number;
  readonly good: boolean;
  readonly text: string;
  readonly removed: boolean;
  readonly answeredAt?: number;
}

/** A conversation: what of it is to be seen, and how many wait for an answer. */
export interface SeenThread {
  readonly visible: number;
  readonly waiting: number;
}

export interface View {
  readonly messages: Readonly<Record<string, SeenMessage>>;
  readonly reviews: Readonly<Record<string, SeenReview>>;
  readonly threads: Readonly<Record<string, SeenThread>>;
  readonly leads: readonly string[];
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What a person may change a message into that has to be answered anew. */
const asking = ["Де моє замовлення?", "Жахливо", "how much is it?"];

/** Reads the events in the order in which they happened, one after the other, and says what there is in the end. */
export function oracle(events: readonly PageEvent[]): View {
  const messages: Record<string, Draft<SeenMessage>> = {};
  const reviews: Record<string, Draft<SeenReview>> = {};
  const leads = new Set<string>();
  /** When something got the words that it has, and when a customer last said something that has to be answered anew. */
  const wordedAt: Record<string, number> = {};
  const anewAt: Record<string, number> = {};
  const add = (id: string, thread: string, at: number, own: boolean, text: string) => {
    messages[id] = { thread, at: at * 1000, own, text, removed: false, hidden: false };
  };
  for (const event of events) {
    if (event.kind === "comment") add(event.id, event.parent ?? event.id, event.at, event.by === page, event.text);
    if (event.kind === "direct") add(event.id, event.person, event.at, event.own, event.text);
    if (event.kind === "rating-answer") add(event.id, event.story, event.at, true, "Дякуємо");
    if (event.kind === "lead") leads.add(event.id);
    const message = "id" in event ? messages[event.id] : undefined;
    if (message && "text" in event && (event.kind === "edit" || event.kind === "direct-edit")) {
      message.text = event.text ?? "";
      wordedAt[event.id] = event.at * 1000;
      delete anewAt[event.id];
      if (asking.some((text) => message.text.startsWith(text))) anewAt[event.id] = event.at * 1000;
    }
    if (message && event.kind === "hide") message.hidden = true;
    if (message && event.kind === "unhide") message.hidden = false;
    if (message && (event.kind === "remove" || event.kind === "direct-removal")) {
      message.removed = true;
      message.text = "";
      delete wordedAt[event.id];
      delete anewAt[event.id];
    }
    if (event.kind !== "rating") continue;
    const { id, verb, at, good, text } = event;
    const review = reviews[id];
    if (verb === "add") reviews[id] = { at: at * 1000, good, text, removed: false };
    if (review && verb === "edit" && !good && (review.good || (text !== "" && text !== review.text))) {
      anewAt[id] = at * 1000;
    }
    if (review && verb === "edit") Object.assign(review, { good, text });
    if (review && verb === "remove") Object.assign(review, { removed: true, good: false, text: "" });
  }
  const threads: Record<string, Draft<SeenThread>> = {};
  const see = (thread: string, isVisible: boolean, isWaiting: boolean) => {
    threads[thread] ??= { visible: 0, waiting: 0 };
    if (isVisible) threads[thread].visible += 1;
    if (isVisible && isWaiting) threads[thread].waiting += 1;
  };
  const answerTo = (id: string, thread: string, at: number) => {
    const ours = Object.entries(messages).filter(([, each]) => each.own && each.thread === thread);
    const since = ours.some(([own, each]) => (wordedAt[own] ?? each.at) >= (anewAt[id] ?? 0));
    const times = ours.map(([, each]) => each.at).sort((a, b) => a - b);
    return since ? times.find((time) => time >= at) : undefined;
  };
  for (const [id, message] of Object.entries(messages)) {
    const answer = message.own ? undefined : answerTo(id, message.thread, message.at);
    if (answer !== undefined) message.answeredAt = answer;
    see(message.thread, !message.removed, !message.own && !message.hidden && answer === undefined);
  }
  for (const [id, review] of Object.entries(reviews)) {
    const answer = answerTo(id, id, review.at);
    if (answer !== undefined) review.answeredAt = answer;
    see(id, !review.removed, answer === undefined);
  }
  return { messages, reviews, threads, leads: [...leads].sort() };
}
