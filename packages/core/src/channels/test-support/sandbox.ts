import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "#local/sandbox/index.ts";
import { sandboxPush } from "#local/sandbox/push-settings.ts";
import { httpClient } from "../../adapters/http/client.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { WebhookRequest } from "../connector.ts";
import type { PlatformDouble } from "../platform-double.ts";

/** The parts that every double of a platform played by the sandbox has in common. */
export interface SandboxParts
  extends Pick<PlatformDouble, "app" | "http" | "media" | "consent" | "deliveries" | "failNext" | "stop"> {
  readonly sandbox: Sandbox;
  /** Calls the sandbox's control API. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
}

export interface SandboxSetUp {
  readonly platform: string;
  /** What the media server gives, by address; a picture, a video and a file that is no picture under its name. */
  readonly files: Readonly<Record<"/image" | "/video" | "/unreadable", Uint8Array>>;
  /** How the platform says that there were too many calls. */
  readonly rateLimited: { readonly status: number; readonly headers?: Record<string, string>; readonly body: unknown };
  readonly clock?: Clock | undefined;
}

/** The sandbox over real HTTP, with a server for media and one that receives webhooks. */
export async function openSandbox({ platform, files, rateLimited, clock }: SandboxSetUp): Promise<SandboxParts> {
  const received: WebhookRequest[] = [];
  const given: Readonly<Record<string, Uint8Array>> = files;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method === "POST") {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      received.push({ headers, rawBody: Buffer.concat(chunks) });
    }
    const file = given[request.url ?? ""];
    response.writeHead(request.method === "POST" || file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const dataDir = mkdtempSync(join(tmpdir(), "dopys-sandbox-"));
  const secrets: [string] = ["secret-of-the-app"];
  const app = { appId: "4200000000000042", appSecrets: secrets, verifyToken: "word", push: sandboxPush };
  const callbackUrl = () => `${own}/hook`;
  const sandbox = await startSandbox({ port: 0, dataDir, app, callbackUrl, ...(clock && { clock }) });

  const control: SandboxParts["control"] = async (method, path, body) => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${sandbox.url}/sandbox/${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  const faults = {
    refused: { answer: { status: 500, body: { error: { code: 2, message: "Service temporarily unavailable" } } } },
    "lost-answer": { answer: "close", afterWrite: true },
    "cut-off": { answer: "close" },
    "rate-limited": { answer: rateLimited },
  } as const;

  return {
    sandbox,
    control,
    app: { ...app, endpoints: sandbox.endpoints[platform] },
    http: httpClient(),
    media: { image: `${own}/image`, video: `${own}/video`, unreadable: `${own}/unreadable` },
    consent: async (consentUrl) => {
      const page = await (await fetch(consentUrl)).text();
      const form = new URLSearchParams({ answer: "allow" });
      for (const [, name = "", value = ""] of page.matchAll(/name="(\w+)" value="([^"]*)"/g)) {
        if (name !== "answer") form.append(name, value);
      }
      const response = await fetch(consentUrl, { method: "POST", body: form, redirect: "manual" });
      return new URL(response.headers.get("location") ?? "");
    },
    failNext: async (call, how) => {
      await control("POST", "faults", { platform, method: call === "read" ? "GET" : "POST", ...faults[how] });
    },
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
