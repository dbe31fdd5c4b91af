import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { comment, intakeRig } from "#tests/support/inbox.ts";
import { authorReachRepository } from "../adapters/dynamo/author-reach-repository.ts";
import type { AuthorsCapability } from "../channels/authors.ts";
import type { Connector } from "../channels/connector.ts";
import type { Author } from "../channels/inbound.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok } from "../kernel/result.ts";
import { followersOf, handleDelivery, messageIdOf, threadIdOf } from "./index.ts";

type Told = Awaited<ReturnType<AuthorsCapability["followersOf"]>>;
const hour = 3_600_000;
let dynamo: TestDynamo;
let clock: FakeClock;
let workspaces = 0;
let arrived = 0;
let asked: string[];
let told: Told;
let find: (remoteId: string, name?: string) => Promise<number | undefined>;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  const workspaceId = `ws_${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  const rig = intakeRig(dynamo, workspaceId, clock);
  asked = [];
  told = ok({ followers: 52_000, usage: 0.1 });
  const authors: AuthorsCapability = {
    followersOf: async (_call, { remoteId }: Author) => {
      asked.push(remoteId);
      return told;
    },
  };
  const connectorFor = (name: string) => ({ ...rig.connectorFor(name), authors }) as Connector;
  const deps = { ...rig, connectorFor, authorReaches: authorReachRepository(dynamo) };
  find = async (person, name = person) => {
    const remoteId = `c${arrived++}`;
    const one = comment({ remoteId, threadRemoteId: remoteId, author: { remoteId: person, ...(name && { name }) } });
    await handleDelivery(rig, rig.delivery([one]));
    const at = [threadIdOf("chan_1", remoteId), messageIdOf("chan_1", remoteId)] as const;
    const message = await rig.messages.get(workspaceId, ...at);
    if (!message) throw new Error("nothing arrived");
    return followersOf(deps, message);
  };
});

it("asks once a week for a person, also where the platform does not say", async () => {
  expect([await find("kava"), await find("kava")]).toEqual([52_000, 52_000]);
  told = ok({ followers: null, usage: 0 });
  expect([await find("marta"), await find("marta")]).toEqual([undefined, undefined]);
  expect(asked).toEqual(["kava", "marta"]);
  clock.advance(7 * 24 * hour);
  await find("kava");
  expect(asked).toEqual(["kava", "marta", "kava"]);
});

it("asks for nobody whose name is not known, and for them once it is", async () => {
  expect([await find("kava", ""), await find("kava")]).toEqual([undefined, 52_000]);
  expect(asked).toEqual(["kava"]);
});

it.each<[string, Told]>([
  ["half of the calls are used up", ok({ followers: 9, usage: 0.5 })],
  ["the platform has had enough", err({ class: "rate-limited", resetAt: 0, code: "4", message: "" })],
])("asks for nobody else for an hour once %s, and knows whom it knew", async (_why, next) => {
  await find("kava");
  told = next;
  await find("marta");
  expect([await find("olena"), await find("kava")]).toEqual([undefined, 52_000]);
  expect(asked).toEqual(["kava", "marta"]);
  clock.advance(hour);
  await find("olena");
  expect(asked).toEqual(["kava", "marta", "olena"]);
});
