import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "#local/sandbox/index.ts";
import { httpClient } from "../../../../adapters/http/client.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { WebhookRequest } from "../../../connector.ts";
import type { PlatformDouble } from "../../../platform-double.ts";

/** The smallest files of their types. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0isommp42"), Buffer.alloc(64)]);

const pageId = "104827115920384";

const faults = {
  refused: { answer: { status: 500, body: { error: { code: 2, message: "Service temporarily unavailable" } } } },
  "lost-answer": { answer: "close", afterWrite: true },
  "cut-off": { answer: "close" },
  "rate-limited": {
    answer: {
      status: 400,
      headers: {
        "x-business-use-case-usage": JSON.stringify({
          [pageId]: [{ type: "pages", estimated_time_to_regain_access: 19 }],
        }),
      },
      body: { error: { code: 80001, message: "There have been too many calls" } },
    },
  },
} as const;

export interface FacebookDouble extends PlatformDouble {
  readonly sandbox: Sandbox;
  readonly pageId: string;
  /** Calls the sandbox's control API. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** A page token with exactly these permissions. */
  token(scopes: readonly string[]): Promise<string>;
}

interface PageState {
  posts: { id: string; message: string; photoIds: string[]; videoId?: string; removed?: boolean }[];
}

/** The sandbox's Facebook over real HTTP, with a server for media and one that receives webhooks. */
export async function facebookDouble(options: { clock?: Clock } = {}): Promise<FacebookDouble> {
  const received: WebhookRequest[] = [];
  const files: Record<string, Buffer> = {
    "/image.png": png,
    "/video.mp4": mp4,
    "/text.png": Buffer.from("not a picture"),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method === "POST") {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      received.push({ headers, rawBody: Buffer.concat(chunks) });
    }
    const file = files[request.url ?? ""];
    response.writeHead(request.method === "POST" || file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const dataDir = mkdtempSync(join(tmpdir(), "dopys-sandbox-"));
  const app = { appId: "4200000000000042", appSecrets: ["secret-of-the-app"] as [string], verifyToken: "word" };
  const sandbox = await startSandbox({ port: 0, dataDir, app, callbackUrl: () => `${own}/hook`, ...options });

  const control: FacebookDouble["control"] = async (method, path, body) => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${sandbox.url}/sandbox/${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  const act = async (name: string, input: object) =>
    ((await control("POST", `facebook/pages/${pageId}/${name}`, input)) as { id: string }).id;

  await control("PUT", "facebook/settings", { videoProcessingMs: 50 });

  return {
    sandbox,
    pageId,
    control,
    app: { ...app, endpoints: sandbox.endpoints },
    http: httpClient(),
    media: { image: `${own}/image.png`, video: `${own}/video.mp4`, unreadable: `${own}/text.png` },
    consent: async (consentUrl) => {
      const page = await (await fetch(consentUrl)).text();
      const form = new URLSearchParams({ answer: "allow" });
      for (const [, name = "", value = ""] of page.matchAll(/name="(\w+)" value="([^"]*)"/g)) {
        if (name !== "answer") form.append(name, value);
      }
      const response = await fetch(consentUrl, { method: "POST", body: form, redirect: "manual" });
      return new URL(response.headers.get("location") ?? "");
    },
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
    failNext: async (call, how) => {
      await control("POST", "faults", {
        platform: "facebook",
        method: call === "read" ? "GET" : "POST",
        ...faults[how],
      });
    },
    revoke: async () => {
      await control("POST", `facebook/pages/${pageId}/tokens/revoke`, { subcode: 460 });
    },
    token: async (scopes) =>
      ((await control("POST", "facebook/tokens", { pageId, scopes })) as { accessToken: string }).accessToken,
    comment: (on, message) => act("comment", { on, message, person: "Ірина Бойко" }),
    fillInForm: (fields) => act("lead", { fields }),
    deliveries: async (count) => {
      const until = Date.now() + 5000;
      while (received.length < count && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
      if (received.length < count) throw new Error(`${received.length} of ${count} deliveries came`);
      return received;
    },
    stop: async () => {
      await sandbox.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
