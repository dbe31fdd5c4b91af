import { earliest } from "../kernel/stamped.ts";
import { historyWith } from "./history.ts";
import { changed, type Lead, leadStages } from "./model.ts";
import { bothOwed } from "./owed.ts";
import { sourcesInOrder } from "./source.ts";

/** Addresses and numbers of one person; more are a mistake or mischief. */
const mostContacts = 20;

/**
 * Two leads that are one person: everything of both, the stage that is furthest. Who comes again after they were lost is
 * not lost any more. `at`: when they are united, epoch ms.
 */
export function united(winner: Lead, loser: Lead, at: number): Lead {
  const further = furtherOf(winner, loser);
  const sources = sourcesInOrder([...winner.sources, ...loser.sources]);
  const lastResponseAt = latest(winner.lastResponseAt, loser.lastResponseAt);
  return changed(winner, {
    createdAt: Math.min(winner.createdAt, loser.createdAt),
    channelId: sources[0]?.channelId,
    name: winner.name ?? loser.name,
    emails: contacts(winner.emails, loser.emails),
    phones: contacts(winner.phones, loser.phones),
    profiles: contacts(winner.profiles, loser.profiles),
    sources,
    stage: further.stage,
    stages: unique([...winner.stages, ...loser.stages], (entry) => `${entry.at} ${entry.stage}`).sort(
      (a, b) => a.at - b.at,
    ),
    value: further.value ?? winner.value ?? loser.value,
    lostReason: further.lostReason,
    ownerId: winner.ownerId ?? loser.ownerId,
    nextStep: winner.nextStep ?? loser.nextStep,
    waiting: longerWaiting(winner, loser, lastResponseAt),
    firstResponse: [winner.firstResponse, loser.firstResponse]
      .filter((one) => one !== undefined)
      .sort((a, b) => a.at - b.at)[0],
    lastResponseAt,
    history: historyWith(
      winner.history,
      ...loser.history,
      // Two workers may unite the same two at once: it happened once.
      ...(winner.merged.includes(loser.id)
        ? []
        : [{ kind: "merged" as const, at, by: "system:leads", leadId: loser.id }]),
    ),
    details: winner.details === "known" || loser.details === "known" ? "known" : winner.details,
    wakeAt: earliest(winner.wakeAt, loser.wakeAt),
    owed: bothOwed(winner.owed, loser.owed),
    merged: contacts(winner.merged, [...loser.merged, loser.id], Number.POSITIVE_INFINITY),
  });
}

/** The merged lead itself: it points to the person's and keeps nothing of the person. */
export const pointingTo = (winner: Lead, loser: Lead): Lead =>
  changed(loser, {
    mergedInto: winner.id,
    wakeAt: undefined,
    owed: undefined,
    waiting: undefined,
    nextStep: undefined,
    name: undefined,
    emails: [],
    phones: [],
    profiles: [],
    history: [],
    lostReason: undefined,
    stages: loser.stages.map(({ reason, ...rest }) => rest),
    sources: loser.sources.map(({ fields, consent, ...rest }) => rest),
  });

function furtherOf(winner: Lead, loser: Lead): Lead {
  const [first, second] = [winner, loser];
  if ((first.stage === "lost") !== (second.stage === "lost")) {
    const [lost, other] = first.stage === "lost" ? [first, second] : [second, first];
    return lastMove(other) > lastMove(lost) ? other : lost;
  }
  return leadStages.indexOf(second.stage) > leadStages.indexOf(first.stage) ? second : first;
}

const lastMove = ({ stages }: Lead): number => stages.at(-1)?.at ?? 0;

/** Who still waits after the last response; of two, the one that is due first. */
const longerWaiting = (a: Lead, b: Lead, lastResponseAt: number | undefined): Lead["waiting"] =>
  [a.waiting, b.waiting]
    .filter((one) => one !== undefined && one.since > (lastResponseAt ?? -1))
    .sort((one, other) => (one?.dueAt ?? 0) - (other?.dueAt ?? 0))[0];

const latest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);

const contacts = (a: readonly string[], b: readonly string[], most = mostContacts): string[] =>
  [...new Set([...a, ...b])].slice(0, most);

function unique<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(list.map((item) => [key(item), item] as const).reverse()).values()].reverse();
}
