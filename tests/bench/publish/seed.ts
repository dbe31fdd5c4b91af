import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { postRepository } from "#core/adapters/dynamo/post-repository.ts";
import { publicationRepository } from "#core/adapters/dynamo/publication-repository.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import type { Channel } from "#core/channels/connected/index.ts";
import { type Post, postLimits } from "#core/content/index.ts";
import { scheduled } from "#core/publishing/calendar-changes.ts";
import type { Publications } from "#core/publishing/index.ts";
import type { Machine } from "#local/machine.ts";

const workspaceId = "ws_bench";
const parallel = 20;

/** What is to be published: so many publications, the same number on each channel, due within one minute. */
export interface Seeded {
  readonly publications: Publications;
  readonly channels: readonly Channel[];
  readonly due: number;
}

/** The table, with the operator's rights. */
export function operatorsTable({ cloud }: Machine): Dynamo {
  const { gatewayUrl: endpoint, region, operatorCredentials: credentials } = cloud;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const marshallOptions = { removeUndefinedValues: true };
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions }), tableName: cloud.resource("Table").name };
}

/** Connects a channel to a page of its own on the sandbox, as many as asked. */
export async function seedChannels(machine: Machine, count: number): Promise<readonly Channel[]> {
  const sealer = aesGcmSealer([await masterKey(machine)]);
  const channels = channelRepository(operatorsTable(machine));
  const control = async (path: string, body: object): Promise<Record<string, string>> => {
    const url = `${machine.sandbox.url}/sandbox/facebook/${path}`;
    const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const connected: Channel[] = [];
  await inParallel(count, async (index) => {
    const number = String(index + 1).padStart(4, "0");
    const remoteId = `90000000000${number}`;
    await control("pages", { id: remoteId, name: `Сторінка ${number}` });
    const { accessToken = "" } = await control("tokens", { pageId: remoteId, scopes: ["pages_manage_posts"] });
    const id = `chan_${number}`;
    const channel: Channel = {
      ...{ id, workspaceId, remoteId, platform: "facebook", name: `Сторінка ${number}`, state: "connected" },
      ...{ url: `${machine.sandbox.url}/facebook/pages/${remoteId}`, endpoints: machine.sandbox.endpoints.facebook },
      ...{ sealedToken: sealer.seal(accessToken, id), slots: [], connectedAt: Date.now(), version: 1 },
    };
    connected[index] = await channels.connect(channel);
  });
  return connected;
}

/**
 * Puts `size` publications on the channels' calendars, evenly: each post goes to up to as many channels as a post may,
 * at one second of the minute that begins at `from` (epoch ms).
 */
export async function seedPublications(
  machine: Machine,
  plan: { size: number; from: number; channels: readonly Channel[]; tell: (stored: number) => void },
): Promise<Seeded> {
  const { size, from, channels, tell } = plan;
  const dynamo = operatorsTable(machine);
  const [posts, publications] = [postRepository(dynamo), publicationRepository(dynamo)];
  const groups: Channel[][] = [];
  for (let start = 0; start < channels.length; start += postLimits.channels) {
    groups.push(channels.slice(start, start + postLimits.channels));
  }
  const jobs: { post: Post; channel: Channel; dueAt: number }[] = [];
  for (let round = 0; jobs.length < size; round += 1) {
    for (const [groupIndex, group] of groups.entries()) {
      const post = postOf(`post_${round}_${groupIndex}`, `Допис ${round} групи ${groupIndex}`, group);
      await posts.create(post);
      const dueAt = from + ((round * 7 + groupIndex * 13) % 60) * 1000;
      jobs.push(...group.map((channel) => ({ post, channel, dueAt })));
    }
  }
  const wanted = jobs.slice(0, size);
  let stored = 0;
  await inParallel(wanted.length, async (index) => {
    const job = wanted[index];
    if (!job) return;
    const { post, channel, dueAt } = job;
    const content = { revision: post.revision, text: post.base.text, media: [] };
    const time = { dueAt, timeZone: "Europe/Kyiv" };
    await publications.create(scheduled({ post, channel, content, time }, "system:bench", Date.now()));
    stored += 1;
    if (stored % 1000 === 0) tell(stored);
  });
  return { publications, channels, due: wanted.length };
}

const postOf = (id: string, text: string, channels: readonly Channel[]): Post => ({
  ...{ id, workspaceId, state: "scheduled", version: 1, revision: 1, authorId: "mem_bench", labels: [], history: [] },
  base: { text, mediaIds: [] },
  channelIds: channels.map((channel) => channel.id),
  variants: {},
  createdAt: Date.now(),
  updatedAt: Date.now(),
});

async function masterKey({ cloud }: Machine): Promise<string> {
  const { gatewayUrl: endpoint, region, operatorCredentials: credentials } = cloud;
  const ssm = new SSMClient({ endpoint, region, credentials });
  const Name = "/dopys/local/master-key";
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
  return Parameter?.Value ?? "";
}

async function inParallel(count: number, run: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await run(index);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
}

export { workspaceId as benchWorkspace };
