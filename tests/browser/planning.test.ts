import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoToday, demoZone } from "#local/demo/zone.ts";
import { listen, seriousFindings } from "#tests/support/browser.ts";
import { type Dashboard, startDashboard } from "#tests/support/dashboard.ts";

let dashboard: Dashboard;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  dashboard = await startDashboard();
  page = await dashboard.signedIn();
  complaints = listen(page);
  await page.getByRole("link", { name: "Календар" }).first().click();
}, 180_000);
afterAll(() => dashboard?.stop());

const open = (path: string) => page.goto(`${dashboard.machine.url}${path}`);

/** What is said on the calendar in the next `days` days. */
async function planned(days: number): Promise<readonly string[]> {
  const { publications } = await dashboard.demo.client.ask<{ publications: { text: string }[] }>(
    "GET",
    `/api/calendar?from=${demoToday()}&to=${demoToday().add({ days })}`,
  );
  return publications.map(({ text }) => text);
}

/** A post of a campaign at ten o'clock in `days` days. */
async function ofCampaign(name: string, text: string, days: number): Promise<void> {
  const { client, channel } = dashboard.demo;
  const period = { from: demoToday(), to: demoToday().add({ days: 20 }) };
  const { campaign } = await client.ask<{ campaign: { id: string } }>("POST", "/api/campaigns", { name, ...period });
  const draft = { base: { text }, channelIds: [channel.id], campaignId: campaign.id };
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", draft);
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  const when = { at: `${demoToday().add({ days })}T10:00`, timeZone: demoZone };
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when });
}

it("repeats a post every week from the composer, and shows its dates", async () => {
  const text = "Щотижня новий сорт зерна: приходьте скуштувати.";
  await page.keyboard.press("c");
  await page.getByPlaceholder("Що ви хочете сказати?").fill(text);
  await page.getByRole("button", { name: "У вибраний час" }).click();
  await page.locator("#when-date").fill(demoToday().add({ days: 2 }).toString());
  await page.locator("#when-time").fill("10:00");
  await page.getByLabel("Повторення").selectOption("weekly");
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Почати серію" }).click();
  await page.waitForURL(/\/posts\//);
  await expect.poll(async () => (await planned(28)).filter((one) => one === text).length, { timeout: 60_000 }).toBe(4);

  await page.getByRole("navigation").getByRole("link", { name: "Календар" }).first().click();
  await page.getByRole("link", { name: "Повторювані дописи" }).click();
  await page.getByRole("link", { name: text }).click();
  await page.getByRole("button", { name: "Пропустити" }).first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
}, 120_000);

it("imports the good row of a table and names what is wrong with the bad one", async () => {
  const day = demoToday().add({ days: 5 });
  const table = `Дата,Час,Канали,Текст\n${day},09:00,${dashboard.demo.channel.name},Сніданки з восьмої\n${day},25:00,${dashboard.demo.channel.name},Хибна година\n`;
  await open("/import");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "дописи.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByText("Не можна імпортувати 1 рядок із 2.").waitFor();
  expect(await page.getByRole("row").last().textContent()).toContain("Час");
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Імпортувати 1 допис, пропустити 1 рядок" }).click();
  await page.getByText("Імпортовано 1 допис").waitFor();
  const texts = await planned(10);
  expect(texts).toContain("Сніданки з восьмої");
  expect(texts).not.toContain("Хибна година");
}, 90_000);

it("lists what goes out, narrowed to a campaign by the address", async () => {
  await ofCampaign("Осіннє меню", "Гарбузовий суп уже в меню", 3);
  await ofCampaign("Різдво", "Подарункові набори до Різдва", 4);
  await open("/calendar?view=list");
  const autumn = page.getByText("Гарбузовий суп уже в меню");
  const christmas = page.getByText("Подарункові набори до Різдва");
  await autumn.waitFor();
  await christmas.waitFor();
  expect(await page.getByText("вільно").count()).toBe(0);
  await page.getByLabel("Усі кампанії").selectOption({ label: "Осіннє меню" });
  await christmas.waitFor({ state: "detached" });
  await page.reload();
  await autumn.waitFor();
  expect(await christmas.count()).toBe(0);
  await page.getByRole("button", { name: "Показати все" }).click();
  await christmas.waitFor();
}, 90_000);

it("broke nothing and asked for nothing that the page's policy forbids", () => {
  expect(complaints).toEqual([]);
});
