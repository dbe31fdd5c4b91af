/** Where a fault strikes: before the call has its effect, or after it, when only the answer is lost. */
export type FaultMoment = "before" | "after";

/**
 * What happens: the call fails and the worker goes on with the exception, or the worker dies, so that none of its
 * further calls has an effect.
 */
export type FaultKind = "throws" | "dies";

/** One fault: at the `call`-th call (from 1) of a run. */
export interface Fault {
  readonly call: number;
  readonly moment: FaultMoment;
  readonly kind: FaultKind;
}

/** What a port's call does when a fault strikes. */
export class InjectedFault extends Error {}

/** Counts every call through the ports it guards, and strikes where it was told to. */
export interface Faults {
  /** How many calls there were, and through what. */
  readonly calls: readonly string[];
  /** The same port, each of whose methods is a place where a fault can strike. */
  guard<Port extends object>(name: string, port: Port): Port;
  /** Runs one call under guard. */
  call<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Another worker begins; the dead stay dead. */
  newWorker(): void;
}

/** Faults at the given places; none for a run without. */
export function faultsAt(...planned: readonly Fault[]): Faults {
  const calls: string[] = [];
  let dead = false;
  const call = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    if (dead) throw new InjectedFault(`${name} by a dead worker`);
    calls.push(name);
    const fault = planned.find((one) => one.call === calls.length);
    const strike = (): never => {
      if (fault?.kind === "dies") dead = true;
      throw new InjectedFault(`${name} ${fault?.moment} its effect`);
    };
    if (fault?.moment === "before") strike();
    const answer = await run();
    return fault?.moment === "after" ? strike() : answer;
  };
  const guard = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get: (target, property, receiver) => {
        const member: unknown = Reflect.get(target, property, receiver);
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => call(`${name}.${String(property)}`, async () => member.apply(target, args));
      },
    });
  const newWorker = (): void => {
    dead = false;
  };
  return { calls, call, guard, newWorker };
}
