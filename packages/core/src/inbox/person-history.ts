import { type Lead, type Leads, leadOfPerson, personOf, profileOf } from "../leads/index.ts";
import type { Thread } from "./model.ts";
import type { Threads } from "./ports.ts";

export interface PersonHistoryDeps {
  readonly threads: Pick<Threads, "listByPerson">;
  readonly leads: Pick<Leads, "get" | "ownerOf">;
}

/** What is known of whom a thread is with. */
export interface PersonHistory {
  /** Their other threads in the workspace, the last active first. */
  readonly threads: readonly Thread[];
  /** The lead that they are, if they are one. */
  readonly lead: Lead | undefined;
}

const mostThreads = 10;
/** People write from one or two profiles; more are not looked up. */
const mostProfiles = 6;

/**
 * The history of a thread's person: their threads on the thread's platform, and, where a lead brings several of their
 * profiles together, those of each on whatever platform. Two reads, and a query for each profile.
 */
export async function personHistory(deps: PersonHistoryDeps, thread: Thread): Promise<PersonHistory> {
  const { workspaceId, platform, person } = thread;
  if (!person) return { threads: [], lead: undefined };
  const lead = (await leadOfPerson(deps.leads, workspaceId, { platform, remoteId: person.remoteId })) ?? undefined;
  const profiles = new Set([profileOf(platform, person.remoteId), ...(lead?.profiles ?? [])]);
  const found = await Promise.all(
    [...profiles].slice(0, mostProfiles).map((profile) => {
      const { platform: where, remoteId } = personOf(profile);
      return deps.threads.listByPerson(workspaceId, where, remoteId, mostThreads + 1);
    }),
  );
  const others = found.flat().filter(({ id }) => id !== thread.id);
  return { threads: others.toSorted((a, b) => b.lastAt - a.lastAt).slice(0, mostThreads), lead };
}
