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

/** The gateway gives up on a function that takes long to load on a busy machine; the page then asks again, as here. */
const listed = (query = "") =>
  until("the register is answered", 30_000, async () => {
    const { status, body } = await demo.client.try<{ alerts: Summary[] }>("GET", `/api/alerts${query}`);
    if (status !== 200 && status !== 503) throw new Error(`The register was refused: ${status}`);
    return status === 200 && body.alerts;
  });
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
    const burst = await until("the burst is in the register", 100_000, async () => {
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
});

describe("a report", () => {
  const [gone, outside] = ["bounce@simulator.amazonses.com", "investor@lystok.example"];
  const schedule = { kind: "daily", weekdays: [1, 2, 3, 4, 5, 6, 7], time: "08:00" };
  const periods = [
    { from: "2026-11-02", to: "2026-11-02" },
    { from: "2026-11-03", to: "2026-11-03" },
  ] as const;
  let reportId: string;

  const standing = () =>
    demo.client.ask<{
      deliveries: { period: { from: string }; recipient: { email: string }; state: string }[];
      readers: { email: string; suspended?: { because: string }; stopped?: object }[];
    }>("GET", `/api/reports/${reportId}/deliveries`);
  const mailsOf = (address: string) =>
    (machine.cloud.mail?.listMails() ?? []).filter(
      ({ to, tags }) => to.some((one) => one.includes(address)) && tags.dopys_delivery,
    );
  const send = (period: object) => demo.client.ask("POST", `/api/reports/${reportId}/send`, { period });

  it("is shown as it will be before it is saved", async () => {
    const query = new URLSearchParams({ report: JSON.stringify({ schedule }), language: "uk" });
    const answers = [];
    for (const form of ["mail", "text", "pdf"]) {
      const { status, body } = await demo.client.try("GET", `/api/report-preview/${form}?${query}`);
      answers.push([form, status, String(body).slice(0, 5)]);
    }
    expect(answers).toEqual([
      ["mail", 200, "<!doc"],
      ["text", 200, expect.any(String)],
      ["pdf", 200, "%PDF-"],
    ]);
  }, 90_000);

  it("that comes back suspends its address and is an alert; the next one is not mailed there", async () => {
    const { report } = await demo.client.ask<{ report: { id: string } }>("POST", "/api/reports", {
      name: "Дайджест",
      schedule,
      recipients: [
        { email: gone, name: "Emma", language: "en" },
        { email: outside, name: "Тарас", language: "uk" },
      ],
    });
    reportId = report.id;
    await send(periods[0]);
    await until("the address is suspended", 120_000, async () => {
      const { readers } = await standing();
      return readers.find(({ email }) => email === gone)?.suspended?.because === "bounced";
    });
    await until("it is in the register", 60_000, async () =>
      (await listed()).some(({ kind, title }) => kind === "report-undelivered" && title.includes(gone)),
    );
    await send(periods[1]);
    const { deliveries } = await until("the next one is with the other reader", 120_000, async () => {
      const now = await standing();
      return now.deliveries.some(({ recipient, period, state }) => {
        return recipient.email === outside && period.from === periods[1].from && state === "delivered";
      })
        ? now
        : undefined;
    });
    const states = deliveries.filter(({ recipient }) => recipient.email === gone).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["bounced", "suspended"]);
    expect([mailsOf(gone).length, mailsOf(outside).length]).toEqual([1, 2]);
  }, 300_000);

  it("is stopped by one click of its reader's mail program, not by those who open its link", async () => {
    const header = (name: string) => mailsOf(outside)[0]?.headers.find((one) => one.name === name)?.value ?? "";
    expect(header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    const link = header("List-Unsubscribe").slice(1, -1);
    expect((await fetch(link)).status).toBe(200);
    expect((await standing()).readers.some(({ stopped }) => stopped)).toBe(false);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const clicked = await fetch(link, { method: "POST", headers: form, body: "List-Unsubscribe=One-Click" });
    expect(clicked.status).toBe(200);
    expect((await standing()).readers.filter(({ stopped }) => stopped).map(({ email }) => email)).toEqual([outside]);
    await until("the workspace hears of it", 60_000, async () =>
      (await listed()).some(({ kind, title }) => kind === "report-undelivered" && title.includes(outside)),
    );
  }, 90_000);
});

it("needed no right that a function has not", () => {
  expect(machine.logs.filter((line) => line.includes("AccessDenied"))).toEqual([]);
});
