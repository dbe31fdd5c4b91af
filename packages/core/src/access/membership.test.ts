import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApiWorld, apiWorld, setupToken } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import type { MemberActor, Role } from "../kernel/actor.ts";
import { type Result, unwrap } from "../kernel/result.ts";
import {
  changeRole,
  consumeSignInLink,
  inviteMember,
  type Member,
  operatorSignInLinks,
  removeMember,
  setUpWorkspace,
  whoIs,
} from "./index.ts";

let dynamo: TestDynamo;
let world: ApiWorld;
let olena: Member;
let addresses = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = apiWorld(dynamo);
  const made = await setUpWorkspace(world.deps, setupToken, {
    workspace: { name: "Листок", timeZone: "Europe/Kyiv", language: "uk", currency: "UAH" },
    owner: { email: `olena${addresses++}@lystok.example`, name: "Олена", language: "uk" },
  });
  olena = unwrap(made).owner;
});

const as = ({ id, workspaceId, role }: Member): MemberActor => ({
  type: "member",
  workspaceId,
  memberId: id,
  role,
  language: "uk",
});
const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? "ok" : result.error.code);
const roleOf = async ({ workspaceId, id }: Member) => (await world.deps.members.get(workspaceId, id))?.role;
const invite = async (role: Role, email = `guest${addresses++}@lystok.example`) =>
  unwrap(await inviteMember(world.deps, as(olena), { email, name: "Гість", role, language: "en" }));

/** The session of a member who comes in by a fresh link. */
async function signedIn({ email }: Member): Promise<string> {
  const [link = ""] = unwrap(await operatorSignInLinks(world.deps, setupToken, { email }));
  return unwrap(await consumeSignInLink(world.deps, tokenOf(link))).sessionToken;
}
const tokenOf = (link: string) => ({ token: new URL(link).searchParams.get("token") ?? "" });

describe("another role", () => {
  it("holds from the member's next request on", async () => {
    const author = await invite("author");
    const session = await signedIn(author);
    expect((await whoIs(world.deps, session))?.actor.role).toBe("author");
    unwrap(await changeRole(world.deps, as(olena), { memberId: author.id, role: "manager" }));
    expect((await whoIs(world.deps, session))?.actor.role).toBe("manager");
  });

  it("is given by owners alone, to members alone", async () => {
    const manager = await invite("manager");
    expect(codeOf(await changeRole(world.deps, as(manager), { memberId: manager.id, role: "owner" }))).toBe(
      "forbidden",
    );
    expect(codeOf(await changeRole(world.deps, as(olena), { memberId: "mem_x", role: "viewer" }))).toBe("not-found");
  });

  it("is refused to the last owner until somebody else is one", async () => {
    const guest = await invite("viewer");
    const step = { memberId: olena.id, role: "manager" as const };
    expect(codeOf(await changeRole(world.deps, as(olena), step))).toBe("last-owner");
    unwrap(await changeRole(world.deps, as(olena), { memberId: guest.id, role: "owner" }));
    unwrap(await changeRole(world.deps, as(olena), step));
    expect([await roleOf(olena), await roleOf(guest)]).toEqual(["manager", "owner"]);
  });
});

describe("a member who is removed", () => {
  it("is out with the next request, in every browser, and no mailed link lets them in", async () => {
    const guest = await invite("author");
    const [link = ""] = unwrap(await operatorSignInLinks(world.deps, setupToken, { email: guest.email }));
    const sessions = [await signedIn(guest), await signedIn(guest)];
    unwrap(await removeMember(world.deps, as(olena), { memberId: guest.id }));
    expect(await Promise.all(sessions.map((session) => whoIs(world.deps, session)))).toEqual([null, null]);
    expect(codeOf(await consumeSignInLink(world.deps, tokenOf(link)))).toBe("sign-in-link-invalid");
  });

  it("gets none of the old sessions and links back by a new invitation", async () => {
    const guest = await invite("author");
    const session = await signedIn(guest);
    const [link = ""] = unwrap(await operatorSignInLinks(world.deps, setupToken, { email: guest.email }));
    unwrap(await removeMember(world.deps, as(olena), { memberId: guest.id }));
    world.clock.advance(1_000);
    const again = await invite("viewer", guest.email);
    expect(again.id).toBe(guest.id);
    expect(await whoIs(world.deps, session)).toBeNull();
    expect(codeOf(await consumeSignInLink(world.deps, tokenOf(link)))).toBe("sign-in-link-invalid");
    expect((await whoIs(world.deps, await signedIn(again)))?.actor.role).toBe("viewer");
  });

  it("is nobody for the others, and only owners remove", async () => {
    const guest = await invite("viewer");
    expect(codeOf(await removeMember(world.deps, as(guest), { memberId: olena.id }))).toBe("forbidden");
    unwrap(await removeMember(world.deps, as(olena), { memberId: guest.id }));
    expect((await world.deps.members.list(olena.workspaceId)).map(({ id }) => id)).toEqual([olena.id]);
    expect(codeOf(await removeMember(world.deps, as(olena), { memberId: guest.id }))).toBe("not-found");
  });

  it("is never the last owner, also when two owners remove each other in the same moment", async () => {
    expect(codeOf(await removeMember(world.deps, as(olena), { memberId: olena.id }))).toBe("last-owner");
    for (let round = 0; round < 10; round += 1) {
      const other = await invite("owner");
      const answers = await Promise.all([
        removeMember(world.deps, as(olena), { memberId: other.id }),
        removeMember(world.deps, as(other), { memberId: olena.id }),
      ]);
      const left = await world.deps.members.list(olena.workspaceId);
      const owners = left.filter(({ role }) => role === "owner");
      expect(owners).toHaveLength(1);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      olena = owners[0] ?? olena;
    }
  });

  it("can be removed again after a removal that broke off half way", async () => {
    const other = await invite("owner");
    const broken = { ...world.deps.members, remove: () => Promise.reject(new Error("table down")) };
    const input = { memberId: other.id };
    await expect(removeMember({ ...world.deps, members: broken }, as(olena), input)).rejects.toThrow("table down");
    expect(codeOf(await removeMember(world.deps, as(other), { memberId: olena.id }))).toBe("last-owner");
    unwrap(await removeMember(world.deps, as(olena), input));
    expect(await roleOf(other)).toBeUndefined();
  });
});
