import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "#local/demo/figures.ts";
import { type SandboxPage, sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

interface Summary {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly count: number;
  readonly title: string;
}
interface Detail extends Summary {
  readonly evidence: readonly { readonly id: string; readonly excerpt?: string }[];
  readonly acknowledged?: { readonly by: { readonly name: string } };
  readonly mails: readonly { readonly email: string; readonly state: string }[];
}

const complaints = [
  "Жахливе обслуговування, чекали годину",
  "Кава холодна й несмачна, ганьба",
  "Дуже розчарована, більше не прийду",
  "Брудні столи, огидно",
  "Нахабний бариста, неприємно",
  "Замовлення так і не прийшло, обман",
  "Гірше кафе я ще не бачив",
  "Тістечко черстве, поверніть гроші",
];

let machine: TestMachine;
let demo: DemoWorkspace;
let page: SandboxPage;

beforeAll(async () => {
  machine = await startTestMachine();
  demo = await setUpDemoWorkspace(machine);
  page = sandboxPage(machine, demo.pageId);
  const { settings } = await demo.client.ask<{ settings: { quiet: object } }>("GET", "/api/alerts/settings");
  // Whatever hour it is where this runs.
  await demo.client.ask("PUT", "/api/alerts/settings", { ...settings, quiet: { ...settings.quiet, on: false } });
}, 180_000);
afterAll(() => machine?.stop());

const listed = async (query = "") =>
  (await demo.client.ask<{ alerts: Summary[] }>("GET", `/api/alerts${query}`)).alerts;
const read = async (id: string) => (await demo.client.ask<{ alert: Detail }>("GET", `/api/alerts/${id}`)).alert;
const mailsTo = (address: string) =>
  (machine.cloud.mail?.listMails() ?? []).filter(
    ({ to, text }) => to.some((one) => one.includes(address)) && text?.includes("/alert/"),
  );

describe("a wave of negative messages", () => {
  it("is one alert, mailed once, and acknowledged by the link in its mail", async () => {
    for (const [index, message] of complaints.entries()) {
      // Each of their webhooks comes twice.
      await page.act("message", { person: `Гість ${index}`, message, deliver: { copies: 2 } });
    }
    const burst = await until("the burst is in the register", 60_000, async () => {
      const [alert] = (await listed()).filter(({ kind }) => kind === "negative-burst");
      return alert && alert.count === complaints.length && alert;
    });
    expect(await listed()).toHaveLength(1);
    const mail = await until("its mail is delivered", 60_000, async () => {
      const { mails } = await read(burst.id);
      return mails[0]?.state === "delivered" && mailsTo(demo.owner.email)[0];
    });
    expect(mail.subject).toContain("негативн");
    // It went out with the first of them that made a burst, and quotes the newest ones that were there.
    expect(complaints.filter((complaint) => mail.html?.includes(complaint)).length).toBeGreaterThanOrEqual(3);

    const token = /\/alert\/([\w-]+)/.exec(mail.text ?? "")?.[1];
    const stranger = (method: string) =>
      fetch(`${machine.url}/api/alert/${token}`, { method, headers: { "x-dopys-request": "1" } });
    // A mail scanner opens the page and everything in it: nothing follows from that.
    const opened = await stranger("GET");
    expect(opened.status).toBe(200);
    expect(JSON.stringify(await opened.json())).not.toContain(demo.workspaceId);
    expect((await fetch(`${machine.url}/alert/${token}`)).status).toBe(200);
    expect((await read(burst.id)).state).toBe("open");

    expect((await stranger("POST")).status).toBe(200);
    const seen = await read(burst.id);
    expect(seen).toMatchObject({ state: "acknowledged", count: complaints.length });
    expect(seen.evidence.every(({ id }) => id.startsWith("thr_"))).toBe(true);
    expect(mailsTo(demo.owner.email)).toHaveLength(1);
    expect((await listed("?state=acknowledged")).map(({ id }) => id)).toEqual([burst.id]);
  }, 180_000);

  it("with words of crisis is a critical one, first on the page of the day", async () => {
    await page.act("recommendation", {
      person: "Ірина",
      recommends: false,
      message: "Отруїлися вашим салатом, дитина в лікарні",
    });
    const needs = await until("it is on the page of the day", 60_000, async () => {
      const today = await demo.client.ask<{ openAlerts: number; needsAttention: { kind: string; title?: string }[] }>(
        "GET",
        "/api/today",
      );
      const isTold = today.needsAttention.some(({ title = "" }) => /отруєння|здоров'ю/.test(title));
      return isTold && today;
    });
    expect(needs.needsAttention[0]?.kind).toBe("critical-alert");
    expect(needs.openAlerts).toBeGreaterThanOrEqual(1);
  }, 90_000);

  it("needed no right that a function has not", () => {
    expect(machine.logs.filter((line) => line.includes("AccessDenied"))).toEqual([]);
  });
});
