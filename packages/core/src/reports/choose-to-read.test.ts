import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type ReportWorld, reportWorld } from "#tests/support/report-world.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Mail } from "../kernel/mail.ts";
import { chooseByLink, chooseToRead, openReaderLink } from "./choose-to-read.ts";

let dynamo: TestDynamo;
let world: ReportWorld;
let outside: Mail;
let member: Mail;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await reportWorld(dynamo);
  await world.handle();
  outside = mailTo("en@example.com");
  member = mailTo("uk@example.com");
});

function mailTo(address: string): Mail {
  const mail = world.sent.find(({ to }) => to.address === address);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return mail;
}
const linkOf = ({ headers }: Mail) => /^<(.*)>$/.exec(headers?.["List-Unsubscribe"] ?? "")?.[1] ?? "";
const tokenOf = (mail: Mail) => linkOf(mail).split("/").at(-1) ?? "";
const nextWeek = () => world.handle({ ...world.message, period: { from: "2026-11-23", to: "2026-11-29" } });

describe("a reader from outside", () => {
  it("gets the headers of one-click unsubscribing and the same link in the mail; a member gets neither", () => {
    expect(linkOf(outside)).toMatch(/^https:\/\/dopys\.example\/api\/unsubscribe\/[\w-]{101}$/);
    expect(outside.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(outside.html).toContain(`href="${linkOf(outside)}"`);
    expect(outside.html.indexOf(linkOf(outside))).toBeLessThan(outside.html.indexOf("</body>"));
    expect(outside.text).toContain(linkOf(outside));
    expect(member.headers).toBeUndefined();
    expect(member.text).toContain("https://dopys.example/reports");
  });

  it("stops the report by the link and gets it no more; the others do, and the workspace hears of it once", async () => {
    expect(await openReaderLink(world.deps, tokenOf(outside))).toEqual({ language: "en", stopped: false });
    await chooseByLink(world.deps, tokenOf(outside), true);
    await chooseByLink(world.deps, tokenOf(outside), true);
    await nextWeek();
    expect(world.sentTo()).toEqual(["en@example.com", "uk@example.com", "uk@example.com"]);
    expect(await openReaderLink(world.deps, tokenOf(outside))).toEqual({ language: "en", stopped: true });
    expect(world.published).toMatchObject([
      { type: "report.reader-chose", data: { email: "en@example.com", stopped: true, via: "link" } },
    ]);
  });

  it("has it again by the same link", async () => {
    await chooseByLink(world.deps, tokenOf(outside), true);
    await chooseByLink(world.deps, tokenOf(outside), false);
    await nextWeek();
    expect(world.sent).toHaveLength(4);
  });

  it.each([
    ["an invented secret", (token: string) => `${token.slice(0, -43)}${"A".repeat(43)}`],
    ["the secret of another mail", (token: string) => token.replace(/^(.{26})(.{32})/, `$1${"0".repeat(32)}`)],
    ["another workspace", (token: string) => token.replace(/^.{26}/, "0".repeat(26))],
    ["something longer", (token: string) => `${token}A`],
    ["nothing", () => ""],
  ])("is not known by %s", async (_, forge) => {
    const forged = forge(tokenOf(outside));
    expect(await openReaderLink(world.deps, forged)).toBeNull();
    expect(await chooseByLink(world.deps, forged, true)).toBeNull();
    await nextWeek();
    expect(world.sent).toHaveLength(4);
  });
});

describe("a member who reads a report", () => {
  const actor = (memberId: string): Actor => ({
    type: "member",
    workspaceId: world.report.workspaceId,
    memberId,
    role: "viewer",
    language: "uk",
  });
  const choose = (memberId: string, stopped: boolean) =>
    chooseToRead(world.deps, actor(memberId), { reportId: world.report.id, stopped });

  it("stops it for themselves and has it again, whatever their role", async () => {
    expect((await choose(world.member.id, true)).ok).toBe(true);
    await nextWeek();
    expect(world.sentTo().filter((to) => to === "uk@example.com")).toHaveLength(1);
    expect((await choose(world.member.id, false)).ok).toBe(true);
    await nextWeek();
    expect(world.sentTo().filter((to) => to === "uk@example.com")).toHaveLength(2);
  });

  it("cannot decide for a report that they do not read", async () => {
    const answer = await choose("mem_other", true);
    expect(answer.ok).toBe(false);
  });
});
