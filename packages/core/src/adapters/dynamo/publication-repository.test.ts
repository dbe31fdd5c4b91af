import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "#core/kernel/ids.ts";
import { notBegun, type Publication, type Publications, wakeShardOf } from "#core/publishing/index.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { memoryPublications } from "#tests/support/memory-publications.ts";
import { aPublication } from "#tests/support/publishing-world.ts";
import { publicationEntity } from "./entities/publishing.ts";
import { publicationRepository } from "./publication-repository.ts";

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

const stores: [string, () => Publications][] = [
  ["in the table", () => publicationRepository(dynamo)],
  ["in memory", memoryPublications],
];

describe.each(stores)("publications %s", (_name, make) => {
  let publications: Publications;
  let workspaceId: string;
  beforeEach(() => {
    publications = make();
    workspaceId = newId("ws");
  });
  const stored = async (change: Partial<Publication> = {}): Promise<Publication> => {
    const publication = aPublication({ workspaceId, id: newId("pub"), ...change });
    expect(await publications.create(publication)).toBe(true);
    return publication;
  };
  const waitingIds = async (shard: string, until: number) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await publications.waiting(shard, until, cursor);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return ids;
  };

  it("come back as they were stored, with every part of their state", async () => {
    const publication = await stored({
      state: "unconfirmed",
      armed: { step: "post", at: 5, fence: 2 },
      looks: { absent: 1, unclear: 0 },
      receipts: { upload0: "1" },
      content: {
        revision: 3,
        text: "Їжак 🦔",
        media: [{ assetId: "a", key: "k", kind: "image", contentType: "image/png", altText: "" }],
        firstComment: "Адреса",
      },
      followUps: [{ kind: "first-comment", state: "scheduled", attempts: 1, armings: 2, receipts: { a: "b" } }],
    });
    expect(await publications.get(workspaceId, publication.id)).toEqual(publication);
  });

  it("come back after their follow-ups have begun, with what has not happened left out", async () => {
    const { id } = await stored();
    const found = await publications.get(workspaceId, id);
    if (!found) throw new Error("It is gone");
    const begun = await publications.save({ ...found, followUps: [{ kind: "first-comment", ...notBegun }] });
    expect(await publications.get(workspaceId, id)).toEqual(begun);
  });

  it("are created once", async () => {
    const publication = await stored();
    expect(await publications.create({ ...publication, dueAt: 1 })).toBe(false);
    expect(await publications.get(workspaceId, publication.id)).toEqual(publication);
  });

  it("are not seen by another workspace", async () => {
    const publication = await stored();
    expect(await publications.get(newId("ws"), publication.id)).toBeNull();
    expect(await publications.getMany(newId("ws"), [publication.id])).toEqual([]);
  });

  it("are found by many ids at once, those that exist", async () => {
    const one = await stored();
    const two = await stored();
    const found = await publications.getMany(workspaceId, [one.id, two.id, "pub_none", one.id]);
    expect(found.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  });

  it("let one of two writers win", async () => {
    const publication = await stored();
    const first = await publications.save({ ...publication, attempts: 1 });
    const second = await publications.save({ ...publication, attempts: 2 });
    expect(first).toEqual({ ...publication, attempts: 1, version: publication.version + 1 });
    expect(second).toBeNull();
    expect((await publications.get(workspaceId, publication.id))?.attempts).toBe(1);
  });

  it("count a repeated write of the same thing as won", async () => {
    const publication = await stored();
    const first = await publications.save({ ...publication, attempts: 1 });
    expect(await publications.save({ ...publication, attempts: 1 })).toEqual(first);
  });

  it("are not written into existence by a save", async () => {
    const publication = aPublication({ workspaceId, id: newId("pub") });
    expect(await publications.save(publication)).toBeNull();
    expect(await publications.get(workspaceId, publication.id)).toBeNull();
  });

  it("wait in their shard until somebody looks, and leave it when nobody must", async () => {
    const publication = await stored({ wakeAt: 1_000 });
    const shard = wakeShardOf(publication);
    expect(await waitingIds(shard, 999)).not.toContain(publication.id);
    expect(await waitingIds(shard, 1_000)).toContain(publication.id);
    await publications.save({ ...publication, state: "published", nextAt: undefined, wakeAt: undefined });
    expect(await waitingIds(shard, 9_000)).not.toContain(publication.id);
  });

  it("move within their shard when they are to be looked at later", async () => {
    const publication = await stored({ wakeAt: 1_000 });
    await publications.save({ ...publication, wakeAt: 10_000_000_000_000 - 1 });
    expect(await waitingIds(wakeShardOf(publication), 2_000)).not.toContain(publication.id);
  });

  it("are listed by the time they are due, from the first instant up to the last one excluded", async () => {
    await stored({ dueAt: 99 });
    const late = await stored({ dueAt: 1_999 });
    const early = await stored({ dueAt: 100 });
    await stored({ dueAt: 2_000 });
    const found = await publications.list(workspaceId, { from: 100, to: 2_000, limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([early.id, late.id]);
  });

  it("are listed by channel and state", async () => {
    const wanted = await stored({ channelId: "chan_2", state: "published" });
    await stored({ channelId: "chan_2" });
    await stored({ channelId: "chan_1", state: "published" });
    const range = { from: 0, to: 10_000_000_000_000, limit: 10 };
    const found = await publications.list(workspaceId, { ...range, channelIds: ["chan_2"], states: ["published"] });
    expect(found.map(({ id }) => id)).toEqual([wanted.id]);
  });

  it("are listed by campaign, author, topic and label, each as a whole", async () => {
    const filing = { campaignId: "camp_1", authorId: "mem_9", topic: "Меню, кава", labels: ["осінь", "нове"] };
    const wanted = await stored(filing);
    for (const other of [
      { campaignId: "camp_2" },
      { authorId: "mem_8" },
      { topic: "Меню" },
      { labels: ["осінь-зима"] },
    ]) {
      await stored({ ...filing, ...other });
    }
    const range = { from: 0, to: 10_000_000_000_000, limit: 10 };
    const asked = { campaignId: "camp_1", authorId: "mem_9", topic: "Меню, кава", label: "осінь" };
    expect((await publications.list(workspaceId, { ...range, ...asked })).map(({ id }) => id)).toEqual([wanted.id]);
    for (const name of ["campaignId", "authorId", "topic", "label"] as const) {
      const found = await publications.list(workspaceId, { ...range, [name]: asked[name] });
      expect([name, found.length]).toEqual([name, 4]);
    }
  });

  it("are listed page by page without a gap or a repeat, also when many are due at once", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) ids.push((await stored({ dueAt: index < 5 ? 500 : 600 })).id);
    const seen: string[] = [];
    let after: { at: number; id: string } | undefined;
    for (;;) {
      const page = await publications.list(workspaceId, { from: 0, to: 1_000, limit: 3, after });
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (page.length < 3 || !last) break;
      after = { at: last.dueAt, id: last.id };
    }
    expect(seen).toEqual([...ids].sort());
  });
});

it("keeps what is over out of the wake index, so that an empty tick reads nothing", async () => {
  const publications = publicationRepository(dynamo);
  const publication = aPublication({ workspaceId: newId("ws"), id: newId("pub") });
  await publications.create(publication);
  await publications.save({ ...publication, state: "canceled", nextAt: undefined, wakeAt: undefined });
  const { data } = await publicationEntity(dynamo)
    .get({ workspaceId: publication.workspaceId, id: publication.id })
    .go({ data: "includeKeys" });
  expect(Object.keys(data ?? {})).not.toContain("gsi2pk");
});
