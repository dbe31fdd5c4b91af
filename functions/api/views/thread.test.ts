import { expect, it } from "vitest";
import {
  getThread,
  handleDelivery,
  handleRespondMessage,
  messageIdOf,
  moderateMessage,
  threadIdOf,
} from "#core/inbox/index.ts";
import { unwrap } from "#core/kernel/result.ts";
import { hideKeyOf, type RuleRun } from "#core/rules/index.ts";
import { comment } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach, type IntakeStart, willingReplies } from "#tests/support/intake-rig.ts";
import { threadPageView } from "./thread.ts";

let start: IntakeStart;
freshWorkspaceForEach((fresh) => {
  start = fresh;
});
const threadId = threadIdOf("chan_1", "c1");
const messageId = messageIdOf("chan_1", "c1");
const step = { ruleId: "rul_1", ruleName: "Спам", ruleVersion: 1, kind: "hide", outcome: "done" } as const;

async function page() {
  const { rig, actor, clock } = start;
  const run: RuleRun = {
    workspaceId: actor.workspaceId,
    threadId,
    id: "run_1",
    itemId: messageId,
    at: 1,
    steps: [step],
  };
  const shown = {
    language: "uk",
    names: new Map(),
    publication: null,
    manifest: undefined,
    window: undefined,
    runs: [run],
  } as const;
  return threadPageView(unwrap(await getThread(rig, actor, { threadId })), { ...shown, now: clock.nowMs() });
}
const work = async () => {
  for (const { message } of start.rig.sent.splice(0)) await handleRespondMessage(start.rig, message);
};

it("says under a message, and in the rule's line, what has become of hiding it on the platform", async () => {
  const { rig, actor, clock } = start;
  const cause = { class: "permission", code: "200", message: "" } as const;
  rig.platform.replies = willingReplies({ setHidden: async () => ({ kind: "rejected", cause }) });
  await handleDelivery(rig, rig.delivery([comment({ occurredAt: clock.nowMs() })]));
  const hide = { threadId, messageId, action: "hide" } as const;
  unwrap(await moderateMessage(rig, actor, { ...hide, clientKey: hideKeyOf("run_1") }));
  expect((await page()).messages[0]?.actions).toEqual([{ kind: "hide", state: "acting", failure: undefined }]);
  expect((await page()).ruled).toMatchObject([{ kind: "hide", outcome: "done", hiding: undefined }]);

  await work();
  const refused = { code: "answer-not-permitted", message: expect.stringMatching(/не дала дозволу/) };
  expect((await page()).messages[0]?.actions).toMatchObject([{ kind: "hide", state: "failed", failure: refused }]);
  expect((await page()).ruled).toMatchObject([{ hiding: { done: false, failure: refused } }]);

  rig.platform.replies = willingReplies();
  clock.advance(1000);
  unwrap(await moderateMessage(rig, actor, { ...hide, clientKey: "by-hand-1" }));
  await work();
  const after = await page();
  expect(after.messages[0]).toMatchObject({ state: "hidden", actions: [] });
});
