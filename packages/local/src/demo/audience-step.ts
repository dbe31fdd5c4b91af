import { randomUUID } from "node:crypto";
import { type Figures, must, until } from "./figures.ts";
import type { SandboxPage } from "./page.ts";
import type { DemoWorkspace } from "./set-up.ts";

const complaint = "Чекали на каву сорок хвилин, а принесли холодну. Дуже розчаровані обслуговуванням.";
const question = "Do you have oat milk for the pumpkin latte?";
const answer = "Вибачте, так не має бути. Ми вже поговорили зі зміною; напишіть нам, і наступна кава за наш рахунок.";

interface ThreadLine {
  readonly id: string;
  readonly kind: string;
  readonly excerpt: string;
  readonly sentiment?: string;
  readonly intent?: string;
}

/** The audience comments twice, recommends and fills in a form; webhooks come twice and out of order. */
export async function audienceStep(
  { client }: DemoWorkspace,
  page: SandboxPage,
  remoteId: string,
  figures: Figures,
  say: (line: string) => void,
): Promise<{ complaintThreadId: string }> {
  await page.hold(true);
  await page.act("comment", { on: remoteId, person: "Марта", message: complaint, deliver: { copies: 2 } });
  await page.act("comment", { on: remoteId, person: "Daniel", message: question });
  await page.act("recommendation", { person: "Ірина", recommends: true, message: "Найкраще місце для сніданку." });
  await page.act("lead", {
    person: "Андрій",
    fields: { full_name: "Андрій Мельник", email: "andrii@example.com", phone_number: "+380501112233" },
  });
  await page.hold(false);
  await page.release("reversed");
  const stored = await until("everything is stored", 30_000, async () => {
    const [threads, leads] = await Promise.all([
      client.ask<{ threads: ThreadLine[] }>("GET", "/api/inbox?state=all"),
      client.ask<{ leads: { email?: string; details: string }[] }>("GET", "/api/leads"),
    ]);
    const known = leads.leads.filter(({ email }) => email === "andrii@example.com");
    const { waiting } = await page.webhooks();
    return threads.threads.length >= 3 && known.length >= 1 && waiting === 0 && { threads: threads.threads, known };
  });
  const views = await Promise.all(
    stored.threads.map(({ id }) =>
      client.ask<{ messages: { id: string; own: boolean; text: string }[] }>("GET", `/api/inbox/${id}`),
    ),
  );
  const fromAudience = views.flatMap(({ messages }) => messages.filter(({ own }) => !own));
  figures.inboxItems = fromAudience.length + stored.known.length;
  figures.duplicatesStored = figures.inboxItems - new Set(fromAudience.map(({ text }) => text)).size - 1;
  must(figures.duplicatesStored === 0, `stored once: ${figures.duplicatesStored} duplicates`);
  must(figures.inboxItems === 4, `four items: ${figures.inboxItems}`);
  const angry = stored.threads.find(({ excerpt }) => excerpt.startsWith("Чекали"));
  must(angry?.sentiment === "negative", "the complaint is recognised as negative");
  const asking = stored.threads.find(({ excerpt }) => excerpt.startsWith("Do you"));
  must(asking?.intent === "question", "the question is recognised as one");
  say("two comments, a recommendation and a lead are in, each once; one webhook came twice, all in reverse order");
  return { complaintThreadId: angry.id };
}

/** A member answers the complaint from the inbox, pressing the button twice. */
export async function answerStep(
  { client }: DemoWorkspace,
  page: SandboxPage,
  threadId: string,
  figures: Figures,
  say: (line: string) => void,
): Promise<void> {
  const reply = { text: answer, clientKey: randomUUID() };
  await client.ask("POST", `/api/inbox/${threadId}/reply`, reply);
  await client.ask("POST", `/api/inbox/${threadId}/reply`, reply);
  const onPage = async () => (await page.state()).comments.filter(({ message }) => message === answer).length;
  await until("the answer is on the page", 20_000, async () => (await onPage()) > 0);
  await until("the inbox shows the answer and nobody waits in it", 20_000, async () => {
    const view = await client.ask<{
      thread: { unanswered: number };
      messages: { own: boolean; text: string; reply?: unknown }[];
    }>("GET", `/api/inbox/${threadId}`);
    const own = view.messages.filter((message) => message.own && message.text === answer && !message.reply);
    return view.thread.unanswered === 0 && own.length === 1;
  });
  figures.repliesOnPage = await onPage();
  must(figures.repliesOnPage === 1, `answered once, not ${figures.repliesOnPage} times`);
  say("the complaint is answered, once, although the button was pressed twice");
}
