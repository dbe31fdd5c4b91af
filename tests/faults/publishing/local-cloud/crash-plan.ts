import type { Strike } from "#local/cloud/index.ts";

/** A crash: over the `call`-th call (from 1) that is made for a publication, be it to AWS or to the platform. */
export interface Crash {
  readonly call: number;
  readonly moment: "before" | "after";
}

/** Which worker dies over which call; what was called for each publication. */
export interface CrashPlan {
  /** The worker that takes this publication on dies once, there. */
  crash(publicationId: string, crash: Crash): void;
  /** What was called for a publication so far, by whatever worker. */
  calls(publicationId: string): readonly string[];
  /** How many crashes there were. */
  struck(): number;
  /** For the local cloud: strikes the function's AWS calls. */
  readonly strike: Strike;
  /** For the way to the platform: the same for a call for this publication. */
  crossing(publicationId: string, name: string): ReturnType<Strike>;
  /** The environment that works a publication, by its access key. */
  workerOf(publicationId: string): string | undefined;
}

/**
 * Plans crashes of one function. Its environments are given one message at a time, and begin with reading the publication:
 * that tells for which one the calls that follow are made.
 */
export function crashPlan(functionName: RegExp): CrashPlan {
  const plans = new Map<string, Crash>();
  const made = new Map<string, string[]>();
  const working = new Map<string, string>();
  let struck = 0;

  const crossing = (publicationId: string, name: string): ReturnType<Strike> => {
    const calls = made.get(publicationId) ?? [];
    made.set(publicationId, [...calls, name]);
    const plan = plans.get(publicationId);
    if (plan?.call !== calls.length + 1) return undefined;
    plans.delete(publicationId);
    struck += 1;
    return plan.moment;
  };
  return {
    crash: (publicationId, crash) => void plans.set(publicationId, crash),
    calls: (publicationId) => made.get(publicationId) ?? [],
    struck: () => struck,
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
