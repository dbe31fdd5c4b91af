import { jpeg } from "#tests/support/media-files.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { PlatformDouble } from "../../../platform-double.ts";
import { openSandbox, type SandboxParts } from "../../../test-support/sandbox.ts";

export interface GoogleAnalyticsDouble extends PlatformDouble, Pick<SandboxParts, "sandbox" | "control"> {}

/** The sandbox's Google Analytics over real HTTP. */
export async function googleAnalyticsDouble(options: { clock?: Clock } = {}): Promise<GoogleAnalyticsDouble> {
  const parts = await openSandbox({
    platform: "google-analytics",
    files: { "/image": jpeg(8, 8), "/video": new Uint8Array(), "/unreadable": new Uint8Array() },
    rateLimited: {
      status: 429,
      body: { error: { code: 429, message: "Exhausted property tokens.", status: "RESOURCE_EXHAUSTED" } },
    },
    ...options,
  });
  const nothing = () => Promise.reject(new Error("Nobody writes on a site's analytics"));
  return {
    ...parts,
    posts: async () => [],
    revoke: async () => {
      await parts.control("POST", "google-analytics/revoke");
    },
    comment: nothing,
    fillInForm: nothing,
  };
}
