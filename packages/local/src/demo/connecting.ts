import type { ApiClient } from "./client.ts";

/** A channel that was connected, and what it is on the sandbox. */
export interface ConnectedChannel {
  readonly channel: { readonly id: string; readonly name: string; readonly version: number };
  readonly remoteId: string;
}

/** Connects the first page or account of a platform as a person does: consents on the platform's own dialog, then chooses. */
export async function connectChannel(client: ApiClient, platform: string): Promise<ConnectedChannel> {
  const { consentUrl } = await client.ask<{ consentUrl: string }>("POST", "/api/channels/connect", { platform });
  const back = await consent(consentUrl);
  const landed = await client.try<{ location: string }>("GET", `${back.pathname}${back.search}`);
  const connection = new URL(landed.body.location, back).searchParams.get("connect");
  if (!connection) throw new Error(`The consent was not accepted: ${JSON.stringify(landed.body)}`);
  const { candidates } = await client.ask<{ candidates: { remoteId: string }[] }>(
    "GET",
    `/api/channels/connect/${connection}`,
  );
  const [first] = candidates;
  if (!first) throw new Error("The platform offered nothing to connect");
  const { channels } = await client.ask<{ channels: ConnectedChannel["channel"][] }>(
    "POST",
    `/api/channels/connect/${connection}`,
    { remoteIds: [first.remoteId] },
  );
  const [channel] = channels;
  if (!channel) throw new Error("No channel was connected");
  return { channel, remoteId: first.remoteId };
}

/** Connects everything anew that is connected, as after the platforms have moved: the channels learn where they are now. */
export async function reconnectChannels(client: ApiClient): Promise<void> {
  const { channels } = await client.ask<{ channels: { platform: string }[] }>("GET", "/api/channels");
  for (const platform of new Set(channels.map((channel) => channel.platform))) await connectChannel(client, platform);
}

/** Agrees on the platform's dialog to everything it asks for; gives the address it sends the browser back to. */
async function consent(consentUrl: string): Promise<URL> {
  const dialog = await (await fetch(consentUrl)).text();
  const form = new URLSearchParams();
  for (const [, tag = ""] of dialog.matchAll(/<input([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");
    form.append(attribute("name") ?? "", attribute("value") ?? "");
  }
  form.append("answer", "allow");
  const answer = await fetch(consentUrl, { method: "POST", body: form, redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "", consentUrl);
}
