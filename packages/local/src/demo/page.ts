import type { Machine } from "../machine.ts";

interface PageState {
  readonly posts: readonly {
    readonly id: string;
    readonly message?: string;
    readonly createdAt: number;
    readonly photos: readonly unknown[];
  }[];
  readonly comments: readonly {
    readonly id: string;
    readonly message: string;
    readonly from?: { readonly id: string };
  }[];
}

interface Deliveries {
  readonly held: number;
  readonly deliveries: readonly {
    readonly state: "waiting" | "delivered" | "given-up";
    readonly attempts: readonly { readonly status: number }[];
  }[];
}

/** The connected page as its platform and its audience see it. */
export interface SandboxPage {
  state(): Promise<PageState>;
  /** Does what a person of the audience does; gives the id of what came of it. */
  act(name: string, input: Record<string, unknown>): Promise<string>;
  /** Keeps webhooks back from now on, or no more. */
  hold(held: boolean): Promise<void>;
  release(order: "as-happened" | "reversed"): Promise<void>;
  /** Webhook requests on their way or kept back, and those that were answered 200. */
  webhooks(): Promise<{ waiting: number; accepted: number }>;
}

/** The sandbox's page with an id, by the control interface. */
export function sandboxPage(machine: Machine, pageId: string): SandboxPage {
  const base = `${machine.sandbox.url}/sandbox/facebook`;
  const call = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  };
  return {
    state: () => call<PageState>("GET", `/pages/${pageId}`),
    act: async (name, input) => (await call<{ id: string }>("POST", `/pages/${pageId}/${name}`, input)).id,
    hold: async (held) => {
      await call("PUT", "/settings", { held });
    },
    release: async (order) => {
      await call("POST", "/deliveries/release", { order });
    },
    webhooks: async () => {
      const { held, deliveries } = await call<Deliveries>("GET", "/deliveries");
      const attempts = deliveries.flatMap((delivery) => delivery.attempts);
      return {
        waiting: held + deliveries.filter(({ state }) => state === "waiting").length,
        accepted: attempts.filter(({ status }) => status === 200).length,
      };
    },
  };
}
