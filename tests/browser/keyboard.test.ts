import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listen } from "#tests/support/browser.ts";
import { type Dashboard, startDashboard } from "#tests/support/dashboard.ts";

let dashboard: Dashboard;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  dashboard = await startDashboard();
  page = await dashboard.signedIn();
  complaints = listen(page);
}, 180_000);
afterAll(() => dashboard?.stop());
beforeEach(async () => {
  await page.goto(`${dashboard.machine.url}/`);
  await page.getByRole("link", { name: "Календар" }).first().waitFor();
});

const press = (key: string) => page.keyboard.press(key);

/** Whether what a selector finds first has the focus, waited for. */
const hasFocus = (selector: string) =>
  expect
    .poll(
      () =>
        page
          .locator(selector)
          .first()
          .evaluate((one) => one === document.activeElement),
      { timeout: 10_000 },
    )
    .toBe(true);

/** Moves the focus by Tab until it is on a control of this name; fails after a whole round. */
async function tabTo(name: RegExp): Promise<void> {
  const current = () =>
    page.evaluate(() => {
      const { activeElement: one } = document;
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : undefined;
      return `${one?.getAttribute("aria-label") ?? ""} ${label ?? ""} ${one?.textContent ?? ""}`;
    });
  for (let step = 0; step < 60; step += 1) {
    if (name.test(await current())) return;
    await press("Tab");
  }
  throw new Error(`No control called ${name} is reached by Tab`);
}

it("gives the focus back when a dialog closes, by Escape or because its work is done", async () => {
  await page.getByRole("link", { name: "Налаштування" }).focus();
  await press("Shift+?");
  await page.getByRole("dialog").waitFor();
  await press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await hasFocus('a[href="/settings"]');

  await press("Enter");
  await page.getByRole("button", { name: "Запросити" }).focus();
  await press("Enter");
  await page.keyboard.type("Марко");
  await press("Tab");
  await page.keyboard.type("marko@lystok.example");
  await press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Запросити");
});

it("goes anywhere by the palette", async () => {
  await press("Control+k");
  await hasFocus('[role="combobox"]');
  await page.keyboard.type("Медіат");
  await press("Enter");
  await page.waitForURL(/\/media$/);
});

it("writes a rule without a pointer, is told what is missing, and comes back to the list", async () => {
  await page.goto(`${dashboard.machine.url}/settings/rules`);
  await page.getByRole("button", { name: "Нове правило" }).focus();
  await press("Enter");
  await hasFocus("#rule-name");
  await press("Enter");
  await page.getByText(/^Дайте правилу назву/).waitFor();
  await page.keyboard.type("Скарги");
  await tabTo(/^ Скарга/);
  await press("Space");
  await page.locator("#rule-labels").focus();
  await page.keyboard.type("а, б, в, г, ґ, д");
  await page.getByText("Щонайбільше 5, а тут 6.").waitFor();
  await press("Backspace");
  await press("Enter");
  await page.locator(".rule", { hasText: "Скарги" }).waitFor();
  await page.getByRole("button", { name: "Змінити" }).focus();
  await press("Enter");
  await hasFocus("#rule-name");
  expect(await page.locator("#rule-labels").inputValue()).toBe("а, б, в, г, ґ");
  await page.goBack();
  await page.locator(".rule", { hasText: "Скарги" }).waitFor();
});

it("writes and schedules a post without a pointer", async () => {
  const text = "Написано без миші: какао з маршмелоу вже чекає.";
  await press("c");
  await hasFocus(".text-input");
  await page.keyboard.type(text);
  await tabTo(/Запланувати/);
  await press("Enter");
  await page.waitForURL(/\/posts\//);
  await page.getByRole("heading", { level: 1, name: text }).waitFor();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const { publications } = await dashboard.demo.client.ask<{ publications: { state: string }[] }>(
    "GET",
    `/api/posts/${id}`,
  );
  expect(publications.map(({ state }) => state)).toEqual(["scheduled"]);
  expect(complaints).toEqual([]);
});
