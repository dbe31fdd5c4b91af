import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type HttpDoor, type HttpOptions, startHttp } from "./index.ts";
import { apiHost, distributionTemplate, region } from "./template.fixture.ts";

const script = `console.log("${"кава ".repeat(400)}");`;
let root: string;
let siteDirectory: string;
let door: HttpDoor | undefined;
let events: Record<string, unknown>[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "door-"));
  siteDirectory = join(root, "site");
  await mkdir(join(siteDirectory, "assets"), { recursive: true });
  await writeFile(join(root, "secret.txt"), "secret");
  await writeFile(join(siteDirectory, "index.html"), "<!DOCTYPE html><title>Shop</title>");
  await writeFile(join(siteDirectory, "assets", "main-1a2b.js"), script);
  await writeFile(join(siteDirectory, "кава.svg"), "<svg/>");
});
afterAll(() => rm(root, { recursive: true }));
afterEach(async () => {
  await door?.stop();
  door = undefined;
  events = [];
});

async function play(options: Partial<HttpOptions> = {}): Promise<string> {
  door = await startHttp({
    template: distributionTemplate(),
    region,
    accountId: "000000000000",
    port: 0,
    siteDirectory,
    invoker: {
      async invoke(_arn, event) {
        events.push(event as Record<string, unknown>);
        const headers = { "x-powered-by": "api", "referrer-policy": "origin", "x-frame-options": "SAMEORIGIN" };
        return { ok: true, value: { statusCode: 200, headers, body: "from the api" }, durationMs: 1 };
      },
    },
    ...options,
  });
  return door.url;
}

/** Sends the path exactly as given, which fetch would tidy up. */
async function raw(url: string, path: string, headers: Record<string, string> = {}) {
  const { port } = new URL(url);
  const sent = request({ host: "127.0.0.1", port, path, headers }).end();
  const [answer] = await once(sent, "response");
  return { status: answer.statusCode as number, headers: answer.headers, body: await text(answer) };
}

describe("the front door", () => {
  test("sends the paths of a behavior to the API, with the headers a distribution adds", async () => {
    const url = await play();
    const answer = await fetch(`${url}/api/orders?a=1`, {
      method: "PUT",
      headers: { cookie: "a=1", "x-forwarded-for": "10.1.1.1", "content-type": "text/plain" },
      body: "x",
    });
    expect([answer.status, await answer.text()]).toEqual([200, "from the api"]);
    expect(events[0]).toMatchObject({
      rawPath: "/api/orders",
      rawQueryString: "a=1",
      cookies: ["a=1"],
      headers: {
        host: apiHost,
        "x-forwarded-for": "10.1.1.1, 127.0.0.1, 127.0.0.1",
        "x-forwarded-proto": "https",
        via: expect.stringContaining("cloudfront.net"),
      },
      requestContext: { domainName: apiHost, domainPrefix: "a1b2c3d4e5" },
    });
  });

  test("takes the first behavior that fits", async () => {
    const url = await play();
    expect((await fetch(`${url}/api/private/x.txt`)).status).toBe(403);
    expect((await fetch(`${url}/apis`)).headers.get("content-type")).toContain("text/html");
    expect(events).toHaveLength(0);
  });

  test("refuses methods that the behavior does not allow", async () => {
    const url = await play();
    const answer = await fetch(`${url}/`, { method: "POST", body: "x" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("not configured to allow the HTTP request method");
  });

  test("sets the headers of the response headers policy on files and API answers", async () => {
    const url = await play({ publicOrigins: { "https://media.s3.amazonaws.com": "http://127.0.0.1:4566" } });
    for (const path of ["/", "/api/x"]) {
      const { headers } = await fetch(url + path);
      expect(headers.get("content-security-policy")).toBe("img-src 'self' http://127.0.0.1:4566");
      expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("permissions-policy")).toBe("camera=()");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("referrer-policy")).toBe(path === "/" ? "same-origin" : "origin");
    }
  });
});

describe("the static site", () => {
  test("serves the root object and, through the distribution's function, the page for every route of the browser", async () => {
    const url = await play();
    for (const path of ["/", "/calendar", "/inbox/42?tab=a"]) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
      expect(await answer.text()).toContain("<title>Shop");
    }
  });

  test("lets the distribution's function answer itself", async () => {
    const answer = await fetch(`${await play()}/old`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/new"]);
  });

  test.each([
    ["br", "br"],
    ["gzip, deflate", "gzip"],
    ["identity", undefined],
  ])("compresses for a browser that accepts %s", async (accepted, encoding) => {
    const url = await play();
    const answer = await fetch(`${url}/assets/main-1a2b.js`, { headers: { "accept-encoding": accepted } });
    expect(answer.headers.get("content-encoding") ?? undefined).toBe(encoding);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).toContain("javascript");
    expect(await answer.text()).toBe(script);
  });

  test("answers 304 to a browser that has the file, and no body to HEAD", async () => {
    const url = await play();
    const { headers } = await fetch(`${url}/assets/main-1a2b.js`);
    const again = await raw(url, "/assets/main-1a2b.js", { "if-none-match": headers.get("etag") ?? "" });
    expect([again.status, again.body]).toEqual([304, ""]);
    const head = await fetch(`${url}/`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "34", ""]);
  });

  test("finds names in any script", async () => {
    const answer = await fetch(`${await play()}/кава.svg`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
  });

  test("answers for a missing file as a private bucket does", async () => {
    const answer = await fetch(`${await play()}/assets/none.js`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([403, "application/xml"]);
  });

  test("shows the distribution's page for an error", async () => {
    const CustomErrorResponses = [{ ErrorCode: 403, ResponseCode: 200, ResponsePagePath: "/index.html" }];
    const answer = await fetch(`${await play({ template: distributionTemplate({ CustomErrorResponses }) })}/none.js`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Shop")]);
  });

  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
    "/%00.txt",
    "/%zz.txt",
    "/assets/..%2f..%2fsecret.txt",
  ])("never leaves its folder for %s", async (path) => {
    const answer = await raw(await play(), path);
    expect([answer.status, answer.body.includes("secret")]).toEqual([403, false]);
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ["an origin elsewhere", { Origins: [{ Id: "site", DomainName: "example.org" }] }, "example.org"],
  [
    "a behavior that withholds cookies from the API",
    { CacheBehaviors: [{ PathPattern: "/api/*", TargetOriginId: "api" }] },
    "origin request policy",
  ],
  [
    "a function on responses",
    {
      DefaultCacheBehavior: {
        TargetOriginId: "site",
        FunctionAssociations: [{ EventType: "viewer-response", FunctionARN: "PageFallback" }],
      },
    },
    "viewer-request",
  ],
])("%s stops the start by name", async (_what, changes, message) => {
  await expect(play({ template: distributionTemplate(changes) })).rejects.toThrow(message);
});
