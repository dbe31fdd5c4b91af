import type { Machine } from "../machine.ts";
import { apiClient, signIn } from "./client.ts";
import { type Figures, must } from "./figures.ts";
import type { DemoWorkspace } from "./set-up.ts";

interface Refusal {
  readonly error?: { readonly code: string; readonly message: string; readonly cure?: string };
}

/** A forged delivery, a post that is too long, a look at another company's post: each is refused and leaves nothing. */
export async function refusalStep(
  machine: Machine,
  { client, channel }: DemoWorkspace,
  postId: string,
  figures: Figures,
  say: (line: string) => void,
): Promise<void> {
  const before = await counts(client);

  const forged = await fetch(`${machine.url}/hooks/facebook`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${"0".repeat(64)}` },
    body: JSON.stringify({ object: "page", entry: [] }),
  });
  must(forged.status === 401, `a forged delivery is refused: ${forged.status}`);
  figures.refused += 1;

  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text: "а".repeat(63_207) },
    channelIds: [channel.id],
  });
  const submitted = await client.try<{ post: { version: number } }>("POST", `/api/posts/${post.id}/submit`, {
    version: post.version,
  });
  await client.try("POST", `/api/posts/${post.id}/approve`, { version: submitted.body.post?.version });
  const scheduled = await client.try<Refusal>("POST", `/api/posts/${post.id}/schedule`, { when: { now: true } });
  must(scheduled.status === 400 && scheduled.body.error?.message, `too long a post is refused: ${scheduled.status}`);
  const view = await client.ask<{ publications: unknown[] }>("GET", `/api/posts/${post.id}`);
  must(view.publications.length === 0, "nothing of it is scheduled");
  figures.refused += 1;

  const stranger = await otherCompany(machine);
  const [theirs, nobodys] = await Promise.all([
    stranger.try<Refusal>("GET", `/api/posts/${postId}`),
    stranger.try<Refusal>("GET", "/api/posts/post_00000000000000000000000000"),
  ]);
  must(theirs.status === 404, `another company's post does not exist for us: ${theirs.status}`);
  must(JSON.stringify(theirs) === JSON.stringify(nobodys), "and cannot be told from one that does not exist");
  figures.refused += 1;

  must(JSON.stringify(await counts(client)) === JSON.stringify(before), "nothing was stored by any of them");
  say("a forged delivery, a post of 63,207 characters and a look at another company's post are refused");
}

/** What a bad request must not change. */
async function counts(client: DemoWorkspace["client"]): Promise<readonly number[]> {
  const [inbox, leads] = await Promise.all([
    client.ask<{ threads: unknown[] }>("GET", "/api/inbox?state=all"),
    client.ask<{ leads: unknown[] }>("GET", "/api/leads"),
  ]);
  return [inbox.threads.length, leads.leads.length];
}

async function otherCompany(machine: Machine) {
  const client = apiClient(machine.url, "en");
  const made = await client.try<{ signInLink: string }>(
    "POST",
    "/api/setup",
    {
      workspace: { name: "Another company", timeZone: "Europe/London", language: "en", currency: "GBP" },
      owner: { email: "owner@other.example", name: "Owner", language: "en" },
    },
    { authorization: `Bearer ${machine.setupToken}` },
  );
  must(made.status === 201, "another company is set up");
  await signIn(client, made.body.signInLink);
  return client;
}
