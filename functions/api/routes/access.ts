import { Hono } from "hono";
import * as v from "valibot";
import {
  changeRole,
  changeRoleSchema,
  consumeSignInLink,
  editProfile,
  editProfileSchema,
  emailSchema,
  inviteMember,
  inviteMemberSchema,
  letAcknowledge,
  letAcknowledgeSchema,
  type Member,
  operatorSignInLinks,
  removeMember,
  requestSignIn,
  setUpWorkspace,
  setUpWorkspaceSchema,
  signOut,
  type Workspace,
} from "#core/access/index.ts";
import { readUnmailedMembers } from "#core/mailing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { dropSession, giveSession, sessionToken } from "../session.ts";

const memberView = ({ id, name, email, role, language, acknowledges }: Member) => ({
  id,
  name,
  email,
  role,
  language,
  acknowledges,
});

const workspaceView = ({ id, name, timeZone, language, currency }: Workspace) => ({
  id,
  name,
  timeZone,
  language,
  currency,
});

const bearer = (header: string | undefined): string => /^Bearer (.+)$/.exec(header ?? "")?.[1] ?? "";

/** Getting in and out, who is here, and the operator's setting up of a workspace. */
export const accessRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .post("/setup", parse("json", setUpWorkspaceSchema), async (c) => {
      const made = await setUpWorkspace(deps, bearer(c.req.header("authorization")), c.req.valid("json"));
      if (!made.ok) return refuse(c, made.error);
      const { workspace, owner, signInLink } = made.value;
      return c.json({ workspace: workspaceView(workspace), owner: memberView(owner), signInLink }, 201);
    })
    .post("/setup/sign-in-links", parse("json", v.object({ email: emailSchema })), async (c) => {
      const links = await operatorSignInLinks(deps, bearer(c.req.header("authorization")), c.req.valid("json"));
      return links.ok ? c.json({ links: links.value }) : refuse(c, links.error);
    })
    .post("/sign-in", parse("json", v.object({ email: emailSchema })), async (c) => {
      await requestSignIn(deps, c.req.valid("json"));
      return c.json({ sent: true }, 202);
    })
    .post("/sign-in/consume", parse("json", v.object({ token: v.pipe(v.string(), v.maxLength(200)) })), async (c) => {
      const entered = await consumeSignInLink(deps, c.req.valid("json"));
      if (!entered.ok) return refuse(c, entered.error);
      const { member, sessionToken: token, expiresAt } = entered.value;
      giveSession(c, deps.publicUrl, token, expiresAt - deps.clock.nowMs());
      return c.json({ member: memberView(member) });
    })
    .post("/sign-out", async (c) => {
      const token = sessionToken(c, deps.publicUrl);
      if (token) await signOut(deps, token);
      dropSession(c, deps.publicUrl);
      return c.json({ signedOut: true });
    })
    .get("/me", (c) => c.json({ member: memberView(c.get("member")), workspace: workspaceView(c.get("workspace")) }))
    .patch("/me", parse("json", editProfileSchema), async (c) => {
      const member = await editProfile(deps, c.get("actor"), c.req.valid("json"));
      return member.ok ? c.json({ member: memberView(member.value) }) : refuse(c, member.error);
    })
    .get("/members", async (c) => {
      const members = await deps.members.list(c.get("actor").workspaceId);
      return c.json({ members: members.map(memberView) });
    })
    .get("/members/unmailed", async (c) => {
      const unmailed = await readUnmailedMembers(deps, c.get("actor"));
      return unmailed.ok ? c.json({ unmailed: unmailed.value }) : refuse(c, unmailed.error);
    })
    .put("/members/:id/acknowledges", parse("json", letAcknowledgeSchema), async (c) => {
      const input = { ...c.req.valid("json"), memberId: c.req.param("id") ?? "" };
      const member = await letAcknowledge(deps, c.get("actor"), input);
      return member.ok ? c.json({ member: memberView(member.value) }) : refuse(c, member.error);
    })
    .post("/members", parse("json", inviteMemberSchema), async (c) => {
      const invited = await inviteMember(deps, c.get("actor"), c.req.valid("json"));
      return invited.ok ? c.json({ member: memberView(invited.value) }, 201) : refuse(c, invited.error);
    })
    .put("/members/:id/role", parse("json", v.omit(changeRoleSchema, ["memberId"])), async (c) => {
      const input = { ...c.req.valid("json"), memberId: c.req.param("id") ?? "" };
      const changed = await changeRole(deps, c.get("actor"), input);
      return changed.ok ? c.json({ member: memberView(changed.value) }) : refuse(c, changed.error);
    })
    .delete("/members/:id", async (c) => {
      const removed = await removeMember(deps, c.get("actor"), { memberId: c.req.param("id") });
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    });
