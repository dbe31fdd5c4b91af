import type { Strike } from "#local/cloud/index.ts";

/** A crash: over the `nth` call (from 1) of that name that is made for a publication, be it to AWS or to the platform. */
export interface Crash {
  readonly name: string;
  readonly nth: number;
  readonly moment: "before" | "after";
}

/** Which worker dies over which call; what was called for each publication. */
export interface CrashPlan {
  /** The worker that takes this publication on dies once, there. */
  crash(publicationId: string, crash: Crash): void;
  /** What was called for a publication so far, by whatever worker. */
  calls(publicationId: string): readonly string[];
  /** The crashes that there were, each as the call's name and the moment. */
  struck(): readonly string[];
  /** Those that were planned and did not come: their publications were over before that call. */
  spared(): ReadonlyMap<string, Crash>;
  /** For the local cloud: strikes the function's AWS calls. */
  readonly strike: Strike;
  /** For the way to the platform: the same for a call for this publication. */
  crossing(publicationId: string, name: string): ReturnType<Strike>;
  /** The environment that works a publication, by its access key. */
  workerOf(publicationId: string): string | undefined;
}

/** How often something of this name was called. */
export const countOf = (calls: readonly string[], name: string): number => calls.filter((call) => call === name).length;

/**
 * Plans crashes of one function. Its environments are given one message at a time, and begin with reading the publication:
 * that tells for which one the calls that follow are made.
 */
export function crashPlan(functionName: RegExp): CrashPlan {
  const plans = new Map<string, Crash>();
  const made = new Map<string, string[]>();
  const working = new Map<string, string>();
  const struck: string[] = [];

  const crossing = (publicationId: string, name: string): ReturnType<Strike> => {
    const calls = [...(made.get(publicationId) ?? []), name];
    made.set(publicationId, calls);
    const plan = plans.get(publicationId);
    if (plan?.name !== name || plan.nth !== countOf(calls, name)) return undefined;
    plans.delete(publicationId);
    struck.push(`${name} ${plan.moment}`);
    return plan.moment;
  };
  return {
    crash: (publicationId, crash) => void plans.set(publicationId, crash),
    calls: (publicationId) => made.get(publicationId) ?? [],
    struck: () => struck,
    spared: () => plans,
    crossing,
    workerOf: (publicationId) => [...working].findLast(([, worked]) => worked === publicationId)?.[0],
    strike: ({ functionName: name, environment, service, action, input }) => {
      if (!functionName.test(name)) return undefined;
      const read = action === "GetItem" ? /pub_[0-9a-f]{32}/.exec(JSON.stringify(input.Key))?.[0] : undefined;
      if (read) {
        working.delete(environment);
        working.set(environment, read);
      }
      const publicationId = working.get(environment);
      return publicationId ? crossing(publicationId, `${service}.${action}`) : undefined;
    },
  };
}
