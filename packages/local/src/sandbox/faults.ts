import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import * as v from "valibot";
import type { Store } from "./store.ts";

/** A fault on demand: how the next calls that match go wrong. */
export const faultSchema = v.object({
  platform: v.string(),
  method: v.optional(v.picklist(["GET", "POST", "PUT", "PATCH", "DELETE"])),
  /** A part of the path, such as `/feed`. Default: any path. */
  path: v.optional(v.string(), ""),
  /** How many calls. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** Do what was asked first, then go wrong: the outcome that nobody can tell. */
  afterWrite: v.optional(v.boolean(), false),
  /** Never answer, cut the connection, or answer this. */
  answer: v.union([
    v.picklist(["hang", "close"]),
    v.object({
      status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.unknown(),
    }),
  ]),
});
export type Fault = v.InferOutput<typeof faultSchema>;

type KeptFault = Fault & { readonly id: string };

export interface Faults {
  add(fault: Fault): void;
  list(): readonly Fault[];
  clear(): void;
  /** Makes the calls of a platform's API go wrong as asked. */
  readonly middleware: (platform: string) => MiddlewareHandler<{ Bindings: HttpBindings }>;
}

/** The faults asked for; kept in the store like everything else. */
export function openFaults(store: Store): Faults {
  const faults = store.collection<KeptFault>("faults");

  const take = (platform: string, method: string, path: string): Fault | undefined => {
    const fault = faults
      .list((it) => it.platform === platform && (it.method ?? method) === method && path.includes(it.path))
      .at(0);
    if (!fault) return undefined;
    if (fault.times > 1) faults.put({ ...fault, times: fault.times - 1 });
    else faults.remove(fault.id);
    return fault;
  };

  return {
    add: (fault) => {
      faults.put({ ...fault, id: String(store.next("faults")) });
    },
    list: () => faults.list().map(({ id: _, ...fault }) => fault),
    clear: () => {
      for (const { id } of faults.list()) faults.remove(id);
    },
    middleware: (platform) => async (context, next) => {
      const fault = take(platform, context.req.method, context.req.path);
      if (!fault) return next();
      if (fault.afterWrite) await next();
      context.res = await goWrong(context, fault);
    },
  };
}

async function goWrong(context: Context<{ Bindings: HttpBindings }>, { answer }: Fault): Promise<Response> {
  const { socket } = context.env.incoming;
  if (answer === "hang") await new Promise((resolve) => socket.once("close", resolve));
  if (answer === "close") socket.destroy();
  if (typeof answer === "string") return new Response(null, { status: 500 });
  const text = typeof answer.body === "string";
  const headers = { "content-type": text ? "text/html" : "application/json", ...answer.headers };
  return new Response(text ? String(answer.body) : JSON.stringify(answer.body), { status: answer.status, headers });
}
