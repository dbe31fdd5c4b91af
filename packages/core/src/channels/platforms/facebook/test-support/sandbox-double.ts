import { jpeg, video } from "#tests/support/media-files.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { PlatformDouble } from "../../../platform-double.ts";
import { openSandbox, type SandboxParts } from "../../../test-support/sandbox.ts";

const pageId = "104827115920384";

export interface FacebookDouble extends PlatformDouble, Pick<SandboxParts, "sandbox" | "control"> {
  readonly pageId: string;
  /** A page token with exactly these permissions. */
  token(scopes: readonly string[]): Promise<string>;
  /** The same of the person who consents. */
  personToken(scopes: readonly string[]): Promise<string>;
}

interface PageState {
  posts: { id: string; message: string; photoIds: string[]; videoId?: string; removed?: boolean }[];
}

/** The sandbox's Facebook over real HTTP. */
export async function facebookDouble(options: { clock?: Clock } = {}): Promise<FacebookDouble> {
  const parts = await openSandbox({
    platform: "facebook",
    files: { "/image": jpeg(1200, 800), "/video": video(), "/unreadable": Buffer.from("not a picture") },
    rateLimited: {
      status: 400,
      headers: {
        "x-business-use-case-usage": JSON.stringify({
          [pageId]: [{ type: "pages", estimated_time_to_regain_access: 19 }],
        }),
      },
      body: { error: { code: 80001, message: "There have been too many calls" } },
    },
    ...options,
  });
  const { control } = parts;
  const act = async (name: string, input: object) =>
    ((await control("POST", `facebook/pages/${pageId}/${name}`, input)) as { id: string }).id;

  await control("PUT", "facebook/settings", { videoProcessingMs: 50 });

  return {
    ...parts,
    pageId,
    posts: async () => {
      const page = (await control("GET", `facebook/pages/${pageId}`)) as PageState;
      return page.posts
        .filter((post) => !post.removed)
        .map(({ id, message, photoIds, videoId }) => ({
          remoteId: id,
          text: message,
          images: photoIds.length,
          videos: videoId ? 1 : 0,
        }));
    },
    rival: "kava.na.podoli",
    revoke: async () => {
      await control("POST", `facebook/pages/${pageId}/tokens/revoke`, { subcode: 460 });
    },
    token: async (scopes) =>
      ((await control("POST", "facebook/tokens", { pageId, scopes })) as { accessToken: string }).accessToken,
    personToken: async (scopes) =>
      ((await control("POST", "facebook/person-tokens", { scopes })) as { accessToken: string }).accessToken,
    comment: (on, message) => act("comment", { on, message, person: "Ірина Бойко" }),
    fillInForm: (fields) => act("lead", { fields }),
  };
}
