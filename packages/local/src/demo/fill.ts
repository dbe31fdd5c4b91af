import type { Machine } from "../machine.ts";
import type { ApiClient } from "./client.ts";
import { watchCompetitors } from "./competitors.ts";
import { connectChannel } from "./connecting.ts";
import { planMoney } from "./money.ts";
import { type SandboxPage, sandboxPage } from "./page.ts";
import { uploadPicture } from "./picture.ts";
import type { DemoWorkspace } from "./set-up.ts";
import { demoToday } from "./zone.ts";

const planned = [
  {
    text: "Гарбузовий лате повернувся! До кінця листопада другий, для друга, з половинною знижкою: приходьте вдвох.",
    picture: true,
  },
  {
    text: "Шукаємо баристу на вихідні. Навчимо всього, головне любити ранки. Пишіть нам у повідомлення.",
    picture: false,
  },
] as const;

const inReview =
  "Благодійна п'ятниця: з кожної кави 10 гривень ідуть на притулок «Хвіст». Минулого місяця разом зібрали 8 400.";

/** A carousel of its own for the second platform. */
const carousel = {
  text: "Гарбузовий лате повернувся, і пиріг разом із ним. Гортайте →\n\n#листок #київськакава",
  pictures: ["latte.jpg", "latte-and-pie.jpg"],
} as const;

const slots = [2, 4, 6].map((weekday) => ({ weekday, time: "17:00" }));

/**
 * Gives the demo workspace something to look at: a second platform, posts planned and waiting for approval, people who
 * wrote, a report, a budget with what ads cost, competitors.
 */
export async function fillDemoWorkspace(machine: Machine, workspace: DemoWorkspace): Promise<void> {
  const { client, channel: page, owner } = workspace;
  const { channel: account } = await connectChannel(client, "instagram");
  await client.ask("PUT", `/api/channels/${account.id}/slots`, { version: account.version, slots });
  for (const { text, picture } of planned) {
    await scheduled(client, page, text, picture ? [await uploadPicture(client)] : []);
  }
  const files: string[] = [];
  for (const name of carousel.pictures) files.push(await uploadPicture(client, name));
  await scheduled(client, account, carousel.text, files);
  await submitted(client, page, inReview, []);
  await client.ask("POST", "/api/reports", {
    name: "Тижневий звіт",
    schedule: { kind: "weekly", weekday: 1, time: "09:00" },
    recipients: [
      { email: owner.email, name: "Олена Гай", language: "uk" },
      { email: "investor@lystok.example", name: "Emma", language: "en" },
    ],
  });
  await planMoney(client, page);
  await watchCompetitors(client);
  await measureSite(client);
  await audienceWrites(sandboxPage(machine, workspace.pageId));
}

/** The café's site, a campaign whose links lead to it, and a goal for its visits. */
async function measureSite(client: ApiClient): Promise<void> {
  await connectChannel(client, "google-analytics");
  const today = demoToday();
  const period = { from: today.with({ day: 1 }).toString(), to: today.with({ day: today.daysInMonth }).toString() };
  await client.ask("POST", "/api/campaigns", { name: "Осіннє меню", code: "autumn-menu", colour: "wheat", ...period });
  await client.ask("POST", "/api/goals", {
    name: "3 000 відвідувань сайту на місяць",
    problem: "little-traffic",
    kpi: "siteVisits",
    baseline: 2000,
    target: 3000,
    dueDay: today.add({ days: 90 }).toString(),
  });
}

type On = { readonly id: string };

/** A post in the next free slot of a channel. */
async function scheduled(client: ApiClient, channel: On, text: string, mediaIds: readonly string[]): Promise<void> {
  const post = await submitted(client, channel, text, mediaIds);
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { slot: "next" }, channelIds: [channel.id] });
}

async function submitted(client: ApiClient, channel: On, text: string, mediaIds: readonly string[]) {
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text, mediaIds },
    channelIds: [channel.id],
  });
  const { post: waiting } = await client.ask<{ post: { id: string; version: number } }>(
    "POST",
    `/api/posts/${post.id}/submit`,
    { version: post.version },
  );
  return waiting;
}

async function audienceWrites(page: SandboxPage): Promise<void> {
  const [newest] = [...(await page.state()).posts].sort((a, b) => b.createdAt - a.createdAt);
  if (newest) {
    await page.act("comment", {
      on: newest.id,
      person: "Марта Ковальчук",
      message: "Чекали на каву сорок хвилин, а принесли холодну. Дуже розчаровані обслуговуванням.",
    });
    await page.act("comment", { on: newest.id, person: "Daniel Reed", message: "Do you have oat milk for the latte?" });
    await page.act("comment", {
      on: newest.id,
      person: "Софія Лисенко",
      message: "Ви найкращі, дякую за тиху музику!",
    });
  }
  await page.act("recommendation", {
    person: "Ірина Бойко",
    recommends: true,
    message: "Найкраще місце для сніданку.",
  });
  await page.act("message", { person: "Павло Руденко", message: "Чи можна забронювати стіл на суботу на 11:00?" });
  await page.act("lead", {
    person: "Андрій Мельник",
    fields: { full_name: "Андрій Мельник", email: "andrii@example.com", phone_number: "+380501112233" },
  });
}
