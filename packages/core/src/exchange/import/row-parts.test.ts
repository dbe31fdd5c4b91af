import { expect, it } from "vitest";
import { unwrap } from "#core/kernel/result.ts";
import { importWorld } from "#tests/support/import-world.ts";
import { anAsset, member } from "#tests/support/publishing-world.ts";
import { importProblems } from "./read-import.ts";

it("says which campaign, format or part of a thread is wrong", async () => {
  const world = importWorld();
  const campaign = {
    ...{ workspaceId: "ws_1", aim: "", from: "2026-11-01", to: "2027-05-31", colour: "leaf" as const },
    ...{ archived: false, version: 1, createdBy: "mem_owner", createdAt: 0 },
  };
  for (const [id, name, code] of [
    ["camp_1", "Осінь", "autumn"],
    ["camp_2", "Весна", "spring"],
    ["camp_3", "Весна", "spring-2"],
  ] as const) {
    await world.world.campaignItems.create({ ...campaign, id, name, code });
  }
  await world.world.campaignItems.create({ ...campaign, id: "camp_4", name: "Минуле", code: "old", archived: true });
  await world.world.assets.create(anAsset());
  const item = await world.check(
    [
      "text;campaign;format;thread;thread media",
      "One;Літо;;;",
      "Two;весна;;;",
      "Three;Минуле;;;",
      "Four;;karusel;;",
      'Five;;;"Друга\n---\n\n---\nЧетверта";',
      'Six;;;Друга;"\n---\nunknown.png"',
      'Seven;AUTUMN;Reel;"Друга\n--- \nТретя\n\\---";menu.png',
      "Eight;осінь;;;",
      "Nine;spring-2;;;",
    ].join("\n"),
  );
  const { rows } = unwrap(await importProblems(world.deps, member(), { importId: item.id, after: 0 }));
  const problems = rows.map((one) => [one.row, ...one.problems.map(({ field, code }) => `${field}: ${code}`)]);
  expect(problems).toEqual([
    [2, "campaign: csv-campaign-unknown"],
    [3, "campaign: csv-campaign-ambiguous"],
    [4, "campaign: campaign-archived"],
    [5, "format: csv-format-unknown"],
    [6, "thread: csv-thread-part-empty"],
    [7, "threadMedia: csv-file-unknown"],
  ]);
  await world.run(item.id, "skip");
  const made = new Map(world.world.posts.all().map((post) => [post.base.text, post]));
  const named = ["Seven", "Eight", "Nine"].map((text) => made.get(text)?.campaignId);
  expect([made.size, ...named]).toEqual([3, "camp_1", "camp_1", "camp_3"]);
  expect(made.get("Seven")?.base).toMatchObject({
    format: "reel",
    thread: [
      { text: "Друга", mediaIds: ["asset_1"] },
      { text: "Третя\n---", mediaIds: [] },
    ],
  });
});

it("holds no more text than a post may, whatever its columns", async () => {
  const world = importWorld();
  const part = "а".repeat(50_000);
  const item = await world.check(`text;thread\nOne;"${part}\n---\n${part}\n---\n${part}"\nTwo;"${part}\n---\n${part}"`);
  const { rows } = unwrap(await importProblems(world.deps, member(), { importId: item.id, after: 0 }));
  expect(rows).toMatchObject([{ row: 2, problems: [{ code: "csv-row-too-long", params: { actual: 150_003 } }] }]);
});
