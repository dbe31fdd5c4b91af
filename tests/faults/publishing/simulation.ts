import type { Clock } from "#core/kernel/clock.ts";
import { eventHeap } from "./event-heap.ts";

/**
 * What can happen to a call: refused without an effect; its answer lost; given up by its caller, and had its effect all
 * the same, later; sent twice by the client because the first answer got lost; slow; the caller dies before it, after
 * its effect, or while it is under way.
 */
export const faultKinds = [
  "refused",
  "lost",
  "late",
  "resent",
  "slow",
  "freezes",
  "dies-before",
  "dies-after",
  "dies-late",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A place where a fault can strike: the `call`-th call (from 1) that functions of this name make in a run. */
export interface Place {
  readonly by: string;
  readonly call: number;
}
export type Fault = Place & { readonly kind: FaultKind };

/** A call that was made: its place, and through what. */
export type MadeCall = Place & { readonly name: string };

/** What a call throws when a fault strikes; `sent` is whether it may have had an effect. */
export class CallFailed extends Error {
  readonly sent: boolean;
  constructor(name: string, sent: boolean) {
    super(`${name} ${sent ? "was not answered" : "was refused"}`);
    this.sent = sent;
  }
}

/** One running function. Once it is dead none of its calls is answered, and it makes no other. */
export interface Process {
  readonly name: string;
  alive: boolean;
}

export type Ending<T> = { kind: "returned"; value: T } | { kind: "threw"; error: unknown } | { kind: "killed" };

/** How a call behaves: how long its caller waits for an answer, ms, and whether the client may send it twice. */
export interface CallNature {
  readonly patienceMs: number;
  readonly resendable: boolean;
}

export interface Simulation {
  readonly clock: Clock;
  /** All calls so far, in order. */
  readonly calls: readonly MadeCall[];
  /** Runs `event` after `ms`, unless the run ends before. */
  after(ms: number, event: () => void): void;
  /** Starts a function that is killed after `timeoutMs`. */
  start<T>(
    name: string,
    timeoutMs: number,
    body: (process: Process) => Promise<T>,
    ended: (e: Ending<T>) => void,
  ): void;
  /** One call out of a process: on its way, its effect in one instant, its answer on its way back. */
  call<T>(process: Process, name: string, effect: () => T | Promise<T>, nature?: CallNature): Promise<T>;
  /** The process waits. */
  sleep(process: Process, ms: number): Promise<void>;
  /** A number in `[0, below)` that depends on the schedule and on how often it was asked. */
  chance(below: number): number;
  /** Lets time pass until nothing is left to happen; false when that is not before `untilMs`. */
  run(untilMs: number): Promise<boolean>;
}

const awsCall: CallNature = { patienceMs: 5_000, resendable: true };
/** How much later than its caller's patience an effect may come, ms. */
const lateEffectMs = 10_000;
const slowMs = 20_000;
/** Longer than a lease, and than any function may run. */
const frozenMs = 125_000;
/** One for each who waits: a promise keeps everyone who waits for it, and these wait for ever. */
const never = (): Promise<never> => new Promise(() => {});

/**
 * Time, the running functions and every call they wait for. Which of the waiting calls is answered next follows from
 * their latencies, and those from `jitter`: 0 makes all alike, any other number is an interleaving of its own. Nothing
 * here depends on the machine: the same arguments give the same run. One that makes more than `mostCalls` is taken to go
 * round in circles.
 */
export function simulation(startMs: number, jitter: number, faults: readonly Fault[], mostCalls = 20_000): Simulation {
  const events = eventHeap();
  const faultAt = new Map(faults.map(({ by, call, kind }) => [`${by} ${call}`, kind]));
  const calls: MadeCall[] = [];
  const made = new Map<string, number>();
  let now = startMs;
  let asked = 0;
  let resumed = false;

  const chance = (below: number): number => {
    asked += 1;
    return jitter === 0 ? 0 : mixed(jitter, asked) % below;
  };
  const after = (ms: number, event: () => void): void => events.push(now + ms, chance(1000), event);
  const latency = (): number => {
    if (jitter === 0) return 10;
    const kind = chance(100);
    if (kind < 75) return 1 + chance(40);
    if (kind < 95) return 40 + chance(600);
    return kind < 99 ? 600 + chance(4_000) : 4_000 + chance(16_000);
  };

  const start: Simulation["start"] = (name, timeoutMs, body, ended) => {
    const process: ProcessState = { name, alive: true, frozen: false, died: () => ended({ kind: "killed" }) };
    resumed = true;
    const overtime = (): void => {
      if (process.frozen) after(frozenMs + timeoutMs, overtime);
      else kill(process);
      process.frozen = false;
    };
    after(timeoutMs, overtime);
    body(process).then(
      (value) => finish(process, () => ended({ kind: "returned", value })),
      (error: unknown) => finish(process, () => ended({ kind: "threw", error })),
    );
  };

  const call: Simulation["call"] = <T>(
    process: Process,
    name: string,
    effect: () => T | Promise<T>,
    nature = awsCall,
  ): Promise<T> => {
    if (!process.alive) return never();
    const by = process.name;
    const number = (made.get(by) ?? 0) + 1;
    made.set(by, number);
    calls.push({ by, call: number, name });
    const fault = faultAt.get(`${by} ${number}`);
    if (fault === "dies-before") {
      after(0, () => kill(process));
      return never();
    }
    if (fault === "dies-late") {
      after(0, () => kill(process));
      after(lateEffectMs, () => void outcomeOf(effect));
      return never();
    }
    const there = fault === "slow" ? slowMs : latency();
    if (fault === "freezes") (process as ProcessState).frozen = true;
    const back = (): number => (fault === "freezes" ? frozenMs : latency());
    return new Promise<T>((resolve, reject) => {
      const answer = (ms: number, deliver: () => void): void =>
        after(ms, () => {
          if (!process.alive) return;
          resumed = true;
          deliver();
        });
      if (fault === "refused") return answer(there, () => reject(new CallFailed(name, false)));
      if (fault === "late") {
        after(nature.patienceMs + lateEffectMs, () => void outcomeOf(effect));
        return answer(nature.patienceMs, () => reject(new CallFailed(name, true)));
      }
      after(there, () => {
        const deliver = outcomeOf(effect);
        if (fault === "dies-after") return kill(process);
        if (fault === "lost") return answer(latency(), () => reject(new CallFailed(name, true)));
        if (fault === "resent" && nature.resendable) {
          return after(200, () => {
            const second = outcomeOf(effect);
            answer(latency(), () => second(resolve, reject));
          });
        }
        answer(back(), () => deliver(resolve, reject));
      });
    });
  };

  const sleep: Simulation["sleep"] = (process, ms) =>
    process.alive
      ? new Promise((resolve) =>
          after(ms, () => {
            resumed = true;
            resolve();
          }),
        )
      : never();

  const run: Simulation["run"] = async (untilMs) => {
    for (;;) {
      if (resumed) await settled();
      resumed = false;
      const next = events.pop();
      if (!next) return true;
      if (next.at > untilMs || calls.length > mostCalls) return false;
      now = next.at;
      next.run();
    }
  };
  return { clock: { nowMs: () => now }, calls, after, start, call, sleep, chance, run };
}

/** Has the effect at once; what came of it is delivered later. */
function outcomeOf<T>(effect: () => T): (resolve: (value: T) => void, reject: (error: unknown) => void) => void {
  try {
    const value = effect();
    return (resolve) => resolve(value);
  } catch (error) {
    return (_resolve, reject) => reject(error);
  }
}

interface ProcessState extends Process {
  /** It has overslept, so its timeout did not end it. */
  frozen: boolean;
  readonly died: () => void;
}

function kill(process: Process): void {
  if (!process.alive) return;
  process.alive = false;
  (process as ProcessState).died();
}

function finish(process: Process, ended: () => void): void {
  if (!process.alive) return;
  process.alive = false;
  ended();
}

/** Every function has gone on until its next call: promises are worked before the event loop turns. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** 31 well mixed bits of two numbers. */
function mixed(a: number, b: number): number {
  let bits = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 1;
}
