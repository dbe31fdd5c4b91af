import AxeBuilder from "@axe-core/playwright";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine, type Page } from "playwright-core";

/** A Chromium that npm installed, each page in a process of its own: in a single one it breaks off now and then. */
export const startBrowser = async (): Promise<Browser> =>
  engine.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((argument) => argument !== "--single-process"), "--no-sandbox"],
  });

/** Collects what a page complains about: errors in the console (refusals by the CSP among them) and broken scripts. */
export function listen(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** What axe finds serious or critical on a page: rule and first place. */
export const seriousFindings = (page: Page): Promise<readonly string[]> => findings(new AxeBuilder({ page }));

async function findings(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** By how many pixels a page is wider than what shows it. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * What keeps somebody from reading the page that is open: whatever axe finds in the light, contrast in the dark, and by
 * how much it is wider than a phone. Leaves the page light and as large as it was.
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await seriousFindings(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await findings(new AxeBuilder({ page }).withRules(["color-contrast"]));
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 360, height: 740 });
  const over = await overflowOf(page);
  await page.setViewportSize(size);
  return [...light, ...dark.map((one) => `dark: ${one}`), ...(over > 0 ? [`${over} px wider than a phone`] : [])];
}
