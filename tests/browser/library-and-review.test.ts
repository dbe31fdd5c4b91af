import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "#local/build.ts";
import { listen, overflowOf, seriousFindings } from "#tests/support/browser.ts";
import { type Dashboard, startDashboard } from "#tests/support/dashboard.ts";
import { video } from "#tests/support/media-files.ts";

const picture = join(root, "packages", "local", "src", "demo", "pumpkin-latte.png");

let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  dashboard = await startDashboard();
  page = await dashboard.signedIn();
  await page.getByRole("link", { name: "Медіатека" }).click();
}, 180_000);
afterAll(() => dashboard?.stop());

it("takes several files at once, and says of a broken one what is wrong beside those that arrived", async () => {
  const broken = Buffer.from(video()).subarray(0, -50);
  await page.locator("input[type=file]").setInputFiles([
    { name: "обірваний.mp4", mimeType: "video/mp4", buffer: broken },
    { name: "ролик.mp4", mimeType: "video/mp4", buffer: Buffer.from(video({ durationMs: 75_000 })) },
  ]);
  await page.getByText("Файл «обірваний.mp4» обривається").waitFor();
  await page.getByRole("button", { name: "Відкрити ролик.mp4" }).getByText("1:15").waitFor();
  expect(await page.getByRole("button", { name: /^Відкрити / }).count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);
}, 60_000);

it("keeps a picture in a folder, described in its place, by the keyboard alone", async () => {
  await page.getByRole("button", { name: "Нова тека" }).press("Enter");
  await page.keyboard.type("Осінь");
  await page.keyboard.press("Enter");
  await page.waitForURL(/folder=/);
  await page.locator("input[type=file]").setInputFiles(picture);
  const description = page.getByLabel("Опис для тих, хто не бачить: pumpkin-latte.png");
  await description.waitFor();
  await page.getByText("Без опису").waitFor();
  await description.fill("Чашка лате");
  await description.press("Tab");
  await page.getByText("Без опису").waitFor({ state: "detached" });
  const { assets } = await dashboard.demo.client.ask<{ assets: { altText: string; folder?: string }[] }>(
    "GET",
    "/api/media",
  );
  expect(assets.find(({ folder }) => folder === "Осінь")?.altText).toBe("Чашка лате");
}, 60_000);

it("removes a file ten seconds later, unless it is taken back", async () => {
  await page.getByRole("button", { name: "Відкрити pumpkin-latte.png" }).click();
  await page.getByText("Жоден допис його не показує").waitFor();
  await page.getByRole("button", { name: "Видалити файл" }).click();
  await page.getByRole("button", { name: "Відкрити pumpkin-latte.png" }).waitFor({ state: "detached" });
  await page.locator(".toast", { hasText: "pumpkin-latte.png" }).getByRole("button", { name: "Повернути" }).click();
  await page.getByRole("button", { name: "Відкрити pumpkin-latte.png" }).waitFor();
}, 60_000);

it("goes from the library into a post, and by a link to somebody outside who approves it", async () => {
  await page.goto(`${dashboard.machine.url}/compose`);
  await page.getByPlaceholder("Що ви хочете сказати?").fill("Гарбузове лате вже тут");
  await page.getByRole("button", { name: "З медіатеки" }).click();
  await page.getByRole("checkbox", { name: "pumpkin-latte.png" }).press("Space");
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Додати 1 файл" }).click();
  await page.getByRole("button", { name: "На схвалення" }).click();
  await expect
    .poll(async () => (await dashboard.demo.client.ask<{ posts: { id: string }[] }>("GET", "/api/posts")).posts.length)
    .toBe(1);
  const [post] = (await dashboard.demo.client.ask<{ posts: { id: string }[] }>("GET", "/api/posts")).posts;
  await page.goto(`${dashboard.machine.url}/posts/${post?.id}`);
  await page.getByRole("button", { name: "Запитати когось ззовні" }).click();
  await page.getByLabel("Для кого це?").fill("Olena");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Створити посилання" }).click();
  const link = await page.getByLabel("Адреса").inputValue();

  const outside = await dashboard.pageOf({ viewport: { width: 360, height: 740 } });
  const complaints = listen(outside);
  await outside.goto(link);
  await outside.getByText("Гарбузове лате вже тут").waitFor();
  await outside.getByRole("img", { name: "Чашка лате" }).waitFor();
  expect(await seriousFindings(outside)).toEqual([]);
  expect(await overflowOf(outside)).toBe(0);
  await outside.getByRole("button", { name: "Ask for changes" }).click();
  await outside.getByText("Say what should change.").waitFor();
  await outside.getByRole("button", { name: "Yes, approve" }).click();
  await outside.getByText("You approved this version.").waitFor();
  expect(complaints).toEqual([]);

  await page.reload();
  await page.getByText("Olena (ззовні)").first().waitFor();
  await page.getByRole("button", { name: "Відкликати: Olena" }).click();
  await page.getByText("Більше не працює").waitFor();
  await page.goto("about:blank");
  await expect
    .poll(async () => {
      await outside.goto(link);
      return outside.getByRole("heading", { level: 1 }).textContent();
    })
    .toBe("This link no longer works");
}, 120_000);
