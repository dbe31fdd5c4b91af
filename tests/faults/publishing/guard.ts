import type { Process, Simulation } from "./simulation.ts";

/** A port as one process sees it: each call of it takes its time, and is a place where others come between. */
export function guard<Port extends object>({ call }: Simulation, process: Process, name: string, port: Port): Port {
  return new Proxy(port, {
    get: (target, property, receiver) => {
      const member: unknown = Reflect.get(target, property, receiver);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => call(process, `${name}.${String(property)}`, () => member.apply(target, args));
    },
  });
}
