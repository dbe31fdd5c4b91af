import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "#local/demo/figures.ts";
import { sandboxPage } from "#local/demo/page.ts";
import { demoToday } from "#local/demo/zone.ts";
import { barriers, listen, overflowOf, seriousFindings } from "#tests/support/browser.ts";
import { type Dashboard, startDashboard } from "#tests/support/dashboard.ts";

const words = "Не раджу: чекали годину, а кава холодна.";
const answer = "Вибачте за холодну каву. Напишіть нам: hello@lystok.example";
/** How long is waited for what a busy machine does late. */
const slow = { timeout: 45_000 };

let dashboard: Dashboard;
let page: Page;
let complaints: readonly string[];
const places: Record<string, string> = { reviews: "/reviews?state=all", cases: "/reviews/cases", alerts: "/alerts" };

/** Somebody does not recommend the café; the register has it, and management's mail is out. A lead waits beside it. */
beforeAll(async () => {
  dashboard = await startDashboard();
  const { client, pageId } = dashboard.demo;
  const { settings } = await client.ask<{ settings: { quiet: object } }>("GET", "/api/alerts/settings");
  // Whatever hour it is where this runs.
  await client.ask("PUT", "/api/alerts/settings", { ...settings, quiet: { ...settings.quiet, on: false } });
  const audience = sandboxPage(dashboard.machine, pageId);
  await audience.act("recommendation", { person: "Оксана Мельник", recommends: false, message: words });
  await client.ask("POST", "/api/leads", {
    clientKey: "lead-1",
    name: "Олена Петренко",
    email: "olena@lystok.example",
  });
  page = await dashboard.signedIn();
  complaints = listen(page);
}, 240_000);
afterAll(() => dashboard?.stop());

const open = (path: string) => page.goto(`${dashboard.machine.url}${path}`);
const pathOf = (of: Page) => new URL(of.url()).pathname;

/* Before its case is closed, for that closes the alert as well. */
it("takes management's word on an alert by the link in its mail, without an account", async () => {
  const link = await until("the mail is out", 60_000, async () => {
    const mails = dashboard.machine.cloud.mail?.listMails() ?? [];
    return mails.flatMap(({ text }) => /\S+\/alert\/[\w-]+/.exec(text ?? "")?.[0] ?? [])[0];
  });
  await open("/alerts");
  await page
    .getByRole("link", { name: /Оксана Мельник|відгук/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForURL(/\/alerts\/alr_/);
  places.alert = pathOf(page);
  await page.locator("#alert-note").fill("Поговорю з баристою до обіду");
  const outside = await dashboard.pageOf({ viewport: { width: 360, height: 740 } });
  await outside.goto(link);
  await outside.getByRole("button", { name: "Підтвердити, що бачу" }).waitFor();
  expect(await seriousFindings(outside)).toEqual([]);
  expect(await overflowOf(outside)).toBe(0);
  await outside.getByRole("button", { name: "Підтвердити, що бачу" }).click();
  await outside.getByText("Дякуємо. Записано, що ви це бачили.").waitFor(slow);
  await outside.context().close();
  // The page learns of it when it is seen again, and keeps what was being written.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.locator(".alert-head").getByText("Підтверджене").waitFor(slow);
  expect(await page.locator("#alert-note").inputValue()).toBe("Поговорю з баристою до обіду");
  await open("/alerts?state=acknowledged");
  await page.locator(".list li, .list a").first().waitFor(slow);
}, 120_000);

it("answers a bad review, shows how good the answer is, and closes its case", async () => {
  await until("the review is in the list", 60_000, async () => {
    const { reviews } = await dashboard.demo.client.ask<{ reviews: { id: string }[] }>("GET", "/api/reviews");
    return reviews.length === 1;
  });
  await open("/reviews");
  await page.getByRole("link", { name: /Оксана Мельник/ }).click();
  await page.getByRole("heading", { name: "Оксана Мельник" }).waitFor();
  places.review = pathOf(page);
  await page.locator("#reply").fill("Вибачте!!!");
  await expect
    .poll(() => page.getByText("Запропоновано зв’язатися", { exact: false }).textContent())
    .toMatch(/бракує$/);
  await page.locator("#reply").fill(answer);
  await page.getByRole("button", { name: "Надіслати відповідь" }).click();
  const quality = page.getByText("Якість відповіді: 100 зі 100");
  await quality.waitFor(slow);
  await quality.click();
  await page.locator(".quality-note li", { hasText: "Своїми словами" }).getByText(": є").waitFor({ state: "attached" });

  await page.getByRole("link", { name: "До справи" }).click();
  await page.getByLabel("Відповідальний").waitFor();
  places.case = pathOf(page);
  await page.getByLabel("Відповідальний").selectOption({ label: "Олена Гай" });
  await page.getByLabel("Причина").selectOption({ index: 1 });
  await page.getByLabel("Що зроблено").fill("Поговорили зі зміною");
  await page.getByLabel("Чим закінчилося").fill("Чекаємо в гості");
  await page.getByRole("button", { name: "Закрити справу" }).click();
  await page.getByText("Справу закрито.").waitFor(slow);
  await open("/reviews/cases?state=closed");
  await page.getByRole("link", { name: /Оксана Мельник/ }).waitFor(slow);
}, 180_000);

it("takes a table of reviews into the list and the figures, and lets one be removed that is another's", async () => {
  const day = demoToday().subtract({ days: 1 }).toString();
  const table = `де;дата;автор;оцінка;відгук;зайве\nTripadvisor;${day};Марія;1;Не та кав'ярня;x\nTripadvisor;${day};Іван;2;Довго;x\n`;
  const lowReviews = async () => {
    const { kpis } = await dashboard.demo.client.ask<{ kpis: { negativeFeedback: { lowReviews: { value: number } } } }>(
      "GET",
      `/api/kpis/day?day=${day}`,
    );
    return kpis.negativeFeedback.lowReviews.value;
  };
  places.table = "/reviews/import";
  await open(places.table);
  const file = { name: "reviews.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText("Ці стовпці не прочитаємо", { exact: false }).waitFor(slow);
  await page.getByRole("button", { name: "Імпортувати 2 рядки" }).click();
  await page.getByText("Нових і виправлених: 2 відгуки.").waitFor(slow);
  await expect.poll(lowReviews, slow).toBe(2);

  await page.getByRole("link", { name: "До відгуків" }).click();
  await page.getByRole("link", { name: /Марія/ }).click();
  await page.getByRole("button", { name: "Видалити відгук" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Видалити відгук" }).click();
  await page.getByText("Цей імпортований відгук видалено: Олена Гай", { exact: false }).waitFor(slow);
  await expect.poll(lowReviews, slow).toBe(1);
  await page.getByRole("link", { name: "Усі відгуки" }).click();
  await page.getByRole("link", { name: /Іван/ }).waitFor(slow);
  expect(await page.getByRole("link", { name: /Марія/ }).count()).toBe(0);
  await page.getByRole("link", { name: /Іван/ }).click();
  await page.getByRole("button", { name: "Видалити відгук" }).waitFor(slow);
  places.imported = pathOf(page);
}, 120_000);

it("moves a lead, plans what is next, and gives all of them as a table", async () => {
  await open("/leads");
  await page
    .getByRole("link", { name: /Олена Петренко/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "Олена Петренко" }).waitFor();
  places.lead = pathOf(page);
  await page.locator("#lead-stage").selectOption("qualified");
  await page.getByText("Перенесено: Цільовий.").waitFor(slow);
  await page.getByRole("button", { name: "Запланувати крок" }).click();
  await page.getByLabel("Що треба зробити").fill("Зателефонувати щодо доставки");
  const day = demoToday().add({ days: 1 }).toString();
  await page.getByLabel("До якого дня").fill(day);
  await page.getByRole("dialog").getByRole("button", { name: "Зберегти" }).click();
  await page.getByText("Наступний крок збережено.").waitFor(slow);
  await page.locator(".lead-step", { hasText: "Зателефонувати щодо доставки" }).waitFor(slow);

  places.leads = "/leads";
  await open("/leads");
  const [download] = await Promise.all([
    page.waitForEvent("download", slow),
    page.getByRole("button", { name: "Експорт CSV" }).click(),
  ]);
  const table = readFileSync(await download.path(), "utf8");
  expect(table).toContain("Олена Петренко");
  expect(table).toContain("olena@lystok.example");
}, 120_000);

it("sets a competitor's page beside its own, says why another cannot be watched, and lets it go", async () => {
  places.competitors = "/insights";
  await open("/insights");
  const dialog = page.getByRole("dialog");
  const watch = async (address: string) => {
    await dialog.locator("#competitor-page").fill(address);
    await dialog.getByRole("button", { name: "Стежити" }).click();
  };
  await page.getByRole("button", { name: "Додати конкурента" }).click();
  await watch("https://www.facebook.com/nema.takoi.storinky");
  await dialog.getByText(/^Facebook не показує такої сторінки: .* Перевірте адресу/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await watch("https://www.facebook.com/kava.na.podoli/?locale=uk_UA");
  const row = page.getByRole("row", { name: /^Кава на Подолі/ });
  await expect.poll(async () => (await row.getByRole("cell").allTextContents()).at(-1), slow).toMatch(/^\d+,?\d*$/);
  await page.getByRole("row", { name: /^Кав'ярня Листок ви/ }).waitFor();
  await page.getByText("Кава на Подолі Види й найкращі дописи").click();
  const best = page.locator("details[open] .competitor-best a").first();
  expect([await best.getAttribute("href"), await best.getAttribute("rel")]).toEqual([
    expect.stringMatching(/\/facebook\/rivals\//),
    "noopener noreferrer",
  ]);
  await page.getByRole("button", { name: "Не стежити за «Кава на Подолі»" }).click();
  await row.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Повернути" }).click();
  await row.waitFor();
}, 120_000);

it("can be read by everybody: in light, in the dark and on a phone", async () => {
  const found: string[] = [];
  for (const [name, path] of Object.entries(places)) {
    await open(path);
    await page.locator("main h1").first().waitFor();
    await expect.poll(() => page.locator(".skeleton").count(), slow).toBe(0);
    found.push(...(await barriers(page)).map((one) => `${name}: ${one}`));
  }
  expect(found).toEqual([]);
  // A refusal on purpose is no complaint.
  expect(complaints.filter((one) => !one.includes("status of 400"))).toEqual([]);
}, 180_000);
