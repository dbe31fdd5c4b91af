import { afterAll, beforeAll, beforeEach } from "vitest";
import type { RepliesCapability } from "#core/channels/replies.ts";
import { type FakeClock, fakeClock } from "#core/kernel/clock.ts";
import { startTestDynamo, type TestDynamo } from "./dynamo.ts";
import { type InboxRig, intakeRig } from "./inbox.ts";

/** What a test of the inbox, reviews or leads begins with. */
export interface IntakeStart {
  readonly rig: InboxRig;
  readonly clock: FakeClock;
  /** A manager of the workspace. */
  readonly actor: {
    readonly type: "member";
    readonly workspaceId: string;
    readonly memberId: string;
    readonly role: "manager";
    readonly language: "uk";
  };
}

/** Starts a table for a test file, and gives each of its tests a fresh workspace on it: Friday noon in Kyiv. */
export function freshWorkspaceForEach(take: (start: IntakeStart) => void): void {
  let dynamo: TestDynamo;
  let workspaces = 0;
  beforeAll(async () => {
    dynamo = await startTestDynamo();
  });
  afterAll(() => dynamo.stop());
  beforeEach(() => {
    const workspaceId = `ws_${workspaces++}`;
    const clock = fakeClock("2026-11-20T10:00:00Z");
    const actor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" } as const;
    take({ rig: intakeRig(dynamo, workspaceId, clock), clock, actor });
  });
}

/** A platform that does all that it is asked; what `change` says it does otherwise. */
export function willingReplies(change: Partial<RepliesCapability> = {}): RepliesCapability {
  let answers = 0;
  return {
    reply: async () => ({ kind: "done", remoteId: `a${++answers}` }),
    findReply: async () => ({ kind: "absent" }),
    setHidden: async () => ({ kind: "done" }),
    setLiked: async () => ({ kind: "done" }),
    remove: async () => ({ kind: "done" }),
    ...change,
  };
}
