import { describe, expect, it } from "vitest";
import { alertMailFor } from "./alert-mail.ts";
import type { Evidence } from "./evidence.ts";
import { type AlertKind, alertKinds, sideOf } from "./kinds.ts";
import type { Alert, AlertParams } from "./model.ts";
import { renderAlertMail } from "./render-mail.ts";
import { defaultAlertSettings } from "./settings.ts";

/** Tuesday, 03:00 in Kyiv: whoever reads this was woken by it. */
const now = Date.parse("2026-11-24T01:00:00Z");
const params: Readonly<Partial<Record<AlertKind, AlertParams>>> = {
  "negative-burst": { usualAnHour: 0.4 },
  "bad-review": { rating: 1, person: "Марта" },
  "crisis-words": { topic: "poisoning" },
  "lead-waiting": { person: "Богдан" },
  "post-failed": { code: "publication-auth-expired", failureParams: "{}" },
  "answer-unsent": { code: "answer-target-gone", failureParams: "{}" },
  "channel-consent": { of: "ads", stage: "ending", endsOn: "2026-11-25" },
  "report-undelivered": { report: "Тиждень", email: "a@b.ua", how: "late", waiting: 2 },
  "rule-matched": { rule: "Скарги" },
  "post-above-norm": { lift: 3.4, comparedWith: 40 },
  "influential-author": { person: "Зірка", followers: 52_000 },
  "happy-customer": { person: "Людмила" },
  "frequent-question": { question: "Чи є безлактозне молоко?", persons: 3 },
};
const what: Readonly<Partial<Record<AlertKind, Evidence["what"]>>> = {
  "bad-review": "review",
  "lead-waiting": "lead",
  "post-overdue": "post",
  "post-failed": "post",
  "post-unconfirmed": "post",
  "post-above-norm": "post",
  "channel-consent": "channel",
  "report-undelivered": "report",
};
const evidence = (kind: AlertKind, key: string, at: number): Evidence => ({
  ...{ key, what: what[kind] ?? "message", id: `id_${key}`, excerpt: "Слова", at },
});
const alertOf = (kind: AlertKind, change: Partial<Alert> = {}): Alert => ({
  ...{ workspaceId: "ws_1", id: "alr_1", kind, side: sideOf(kind), severity: "high", state: "open" },
  ...{ channelId: "chan_1", params: params[kind] ?? {}, evidence: [evidence(kind, "e1", now - 600_000)] },
  ...{ unshown: [], seen: [], count: 1, countBefore: 0, firstSeenAt: now - 600_000, lastSeenAt: now - 600_000 },
  ...{ sinceAt: now - 600_000, round: 1, openedAt: now, level: 0, history: [], version: 1 },
  ...change,
});
const mailOf = (alert: Alert, language: "uk" | "en", memberId?: string) => {
  const reader = { email: "a@b.ua", name: "А", language };
  return renderAlertMail({
    ...{ alert, workspace: { name: "Листок", timeZone: "Europe/Kyiv" }, channelName: "Сторінка", missed: [] },
    ...{ mail: alertMailFor(alert, 1, { reader, ...(memberId && { memberId }) }, now), settings: defaultAlertSettings },
    ...{ publicUrl: "https://dopys.example", link: "https://dopys.example/alert/token", nowMs: now },
  });
};

describe.each(alertKinds)("the mail about %s", (kind) => {
  it.each(["uk", "en"] as const)(
    "says in %s what happened, on what it rests, what to do, by when, and where",
    (language) => {
      const alert = alertOf(kind);
      const { subject, text, html } = mailOf(alert, language, "mem_1");
      for (const said of [subject, text, html]) expect(said).not.toMatch(/undefined|NaN|\[object/);
      expect(subject.length).toBeGreaterThan(15);
      expect(text).toContain("> Слова");
      expect(text).toMatch(/https:\/\/dopys\.example\/(inbox\/id_e1|posts\/id_e1|leads\/id_e1|channels|reports)\n/);
      expect(text).toMatch(language === "uk" ? /ЩО ПРОПОНУЄМО\n.{20,}\./ : /WHAT WE PROPOSE\n.{20,}\./);
      expect(text).toContain("https://dopys.example/alert/token");
      expect(text).toContain("https://dopys.example/alerts/alr_1");
      if (alert.side === "threat") expect(text).toContain("05:00");
    },
  );
});

describe("the mail about an alert", () => {
  it.each(["post-failed", "answer-unsent"] as const)("of %s says over what, and what to do about it", (kind) => {
    for (const form of ["text", "html"] as const) {
      const said = mailOf(alertOf(kind), "en", "mem_1")[form];
      expect(said).toMatch(kind === "post-failed" ? /[Cc]onnect the channel/ : /no longer on the platform/);
    }
    expect(mailOf(alertOf("bad-review"), "en", "mem_1").text).not.toMatch(/platform/);
  });

  it("leads those without an account to the one page that is theirs", () => {
    const { text, html } = mailOf(alertOf("crisis-words"), "uk");
    for (const said of [text, html]) {
      expect(said).toContain("/alert/token");
      expect(said).not.toMatch(/\/inbox\/|\/alerts\//);
    }
  });

  it("that came back tells of what is new, and of nothing that was closed", () => {
    const at = (hours: number) => now - hours * 3_600_000;
    const pieces = [evidence("response-overdue", "old", at(900)), evidence("response-overdue", "new", at(1))];
    const change = { evidence: pieces, count: 15, countBefore: 14, firstSeenAt: at(900), sinceAt: at(1) };
    const { subject, text } = mailOf(alertOf("response-overdue", { ...change, lastSeenAt: at(1) }), "en", "mem_1");
    expect(subject).toContain("1 conversation");
    expect(text).toContain("/inbox/id_new");
    expect(text).not.toMatch(/id_old|15 times|and 14 more/);
  });
});
