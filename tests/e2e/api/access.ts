import { describe, expect, it } from "vitest";
import { apiClient, signIn } from "#local/demo/client.ts";
import { signInLinkOf } from "#local/demo/set-up.ts";
import { sessionCookie } from "#tests/support/people.ts";
import { changingRoutes, filled, membersRoutes, nameOf } from "./routes.ts";
import type { ApiWorld } from "./world.ts";

/** Who is let in, and from where. */
export const checkAccess = (world: () => ApiWorld): void =>
  describe("getting in", () => {
    it("is needed for every route but those for getting in", async () => {
      expect(membersRoutes.length).toBeGreaterThan(40);
      const cookies = ["", "dopys_session=", "dopys_session=x", `dopys_session=${world().demo.workspaceId}.${"A".repeat(43)}`];
      const answers = await Promise.all(
        membersRoutes.map(async (route, index) => {
          const cookie = cookies[index % cookies.length] ?? "";
          const body = route[0] === "GET" ? undefined : {};
          const { status } = await world().nobody.try(route[0], filled(route[1]), body, { cookie });
          return [nameOf(route), status];
        }),
      );
      expect(answers).toEqual(membersRoutes.map((route) => [nameOf(route), 401]));
    });

    it("works once by a link, and never by one that is not quite it", async () => {
      const { machine, demo } = world();
      const link = await signInLinkOf(machine, demo.owner.email);
      for (const wrong of [`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`, `${link}A`, link.slice(0, -1)]) {
        await expect(signIn(apiClient(machine.url), wrong)).rejects.toThrow("401");
      }
      const inTwoTabs = [1, 2].map(() => signIn(apiClient(machine.url), link));
      const entered = (await Promise.allSettled(inTwoTabs)).filter(({ status }) => status === "fulfilled");
      expect(entered).toHaveLength(1);
      await expect(signIn(apiClient(machine.url), link)).rejects.toThrow("sign-in-link-invalid");
    });

    it("answers the same for an address that nobody has, and mails it nothing", async () => {
      const { machine, demo, nobody } = world();
      const mailsTo = (email: string) => machine.cloud.mail?.listMails().filter(({ to }) => to.join().includes(email)) ?? [];
      const before = machine.cloud.mail?.listMails().length ?? 0;
      const unknown = await nobody.try("POST", "/api/sign-in", { email: "stranger@nowhere.example" });
      const known = await nobody.try("POST", "/api/sign-in", { email: demo.owner.email });
      expect(known).toEqual(unknown);
      expect(known.status).toBe(202);
      expect(mailsTo("stranger@nowhere.example")).toHaveLength(0);
      const [mail, ...others] = mailsTo(demo.owner.email);
      expect([mail?.text?.includes("/sign-in?token="), others.length]).toEqual([true, 0]);
      await nobody.try("POST", "/api/sign-in", { email: demo.owner.email });
      expect(machine.cloud.mail?.listMails()).toHaveLength(before + 1);
    });

    it("ends with signing out", async () => {
      const { machine, demo } = world();
      const client = apiClient(machine.url);
      await signIn(client, await signInLinkOf(machine, demo.owner.email));
      await client.ask("GET", "/api/me");
      await client.ask("POST", "/api/sign-out");
      expect((await client.try("GET", "/api/me")).status).toBe(401);
    });

    it("is for the operator alone when a workspace is set up", async () => {
      const { machine, nobody } = world();
      const setUp = {
        workspace: { name: "Third", timeZone: "Europe/London", language: "en", currency: "GBP" },
        owner: { email: "owner@third.example", name: "Owner", language: "en" },
      };
      for (const authorization of ["", "Bearer ", "Bearer x", machine.setupToken, `Basic ${machine.setupToken}`]) {
        const made = await nobody.try("POST", "/api/setup", setUp, { authorization });
        const link = await nobody.try("POST", "/api/setup/sign-in-links", setUp.owner, { authorization });
        expect([authorization, made.status, link.status]).toEqual([authorization, 401, 401]);
      }
    });
  });

/** Changes that another site's page makes a member's browser ask for. */
export const checkOtherSites = (world: () => ApiWorld): void =>
  describe("a page of another site", () => {
    it.each([
      ["a form, which cannot send our header", {}],
      ["a script of another site", { "x-dopys-request": "1", "sec-fetch-site": "cross-site" }],
      ["a script of another host of the same site", { "x-dopys-request": "1", "sec-fetch-site": "same-site" }],
    ])("changes nothing by %s", async (_, headers) => {
      const { machine, demo, everything } = world();
      const cookie = await sessionCookie(machine, demo.owner.email);
      const before = await everything();
      const answers = await Promise.all(
        changingRoutes.map(async (route) => {
          const [method, pattern] = route;
          const request = { method, headers: { ...headers, cookie, "content-type": "application/json" }, body: "{}" };
          const answer = await fetch(`${machine.url}${filled(pattern)}`, request);
          const { error } = (await answer.json()) as { error: { code: string } };
          return [nameOf(route), answer.status, error.code];
        }),
      );
      expect(answers).toEqual(changingRoutes.map((route) => [nameOf(route), 403, "cross-site-request"]));
      expect(await everything()).toBe(before);
    });

    it("reads nothing: no answer allows another origin", async () => {
      const { answers } = world();
      expect(answers.texts.filter((text) => /access-control-allow/i.test(text))).toEqual([]);
    });
  });
