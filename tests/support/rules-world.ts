import * as v from "valibot";
import { alertRepository } from "#core/adapters/dynamo/alert-repository.ts";
import { alertSettingsRepository } from "#core/adapters/dynamo/alert-watch-repository.ts";
import {
  ruleBookRepository,
  ruleCountRepository,
  ruleHistory,
  ruleRunRepository,
} from "#core/adapters/dynamo/rule-repository.ts";
import { handleDelivery, type Message, messageReceived, reviewReceived } from "#core/inbox/index.ts";
import type { Actor } from "#core/kernel/actor.ts";
import { type FakeClock, fakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import { newId } from "#core/kernel/ids.ts";
import { type RuleDraft, type RunRulesDeps, runRulesOnMessage, runRulesOnReview } from "#core/rules/index.ts";
import type { TestDynamo } from "./dynamo.ts";
import { type Faults, faultsAt } from "./faults.ts";
import { comment, intakeRig } from "./inbox.ts";

const nothing = { channels: [], kinds: [], intents: [], sentiments: [], languages: [], words: [] };

/** A rule that takes what is negative and labels it. */
export const aRule = (change: Partial<RuleDraft> = {}): RuleDraft => ({
  name: "Скарги",
  enabled: true,
  when: { ...nothing, sentiments: ["negative"] },
  deeds: { labels: ["скарга"], hide: false, lead: false },
  continues: false,
  ...change,
});

/** A rule's conditions, with nothing else asked for. */
export const asks = (when: Partial<RuleDraft["when"]>): RuleDraft["when"] => ({ ...nothing, ...when });

export const angry = "Жахливе обслуговування, кава холодна, більше не прийду!";

/** The inbox of a workspace with rules, on the real table of a test. */
export function rulesWorld(dynamo: TestDynamo, clock: FakeClock = fakeClock("2026-11-20T10:00:00Z")) {
  const workspaceId = newId("ws");
  const rig = intakeRig(dynamo, workspaceId, clock);
  rig.platform.replies = {
    reply: async () => ({ kind: "done", remoteId: "a1" }),
    findReply: async () => ({ kind: "absent" }),
    setHidden: async () => ({ kind: "done" }),
    setLiked: async () => ({ kind: "done" }),
    remove: async () => ({ kind: "done" }),
  };
  const deps = {
    ...rig,
    channels: { ...rig.channels, list: async () => [rig.channel] },
    members: {
      ...rig.members,
      get: async (workspace: string, id: string) => {
        const first = await rig.members.get(workspace, "mem_1");
        return first && (id === "mem_1" || id === "mem_2") ? { ...first, id } : null;
      },
    },
    followersOf: async (message: Message) => message.author?.followers,
    ruleBooks: ruleBookRepository(dynamo),
    ruleRuns: ruleRunRepository(dynamo),
    ruleCounts: ruleCountRepository(dynamo),
    ruleHistory: ruleHistory(dynamo),
    alerts: alertRepository(dynamo),
    alertSettings: alertSettingsRepository(dynamo),
    leadThreads: rig.threads,
    provenances: { ofPost: async () => null },
  };
  const actor: Actor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" };
  /** What the `react` function does with an event, as far as rules go; through ports that fail where told to. */
  const react = async (event: DomainEvent, faults: Faults = faultsAt()): Promise<void> => {
    const guarded: RunRulesDeps = { ...deps };
    for (const name of ports) Object.assign(guarded, { [name]: faults.guard(name, deps[name]) });
    if (event.type === messageReceived.type) await runRulesOnMessage(guarded, v.parse(messageReceived.schema, event));
    if (event.type === reviewReceived.type) await runRulesOnReview(guarded, v.parse(reviewReceived.schema, event));
  };
  /** Items arrive; returns the events that tell of them. */
  const arrivesAll = async (items: Parameters<typeof rig.delivery>[0]): Promise<DomainEvent[]> => {
    const before = rig.published.length;
    await handleDelivery(rig, rig.delivery(items));
    return rig.published.slice(before);
  };
  /** The same for one comment. */
  const arrives = (change: Parameters<typeof comment>[0] = {}): Promise<DomainEvent[]> =>
    arrivesAll([comment({ occurredAt: clock.nowMs(), text: angry, ...change })]);
  return { workspaceId, rig, deps, actor, clock, react, arrives, arrivesAll };
}
export type RulesWorld = ReturnType<typeof rulesWorld>;

const ports = [
  "threads",
  "messages",
  "reviews",
  "members",
  "savedReplies",
  "workspaces",
  "ruleBooks",
  "ruleRuns",
  "ruleCounts",
  "alerts",
  "alertSettings",
  "events",
  "outgoings",
  "respondQueue",
  "leads",
  "leadTerms",
  "dirtyBuckets",
] as const;
