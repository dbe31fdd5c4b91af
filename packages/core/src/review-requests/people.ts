import type { Clock } from "../kernel/clock.ts";
import { outdated, untilCurrent } from "../kernel/until-current.ts";
import type { AskedPerson, Refusal } from "./model.ts";
import type { AskedPeople } from "./ports.ts";

const dayMs = 86_400_000;

const nobodyYet = (workspaceId: string, id: string): AskedPerson => ({ workspaceId, id, version: 0 });

/** Why a person may not be asked now; `until`: from when they may, epoch ms. */
export type Hindrance = { readonly because: "refused" } | { readonly because: "asked-already"; readonly until: number };

/** What keeps a person from being asked at a time by another request than this. */
export function hindranceOf(
  person: AskedPerson | null,
  requestId: string | undefined,
  atMs: number,
  periodDays: number,
): Hindrance | undefined {
  if (person?.refusal) return { because: "refused" };
  if (person?.askedAt === undefined || person.requestId === requestId) return undefined;
  const until = person.askedAt + periodDays * dayMs;
  return atMs < until ? { because: "asked-already", until } : undefined;
}

/**
 * Counts a person as asked by a request, by one conditional write: of any number of requests for one person, whoever
 * sends them and whenever they die, one within a period meets no hindrance, and the same one again whenever it asks again.
 */
export async function claimPerson(
  deps: { people: AskedPeople; clock: Clock },
  {
    workspaceId,
    personId,
    requestId,
    periodDays,
  }: Record<"workspaceId" | "personId" | "requestId", string> & {
    readonly periodDays: number;
  },
): Promise<Hindrance | undefined> {
  return untilCurrent(`The person ${personId}`, async () => {
    const person = await deps.people.get(workspaceId, personId);
    const now = deps.clock.nowMs();
    const hindrance = hindranceOf(person, requestId, now, periodDays);
    if (hindrance || person?.requestId === requestId) return hindrance;
    const { version, ...rest } = person ?? nobodyYet(workspaceId, personId);
    return (await deps.people.save({ ...rest, requestId, askedAt: now, version: version + 1 })) ? undefined : outdated;
  });
}

/** Sees to it that a person is never asked again; the first reason stays. */
export async function refuseRequests(
  deps: { people: AskedPeople; clock: Clock },
  { workspaceId, personId, because }: { workspaceId: string; personId: string; because: Refusal },
): Promise<void> {
  return untilCurrent(`The person ${personId}`, async () => {
    const { version, ...person } = (await deps.people.get(workspaceId, personId)) ?? nobodyYet(workspaceId, personId);
    if (person.refusal) return;
    const refusal = { at: deps.clock.nowMs(), because };
    return (await deps.people.save({ ...person, refusal, version: version + 1 })) ? undefined : outdated;
  });
}
