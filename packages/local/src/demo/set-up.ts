import type { Machine } from "../machine.ts";
import { type ApiClient, apiClient, signIn } from "./client.ts";
import { connectChannel } from "./connecting.ts";
import { demoToday, demoZone } from "./zone.ts";

/** The workspace that everything on one machine begins with. */
const demo = {
  workspace: { name: "Кав'ярня Листок", timeZone: demoZone, language: "uk", currency: "UAH" },
  owner: { email: "owner@lystok.example", name: "Олена Гай", language: "uk" },
  slots: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, time: "12:00" },
    { weekday, time: "18:00" },
  ]),
} as const;

export interface DemoWorkspace {
  readonly owner: { readonly email: string };
  /** Signed in as the owner. */
  readonly client: ApiClient;
  readonly workspaceId: string;
  readonly channel: { readonly id: string; readonly name: string };
  /** The connected page on the sandbox. */
  readonly pageId: string;
}

/**
 * Sets the demo workspace up as an operator and its owner would: the workspace, a page connected by consent, a posting
 * schedule, one goal.
 */
export async function setUpDemoWorkspace(machine: Machine): Promise<DemoWorkspace> {
  const client = apiClient(machine.url);
  const made = await client.try<{ workspace: { id: string }; signInLink: string }>(
    "POST",
    "/api/setup",
    { workspace: demo.workspace, owner: demo.owner },
    { authorization: `Bearer ${machine.setupToken}` },
  );
  if (made.status !== 201) throw new Error(`The workspace was not set up: ${JSON.stringify(made.body)}`);
  await signIn(client, made.body.signInLink);
  const { channel, remoteId: pageId } = await connectChannel(client, "facebook");
  await client.ask("PUT", `/api/channels/${channel.id}/slots`, { version: channel.version, slots: demo.slots });
  await client.ask("POST", "/api/goals", {
    name: "2 000 підписників до Нового року",
    problem: "weak-awareness",
    kpi: "followers",
    channelId: channel.id,
    baseline: 1000,
    target: 2000,
    dueDay: demoToday().add({ days: 60 }).toString(),
  });
  return { owner: demo.owner, client, workspaceId: made.body.workspace.id, channel, pageId };
}

/** A fresh one-time sign-in link, by the operator's word. */
export async function signInLinkOf(machine: Machine, email: string): Promise<string> {
  const answer = await apiClient(machine.url).try<{ links: string[] }>(
    "POST",
    "/api/setup/sign-in-links",
    { email },
    { authorization: `Bearer ${machine.setupToken}` },
  );
  const [link] = answer.body.links ?? [];
  if (!link) throw new Error(`No sign-in link: ${JSON.stringify(answer.body)}`);
  return link;
}
