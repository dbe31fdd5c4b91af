import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildSite } from "#local/build.ts";
import { type DemoWorkspace, setUpDemoWorkspace, signInLinkOf } from "#local/demo/set-up.ts";
import { demoZone } from "#local/demo/zone.ts";
import { startBrowser } from "./browser.ts";
import { startTestMachine, type TestMachine } from "./machine.ts";

/** The whole product with the demo's workspace, and a browser beside it. */
export interface Dashboard {
  readonly machine: TestMachine;
  readonly demo: DemoWorkspace;
  readonly browser: Browser;
  /** A page of a person of its own, who is not signed in. It waits for what a busy machine does late. */
  pageOf(options?: BrowserContextOptions): Promise<Page>;
  /** A page on which a member is signed in: the owner, unless another address is given. */
  signedIn(email?: string): Promise<Page>;
  stop(): Promise<void>;
}

/** Builds the site, starts everything and sets the demo's workspace up. */
export async function startDashboard(): Promise<Dashboard> {
  await buildSite();
  const machine = await startTestMachine();
  const demo = await setUpDemoWorkspace(machine);
  const browser = await startBrowser();
  const pageOf = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const usual = { viewport: { width: 1280, height: 900 }, locale: "uk-UA", timezoneId: demoZone } as const;
    const context = await browser.newContext({ ...usual, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    return page;
  };
  return {
    machine,
    demo,
    browser,
    pageOf,
    signedIn: async (email = demo.owner.email) => {
      const page = await pageOf();
      await page.goto(await signInLinkOf(machine, email));
      await page.getByRole("link", { name: "Календар" }).first().waitFor();
      return page;
    },
    stop: async () => {
      await browser.close();
      await machine.stop();
    },
  };
}
