import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { PlatformApp } from "#core/channels/connector.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { Faults } from "./faults.ts";
import type { Outbox } from "./outbox.ts";
import type { Store } from "./store.ts";

/** The sandbox's web application: Node's own request and response are at hand for faults of the connection. */
export type SandboxApp = Hono<{ Bindings: HttpBindings }>;

/** What the sandbox gives to each platform that it plays. */
export interface Surroundings {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly app: PlatformApp;
  readonly faults: Faults;
  /** Where this platform's webhooks go. */
  readonly callbackUrl: () => string;
  /** Where files that were fetched are kept. */
  readonly mediaDir: string;
  /** The sandbox's own origin. */
  readonly url: () => string;
  /** Begin with a page that has a week of history. */
  readonly seed: boolean;
}

/** One platform played by the sandbox: the folder of its name under `platforms/`. */
export interface SandboxPlatform {
  readonly slug: string;
  /** The platform's own API, its control routes and its audience pages. */
  play(surroundings: Surroundings): {
    readonly app: SandboxApp;
    readonly endpoints: () => Readonly<Record<string, string>>;
    /** The pages on which a person acts as the audience, by address. */
    readonly pages: () => readonly { readonly name: string; readonly path: string }[];
  };
}
