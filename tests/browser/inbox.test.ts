import type { Page } from "playwright-core";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "#local/demo/figures.ts";
import { type SandboxPage, sandboxPage } from "#local/demo/page.ts";
import { demoZone } from "#local/demo/zone.ts";
import { listen, overflowOf, seriousFindings } from "#tests/support/browser.ts";
import { type Dashboard, startDashboard } from "#tests/support/dashboard.ts";

const markEmail = "mark@lystok.example";
const postText = "Гарбузовий лате повернувся.";
const complaint = "Чекали на каву сорок хвилин, а принесли холодну.";
const question = "Do you have oat milk for the latte?";
/** How long is waited for what a busy machine does late. */
const slow = { timeout: 45_000 };
const praise = "Ви найкращі, дякую за тиху музику!";

let dashboard: Dashboard;
let audience: SandboxPage;
let olena: Page;
let mark: Page;
let complaints: readonly (readonly string[])[];

beforeAll(async () => {
  dashboard = await startDashboard();
  audience = sandboxPage(dashboard.machine, dashboard.demo.pageId);
  await threePeopleWrite();
  const colleague = { name: "Марк Бондар", email: markEmail, role: "manager", language: "uk" };
  await dashboard.demo.client.ask("POST", "/api/members", colleague);
  olena = await dashboard.signedIn();
  mark = await dashboard.signedIn(markEmail);
  complaints = [listen(olena), listen(mark)];
}, 300_000);
afterAll(() => dashboard?.stop());

/** Publishes a post, lets three people comment on it, and waits until the inbox has them. */
async function threePeopleWrite(): Promise<void> {
  const { client, channel } = dashboard.demo;
  const draft = { base: { text: postText }, channelIds: [channel.id] };
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", draft);
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { now: true } });
  const on = await until("the post on the page", 90_000, async () => (await audience.state()).posts[0]?.id);
  await audience.act("comment", { on, person: "Софія Лисенко", message: praise });
  await audience.act("comment", { on, person: "Daniel Reed", message: question });
  await audience.act("comment", { on, person: "Марта Ковальчук", message: complaint });
  await until("three threads", 90_000, async () => (await threads("all")).length === 3);
}

interface Line {
  readonly id: string;
  readonly excerpt: string;
  readonly state: string;
  readonly labels: readonly string[];
}
const threads = async (state: string): Promise<readonly Line[]> =>
  (await dashboard.demo.client.ask<{ threads: Line[] }>("GET", `/api/inbox?state=${state}`)).threads;

const open = async (page: Page, text: string) => {
  await page.goto(`${dashboard.machine.url}/inbox`);
  await page.locator(".thread-row", { hasText: text.slice(0, 20) }).click();
  await page.locator(".message", { hasText: text.slice(0, 20) }).waitFor();
};

it("shows two members at one thread to each other, and stops the one who has not seen the other's answer", async () => {
  await open(olena, question);
  await olena.getByText(postText).waitFor();
  await open(mark, question);
  await mark.getByText(/Олена .*теж читає/).waitFor();
  await olena.getByText("Марк Бондар теж читає").waitFor();
  await mark.locator("#reply").fill("Yes, oat and almond.");
  await olena.getByText("Марк Бондар пише відповідь").waitFor();

  await olena.locator("#reply").fill("Yes, we do.");
  // Mark's page does not hear of it: whatever it fetches of the thread from now on stays away.
  const isThread = (url: URL) => /^\/api\/inbox\/thr_\w+$/.test(url.pathname);
  await mark.route(isThread, (route) => route.abort());
  await olena.getByRole("button", { name: "Надіслати відповідь" }).click();
  await olena.locator(".message-own", { hasText: "Yes, we do." }).waitFor();
  await mark.getByRole("button", { name: "Надіслати відповідь" }).click();
  await mark.getByText(/відповів інший учасник: Олена/).waitFor();
  await mark.unroute(isThread);
  await mark.locator(".message-own", { hasText: "Yes, we do." }).waitFor();
  await mark.getByText(/надійшла відповідь: Олена .* тому/).waitFor();
  expect(await seriousFindings(mark)).toEqual([]);
  expect(await mark.locator("#reply").inputValue()).toBe("Yes, oat and almond.");
  const answers = async () => (await audience.state()).comments.map(({ message }) => message);
  await expect.poll(answers, slow).toContain("Yes, we do.");
  expect(await answers()).not.toContain("Yes, oat and almond.");
}, 240_000);

it("keeps a note for colleagues and sends it to nobody", async () => {
  await open(olena, complaint);
  await olena.locator("body").press("n");
  await olena.locator("#note").fill("Каса не працювала зранку. Пропоную подарувати каву.");
  await olena.getByRole("button", { name: "Додати нотатку" }).click();
  await open(mark, complaint);
  await mark.locator(".thread-note", { hasText: "Каса не працювала" }).waitFor();
  expect((await audience.state()).comments.map(({ message }) => message).join()).not.toContain("Каса не працювала");
}, 180_000);

it("is worked through by keys: the next, labels, done", async () => {
  await olena.goto(`${dashboard.machine.url}/inbox`);
  await olena.locator(".thread-row").first().waitFor();
  // The answered one was the last to be active.
  await olena.keyboard.press("j");
  await olena.locator(".message", { hasText: question.slice(0, 20) }).waitFor();
  await open(olena, complaint);
  await olena.keyboard.press("l");
  await olena.locator("#labels").fill("Каса");
  await olena.locator("#labels").press("Enter");
  expect(await seriousFindings(olena)).toEqual([]);
  await olena.getByRole("dialog").getByRole("button", { name: "Зберегти" }).click();
  await olena.locator(".thread-head .thread-label", { hasText: "Каса" }).waitFor();
  await olena.keyboard.press("r");
  await olena.locator("#reply:focus").waitFor();
  await olena.keyboard.press("Escape");
  await olena.keyboard.press("e");
  await expect.poll(() => olena.locator(".thread-title-name").textContent(), slow).not.toBe("Марта Ковальчук");
  await expect.poll(async () => (await threads("done")).map(({ excerpt }) => excerpt), slow).toEqual([complaint]);
  expect((await threads("done"))[0]?.labels).toEqual(["Каса"]);

  await olena.goto(`${dashboard.machine.url}/inbox?state=all&label=${encodeURIComponent("Каса")}`);
  await expect.poll(() => olena.locator(".thread-row").count(), slow).toBe(1);
}, 180_000);

it("puts a thread aside, and has it back when its time has come", async () => {
  await open(olena, praise);
  await olena.keyboard.press("h");
  const at = Temporal.Now.zonedDateTimeISO(demoZone).add({ seconds: 8 }).round("second");
  await olena.locator("#snooze-date").fill(at.toPlainDate().toString());
  await olena.locator("#snooze-time").fill(at.toPlainTime().toString());
  await olena.getByRole("button", { name: /^Відкласти: / }).click();
  await olena.locator(".thread-head", { hasText: "відкладено" }).waitFor();
  await olena.goto(`${dashboard.machine.url}/inbox`);
  const row = olena.locator(".thread-row", { hasText: praise.slice(0, 20) });
  await row.filter({ hasText: "повернулася" }).waitFor();
  expect(Date.now()).toBeGreaterThanOrEqual(at.epochMilliseconds);
}, 180_000);

it("changes many at once, and fills a saved reply in", async () => {
  const texts = { uk: "Дякуємо, {name}! Чекаємо знову: {link}", en: "" };
  await dashboard.demo.client.ask("POST", "/api/saved-replies", { name: "Подяка", texts });
  await open(olena, praise);
  await olena.getByRole("button", { name: "Збережені відповіді" }).click();
  await olena.getByRole("dialog").getByRole("searchbox").fill("подяка");
  await olena.getByRole("dialog").getByRole("button", { name: "Подяка" }).waitFor();
  await olena.getByRole("dialog").getByRole("searchbox").press("Enter");
  await expect.poll(() => olena.locator("#reply").inputValue(), slow).toBe("Дякуємо, Софія! Чекаємо знову: {link}");
  await olena.getByRole("button", { name: "Надіслати відповідь" }).click();
  await olena.getByText("Впишіть щось замість {link}").waitFor();
  await olena.locator("#reply").fill("");

  await olena.goto(`${dashboard.machine.url}/inbox`);
  await olena.locator(".thread-row").first().waitFor();
  for (const box of await olena.locator(".thread-pick input").all()) await box.check({ force: true });
  await olena.getByRole("toolbar").getByRole("button", { name: "Завершити" }).click();
  await olena.getByText("На все відповіли.").waitFor();
  expect(await threads("done")).toHaveLength(3);
}, 180_000);

it("goes from the list to the thread and back on a phone, and nothing sticks out", async () => {
  await mark.setViewportSize({ width: 360, height: 740 });
  await mark.goto(`${dashboard.machine.url}/inbox?state=all`);
  await mark.locator(".thread-row").first().click();
  await mark.locator("#reply").waitFor();
  expect(await mark.locator(".inbox-list").isVisible()).toBe(false);
  expect(await overflowOf(mark)).toBe(0);
  await mark.getByRole("link", { name: "Назад" }).click();
  await mark.locator(".inbox-list").waitFor();
  expect(new URL(mark.url()).search).toBe("?state=all");
}, 180_000);

it("has nothing to complain about in the console but what the test kept away", () => {
  expect(complaints.flat().filter((line) => !/ERR_FAILED|409/.test(line))).toEqual([]);
});
