import { jpeg, video } from "#tests/support/media-files.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { PlatformDouble } from "../../../platform-double.ts";
import { openSandbox, type SandboxParts } from "../../../test-support/sandbox.ts";

const pageId = "104827115920384";
const accountId = "17841405822304914";

/** The sandbox's account, as its control API shows it. */
export interface AccountState {
  readonly media: readonly {
    readonly id: string;
    readonly product: "FEED" | "REELS" | "STORY";
    readonly caption: string;
    readonly files: readonly { readonly kind: "image" | "video"; readonly altText: string }[];
  }[];
  readonly containers: readonly { readonly id: string; readonly isPart: boolean; readonly mediaId?: string }[];
}

export interface InstagramDouble extends PlatformDouble, Pick<SandboxParts, "sandbox" | "control"> {
  readonly accountId: string;
  account(): Promise<AccountState>;
  /** A page token with exactly these permissions. */
  token(scopes: readonly string[]): Promise<string>;
}

/** The sandbox's Instagram over real HTTP. */
export async function instagramDouble(options: { clock?: Clock } = {}): Promise<InstagramDouble> {
  const parts = await openSandbox({
    platform: "instagram",
    files: {
      "/image": jpeg(1080, 1350),
      "/video": video({ width: 1080, height: 1920 }),
      "/unreadable": Buffer.from("not a picture"),
    },
    rateLimited: {
      status: 400,
      headers: {
        "x-business-use-case-usage": JSON.stringify({
          [pageId]: [{ type: "instagram", estimated_time_to_regain_access: 19 }],
        }),
      },
      body: { error: { code: 80002, message: "There have been too many calls" } },
    },
    ...options,
  });
  const { control } = parts;
  const account = async () => (await control("GET", `instagram/accounts/${accountId}`)) as AccountState;

  await control("PUT", "instagram/settings", { imageProcessingMs: 0, videoProcessingMs: 50 });

  return {
    ...parts,
    accountId,
    account,
    posts: async () =>
      (await account()).media.map(({ id, caption, files }) => ({
        remoteId: id,
        text: caption,
        images: files.filter(({ kind }) => kind === "image").length,
        videos: files.filter(({ kind }) => kind === "video").length,
      })),
    rival: "zerno.kyiv",
    revoke: async () => {
      await control("POST", `instagram/accounts/${accountId}/tokens/revoke`, { subcode: 460 });
    },
    token: async (scopes) =>
      ((await control("POST", "instagram/tokens", { pageId, scopes })) as { accessToken: string }).accessToken,
    comment: async (on, message) => {
      const input = { on, message, person: "Ірина Бойко" };
      return ((await control("POST", `instagram/accounts/${accountId}/comment`, input)) as { id: string }).id;
    },
    fillInForm: () => Promise.reject(new Error("Instagram has no lead forms of its own")),
  };
}
