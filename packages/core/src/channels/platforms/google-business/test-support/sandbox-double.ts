import { jpeg } from "#tests/support/media-files.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { PlatformDouble } from "../../../platform-double.ts";
import { openSandbox, type SandboxParts } from "../../../test-support/sandbox.ts";

const accountId = "104582770164228";
const locationId = "8710402816530472";

/** The sandbox's location, as its control API shows it. */
export interface LocationState {
  readonly posts: readonly {
    readonly id: string;
    readonly summary: string;
    readonly button?: { readonly actionType: string; readonly url: string };
    readonly photo?: string;
  }[];
  readonly reviews: readonly { readonly id: string; readonly reply?: { readonly comment: string } }[];
}

export interface GoogleBusinessDouble extends PlatformDouble, Pick<SandboxParts, "sandbox" | "control"> {
  readonly place: string;
  location(): Promise<LocationState>;
  review(rating: number, text: string): Promise<string>;
}

/** The sandbox's Google Business Profile over real HTTP. */
export async function googleBusinessDouble(options: { clock?: Clock } = {}): Promise<GoogleBusinessDouble> {
  const parts = await openSandbox({
    platform: "google-business",
    files: { "/image": jpeg(1200, 900), "/video": new Uint8Array(), "/unreadable": Buffer.from("not a picture") },
    rateLimited: {
      status: 429,
      headers: { "retry-after": "19" },
      body: { error: { code: 429, message: "Quota exceeded", status: "RESOURCE_EXHAUSTED" } },
    },
    ...options,
  });
  const { control, failNext } = parts;
  const place = `accounts/${accountId}/locations/${locationId}`;
  const location = async () => (await control("GET", `google-business/locations/${locationId}`)) as LocationState;

  return {
    ...parts,
    place,
    location,
    posts: async () =>
      (await location()).posts.map(({ id, summary, photo }) => ({
        remoteId: `${place}/localPosts/${id}`,
        text: summary,
        images: photo ? 1 : 0,
        videos: 0,
      })),
    // An answer to a review is put, a post is posted: whatever comes next fails.
    failNext: async (call, how) => {
      if (call === "read" || (how !== "lost-answer" && how !== "cut-off")) return failNext(call, how);
      await control("POST", "faults", {
        platform: "google-business",
        answer: "close",
        afterWrite: how === "lost-answer",
      });
    },
    revoke: async () => {
      await control("POST", "google-business/revoke");
    },
    review: async (stars, comment) => {
      const said = { stars, comment, person: "Ірина Бойко" };
      return ((await control("POST", `google-business/locations/${locationId}/review`, said)) as { name: string }).name;
    },
    comment: () => Promise.reject(new Error("There are no comments on Google")),
    fillInForm: () => Promise.reject(new Error("There are no lead forms on Google")),
  };
}
