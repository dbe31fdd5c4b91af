import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApiWorld, apiWorld, setupToken } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { MemberActor, Role } from "../kernel/actor.ts";
import { workspaceTag } from "../kernel/mail-course.ts";
import { type Result, unwrap } from "../kernel/result.ts";
import { readUnmailedMembers, suspensionIdOf } from "../mailing/index.ts";
import {
  AddressComesBack,
  consumeSignInLink,
  editProfile,
  invitationLifetimeMs,
  inviteMember,
  type Member,
  maxMembers,
  may,
  operatorSignInLinks,
  type Permission,
  requestSignIn,
  roles,
  sessionLifetimeMs,
  setUpWorkspace,
  signInLinkLifetimeMs,
  signOut,
  whoIs,
} from "./index.ts";

let dynamo: TestDynamo;
let world: ApiWorld;
let owner: Member;
let workspaceId: string;
let link: string;
let addresses = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = apiWorld(dynamo);
  const made = unwrap(
    await setUpWorkspace(world.deps, setupToken, {
      workspace: { name: "Листок", timeZone: "Europe/Kyiv", language: "uk", currency: "UAH" },
      owner: { email: `owner${addresses++}@lystok.example`, name: "Олена", language: "uk" },
    }),
  );
  ({ owner } = made);
  workspaceId = made.workspace.id;
  link = made.signInLink;
});

const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? "ok" : result.error.code);
const tokenOf = (address: string) => ({ token: new URL(address).searchParams.get("token") ?? "" });
const actor = (role: Role): MemberActor => ({ type: "member", workspaceId, memberId: owner.id, role, language: "uk" });
const suspend = (email: string, because: "bounced" | "complained") =>
  world.deps.suspensions.save({
    workspaceId,
    id: suspensionIdOf(workspaceId, email),
    because,
    at: world.clock.nowMs(),
    version: 1,
  });
const invitation = (change: object = {}) => ({
  email: `guest${addresses++}@lystok.example`,
  name: "Гість",
  role: "author" as const,
  language: "en" as const,
  ...change,
});

describe("setting up", () => {
  it.each([["", "wrong", `${setupToken} `, setupToken.slice(1)]])(
    "is refused without the operator's word",
    async (...words) => {
      for (const word of words) {
        const made = await setUpWorkspace(world.deps, word, {
          workspace: { name: "x", timeZone: "UTC", language: "en", currency: "EUR" },
          owner: { email: "x@y.example", name: "x", language: "en" },
        });
        expect(codeOf(made)).toBe("unauthenticated");
        expect(codeOf(await operatorSignInLinks(world.deps, word, { email: owner.email }))).toBe("unauthenticated");
      }
      expect(await world.deps.members.findByEmail("x@y.example")).toEqual([]);
    },
  );

  it("makes the first member an owner, who comes in by the link", async () => {
    const entered = unwrap(await consumeSignInLink(world.deps, tokenOf(link)));
    expect(entered.member).toEqual(owner);
    expect(owner.role).toBe("owner");
  });

  it("leaves no workspace without an owner when it breaks off in between", async () => {
    const before = (await world.deps.workspaces.listAll()).length;
    const members = { ...world.deps.members, create: () => Promise.reject(new Error("table down")) };
    const broken = setUpWorkspace({ ...world.deps, members }, setupToken, {
      workspace: { name: "x", timeZone: "UTC", language: "en", currency: "EUR" },
      owner: { email: "x@y.example", name: "x", language: "en" },
    });
    await expect(broken).rejects.toThrow("table down");
    expect(await world.deps.workspaces.listAll()).toHaveLength(before);
  });
});

describe("a sign-in link", () => {
  it("works once, also for ten at the same time", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => consumeSignInLink(world.deps, tokenOf(link))));
    expect(all.map(codeOf).sort()).toEqual(["ok", ...Array(9).fill("sign-in-link-invalid")].sort());
    expect(codeOf(await consumeSignInLink(world.deps, tokenOf(link)))).toBe("sign-in-link-invalid");
  });

  it("works until its last millisecond, whatever the table has deleted", async () => {
    world.clock.advance(signInLinkLifetimeMs - 1);
    const [second = ""] = unwrap(await operatorSignInLinks(world.deps, setupToken, { email: owner.email }));
    expect(codeOf(await consumeSignInLink(world.deps, tokenOf(link)))).toBe("ok");
    world.clock.advance(signInLinkLifetimeMs);
    expect(codeOf(await consumeSignInLink(world.deps, tokenOf(second)))).toBe("sign-in-link-invalid");
  });

  it.each(["", "x", "ws_1.x", "ws_00000000000000000000000000.", `ws_${"0".repeat(26)}.${"A".repeat(43)}`])(
    "that is none is refused: %j",
    async (token) => {
      expect(codeOf(await consumeSignInLink(world.deps, { token }))).toBe("sign-in-link-invalid");
    },
  );

  it("of another workspace, or a session, is no link here", async () => {
    const { token } = tokenOf(link);
    const moved = `ws_${"0".repeat(26)}.${token.split(".")[1]}`;
    expect(codeOf(await consumeSignInLink(world.deps, { token: moved }))).toBe("sign-in-link-invalid");
    const { sessionToken } = unwrap(await consumeSignInLink(world.deps, { token }));
    expect(codeOf(await consumeSignInLink(world.deps, { token: sessionToken }))).toBe("sign-in-link-invalid");
  });
});

describe("a session", () => {
  it("says who is there with the present role, until it ends or is ended", async () => {
    const { sessionToken } = unwrap(await consumeSignInLink(world.deps, tokenOf(link)));
    expect((await whoIs(world.deps, sessionToken))?.actor).toEqual(actor("owner"));
    await world.deps.members.update(workspaceId, owner.id, { role: "viewer" });
    expect((await whoIs(world.deps, sessionToken))?.actor.role).toBe("viewer");
    world.clock.advance(sessionLifetimeMs - 1);
    expect(await whoIs(world.deps, sessionToken)).not.toBeNull();
    world.clock.advance(1);
    expect(await whoIs(world.deps, sessionToken)).toBeNull();
  });

  it("is over for good after signing out", async () => {
    const { sessionToken } = unwrap(await consumeSignInLink(world.deps, tokenOf(link)));
    await signOut(world.deps, sessionToken);
    expect(await whoIs(world.deps, sessionToken)).toBeNull();
  });

  it("is kept as a hash: what the table holds signs nobody in", async () => {
    const { sessionToken } = unwrap(await consumeSignInLink(world.deps, tokenOf(link)));
    const found = await whoIs(world.deps, sessionToken);
    const [, secret = ""] = sessionToken.split(".");
    expect(await world.deps.sessions.find(workspaceId, secret, world.clock.nowMs())).toBeNull();
    expect(found).not.toBeNull();
  });
});

describe("asking for a link", () => {
  it("mails a member and nobody else, and waits the same for both", async () => {
    const pauses: number[] = [];
    const deps = { ...world.deps, pause: async (ms: number) => void pauses.push(ms) };
    await requestSignIn(deps, { email: "stranger@nowhere.example" });
    expect(world.mails).toEqual([]);
    await requestSignIn(deps, { email: owner.email });
    expect(world.mails.map(({ to }) => to.address)).toEqual([owner.email]);
    expect(pauses).toEqual([1_500, 1_500]);
  });

  it("twice within half a minute mails once", async () => {
    await requestSignIn(world.deps, { email: owner.email });
    await requestSignIn(world.deps, { email: owner.email });
    expect(world.mails).toHaveLength(1);
    world.clock.advance(30_000);
    await requestSignIn(world.deps, { email: owner.email });
    expect(world.mails).toHaveLength(2);
  });

  it("mails none to an address whose mail comes back, and tells the caller nothing", async () => {
    await suspend(owner.email, "bounced");
    await requestSignIn(world.deps, { email: owner.email });
    expect(world.mails).toEqual([]);
    expect(world.troubles).toEqual([expect.any(AddressComesBack)]);
    expect(String(world.troubles[0])).not.toContain(owner.email);
  });

  it("mails one to whoever called a report spam, and bears the workspace's tag", async () => {
    await suspend(owner.email, "complained");
    await requestSignIn(world.deps, { email: owner.email });
    expect(world.mails).toMatchObject([{ to: { address: owner.email }, tags: { [workspaceTag]: workspaceId } }]);
  });

  it("tells the caller nothing when the mail service refuses a known address", async () => {
    const mailer = { send: () => Promise.reject(new Error("refused")) };
    await requestSignIn({ ...world.deps, mailer }, { email: owner.email });
    expect(world.troubles).toEqual([new Error("refused")]);
  });
});

describe("inviting", () => {
  it("mails a link in the person's language that works for a week", async () => {
    const guest = unwrap(await inviteMember(world.deps, actor("owner"), invitation()));
    expect(guest).toMatchObject({ workspaceId, role: "author" });
    const [mail] = world.mails;
    expect(mail?.subject).toBe('You are invited to the workspace "Листок"');
    world.clock.advance(invitationLifetimeMs - 1);
    const address = /https:\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    expect(unwrap(await consumeSignInLink(world.deps, tokenOf(address))).member.id).toBe(guest.id);
  });

  it.each(["manager", "author", "viewer"] as const)("is not for a %s", async (role) => {
    expect(codeOf(await inviteMember(world.deps, actor(role), invitation()))).toBe("forbidden");
    expect(world.mails).toEqual([]);
  });

  it("of the same address again is refused and changes nothing", async () => {
    const answer = await inviteMember(world.deps, actor("owner"), invitation({ email: owner.email, role: "viewer" }));
    expect(answer).toMatchObject({ ok: false, error: { code: "member-exists", field: "email" } });
    expect((await world.deps.members.get(workspaceId, owner.id))?.role).toBe("owner");
  });

  it("says so when the mail was not taken over; the person is a member all the same", async () => {
    const input = invitation();
    const mailer = { send: () => Promise.reject(new Error("refused")) };
    expect(codeOf(await inviteMember({ ...world.deps, mailer }, actor("owner"), input))).toBe("invitation-not-mailed");
    await requestSignIn(world.deps, input);
    expect(world.mails).toHaveLength(1);
  });

  it("says so when mail to the address comes back; the person is a member all the same", async () => {
    const input = invitation();
    await suspend(input.email, "bounced");
    expect(codeOf(await inviteMember(world.deps, actor("owner"), input))).toBe("invitation-comes-back");
    expect(world.mails).toEqual([]);
    const [guest] = await world.deps.members.findByEmail(input.email);
    const unmailed = unwrap(await readUnmailedMembers(world.deps, actor("manager")));
    expect(unmailed).toMatchObject([{ memberId: guest?.id, because: "bounced" }]);
    expect(codeOf(await readUnmailedMembers(world.deps, actor("author")))).toBe("forbidden");
  });

  it("stops at the most members a workspace can have", async () => {
    const many = Array.from({ length: maxMembers }, (_, index) => ({ ...owner, id: `mem_${index}` }));
    const members = { ...world.deps.members, list: async () => many };
    const answer = await inviteMember({ ...world.deps, members }, actor("owner"), invitation());
    expect(codeOf(answer)).toBe("too-many-members");
  });
});

describe("a profile", () => {
  it("changes by its member, name and language only", async () => {
    const changed = unwrap(await editProfile(world.deps, actor("owner"), { name: "Оля" }));
    expect(changed).toEqual({ ...owner, name: "Оля" });
    expect(unwrap(await editProfile(world.deps, actor("owner"), {}))).toEqual(changed);
  });
});

describe("the roles", () => {
  it.each<[Permission, readonly Role[]]>([
    ["read", ["owner", "manager", "author", "viewer"]],
    ["write", ["owner", "manager", "author"]],
    ["approve", ["owner", "manager"]],
    ["schedule", ["owner", "manager"]],
    ["respond", ["owner", "manager"]],
    ["manage-channels", ["owner", "manager"]],
    ["manage-goals", ["owner", "manager"]],
    ["manage-reports", ["owner", "manager"]],
    ["manage-members", ["owner"]],
  ])("that may %s are %j", (permission, holders) => {
    expect(roles.filter((role) => may(actor(role), permission))).toEqual(holders);
  });
});
