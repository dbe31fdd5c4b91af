import type { Role } from "#core/kernel/actor.ts";
import type { Language } from "#core/kernel/language.ts";
import { type ApiClient, apiClient, signIn } from "#local/demo/client.ts";
import { signInLinkOf } from "#local/demo/set-up.ts";
import type { Machine } from "#local/machine.ts";

/** Another company on the same machine, by its owner, who reads English. */
export async function otherCompany(machine: Machine): Promise<ApiClient> {
  const client = apiClient(machine.url, "en");
  const made = await client.try<{ signInLink: string }>(
    "POST",
    "/api/setup",
    {
      workspace: { name: "Other", timeZone: "Europe/London", language: "en", currency: "GBP" },
      owner: { email: "owner@other.example", name: "Owner", language: "en" },
    },
    { authorization: `Bearer ${machine.setupToken}` },
  );
  await signIn(client, made.body.signInLink);
  return client;
}

/** Has the owner invite a person, and signs that person in. */
export async function newMember(
  machine: Machine,
  owner: ApiClient,
  role: Role,
  language: Language = "uk",
): Promise<ApiClient> {
  const email = `${role}@lystok.example`;
  await owner.ask("POST", "/api/members", { email, name: role, role, language });
  const client = apiClient(machine.url, language);
  await signIn(client, await signInLinkOf(machine, email));
  return client;
}

/** The cookie of a new session of a member, for requests that no client of ours would send. */
export async function sessionCookie(machine: Machine, email: string): Promise<string> {
  const token = new URL(await signInLinkOf(machine, email)).searchParams.get("token");
  const answer = await fetch(`${machine.url}/api/sign-in/consume`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-dopys-request": "1" },
    body: JSON.stringify({ token }),
  });
  const [cookie = ""] = answer.headers.getSetCookie();
  return cookie.split(";")[0] ?? "";
}
