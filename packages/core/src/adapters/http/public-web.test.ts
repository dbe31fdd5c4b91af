import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { somewhere, startTestWeb, type TestWeb } from "#tests/support/public-web.ts";
import { publicWeb } from "./public-web.ts";

let web: TestWeb;
const serve = async (listener: RequestListener) => {
  web = await startTestWeb(["news.example", "cdn.example"], listener);
  return web;
};
afterEach(() => web?.stop());

const get = (url: string, maxBytes = 1000, timeoutMs = 5000) => web.get({ url, maxBytes, timeoutMs });
const hello: RequestListener = (_, response) =>
  response.writeHead(200, { "content-type": "text/plain" }).end("вітання");
const redirectTo =
  (location: string): RequestListener =>
  (request, response) =>
    request.headers.host === "news.example" ? response.writeHead(302, { location }).end() : hello(request, response);

describe("the public web", () => {
  it("fetches a public https address and says what it got", async () => {
    await serve(hello);
    const answer = await get("https://news.example/feed");
    expect(answer).toMatchObject({ kind: "answer", status: 200, url: "https://news.example/feed" });
    expect(answer.kind === "answer" && Buffer.from(answer.body).toString()).toBe("вітання");
    expect(web.dialled).toEqual([somewhere]);
  });

  it.each([
    ["plain http", "http://news.example/", "not-https"],
    ["another scheme", "file:///etc/passwd", "not-https"],
    ["credentials", "https://user:secret@news.example/", "credentials"],
    ["another port", "https://news.example:8443/", "port"],
    ["no address", "news.example", "malformed"],
    ["loopback", "https://127.0.0.1/", "not-public"],
    ["loopback as a decimal number", "https://2130706433/", "not-public"],
    ["loopback in octal", "https://0177.0.0.1/", "not-public"],
    ["loopback in hex", "https://0x7f000001/", "not-public"],
    ["loopback shortened", "https://127.1/", "not-public"],
    ["loopback in full-width digits", "https://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1/", "not-public"],
    ["the metadata service", "https://169.254.169.254/latest/meta-data/", "not-public"],
    ["the metadata service in hex", "https://0xa9fea9fe/", "not-public"],
    ["a private network", "https://10.0.0.1/", "not-public"],
    ["a private network in 172.16/12", "https://172.31.255.255/", "not-public"],
    ["a private network in 192.168/16", "https://192.168.1.1/", "not-public"],
    ["carrier-grade NAT", "https://100.64.0.1/", "not-public"],
    ["multicast", "https://224.0.0.1/", "not-public"],
    ["broadcast", "https://255.255.255.255/", "not-public"],
    ["this host", "https://0.0.0.0/", "not-public"],
    ["IPv6 loopback", "https://[::1]/", "not-public"],
    ["IPv6 unspecified", "https://[::]/", "not-public"],
    ["IPv4 mapped into IPv6", "https://[::ffff:127.0.0.1]/", "not-public"],
    ["IPv4 mapped in hex", "https://[::ffff:7f00:1]/", "not-public"],
    ["a public IPv4 mapped into IPv6", "https://[::ffff:93.184.215.14]/", "not-public"],
    ["IPv4-compatible IPv6", "https://[::127.0.0.1]/", "not-public"],
    ["NAT64", "https://[64:ff9b::7f00:1]/", "not-public"],
    ["local NAT64", "https://[64:ff9b:1::7f00:1]/", "not-public"],
    ["6to4", "https://[2002:7f00:1::]/", "not-public"],
    ["Teredo", "https://[2001:0:7f00:1::]/", "not-public"],
    ["IPv6 link-local", "https://[fe80::1]/", "not-public"],
    ["IPv6 unique local", "https://[fd00:ec2::254]/", "not-public"],
    ["IPv6 multicast", "https://[ff02::1]/", "not-public"],
    ["IPv6 documentation", "https://[2001:db8::1]/", "not-public"],
  ])("refuses %s and connects to nothing, asked directly or by redirect", async (_, url, cause) => {
    await serve(redirectTo(url));
    expect(await get(url)).toEqual({ kind: "refused", cause });
    expect(web.dialled).toEqual([]);
    if (cause === "malformed") return;
    expect(await get("https://news.example/")).toEqual({ kind: "refused", cause });
    expect(web.dialled).toEqual([somewhere]);
  });

  it.each([
    ["a private address", ["10.0.0.7"]],
    ["the metadata service", ["169.254.169.254"]],
    ["a public and a private address", [somewhere, "127.0.0.1"]],
    ["IPv6 loopback beside a public address", ["2606:2800:21f:cb07::1", "::1"]],
    ["an IPv4-mapped address", ["::ffff:10.0.0.1"]],
  ])("refuses a name that resolves to %s", async (_, ips) => {
    await serve(hello);
    web.names.set("news.example", [ips]);
    expect(await get("https://news.example/")).toEqual({ kind: "refused", cause: "not-public" });
    expect(web.dialled).toEqual([]);
  });

  it("connects to the address it checked when the name rebinds right after", async () => {
    await serve(hello);
    web.names.set("news.example", [[somewhere], ["127.0.0.1"]]);
    expect(await get("https://news.example/")).toMatchObject({ kind: "answer" });
    expect(web.resolved).toEqual(["news.example"]);
    expect(web.dialled).toEqual([somewhere]);
  });

  it("checks the name anew when a redirect comes back to it after it has rebound", async () => {
    await serve((_, response) => response.writeHead(301, { location: "/again" }).end());
    web.names.set("news.example", [[somewhere], ["169.254.169.254"]]);
    expect(await get("https://news.example/")).toEqual({ kind: "refused", cause: "not-public" });
    expect(web.dialled).toEqual([somewhere]);
  });

  it("prefers IPv4, which every function can reach", async () => {
    await serve(hello);
    web.names.set("news.example", [["2606:2800:21f:cb07::1", somewhere]]);
    await get("https://news.example/");
    expect(web.dialled).toEqual([somewhere]);
  });

  it("follows three redirects, relative and to other hosts, and not a fourth", async () => {
    await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return response.end("there");
      return response.writeHead(307, { location: left === 1 ? "https://cdn.example/0" : `/${left - 1}` }).end();
    });
    expect(await get("https://news.example/3")).toMatchObject({ status: 200, url: "https://cdn.example/0" });
    expect(await get("https://news.example/4")).toEqual({ kind: "no-answer", cause: "too-many-redirects" });
  });

  it.each([
    ["announced", { "content-length": "1001" }],
    ["not announced", {}],
  ])("stops reading a body over the limit, %s", async (_, headers) => {
    await serve((_, response) => response.writeHead(200, headers).end("x".repeat(1001)));
    expect(await get("https://news.example/")).toEqual({ kind: "no-answer", cause: "too-large" });
  });

  it("unpacks what was compressed unasked, up to the limit", async () => {
    await serve((request, response) =>
      response
        .writeHead(200, { "content-encoding": "gzip" })
        .end(gzipSync(request.url === "/bomb" ? Buffer.alloc(5_000_000) : "small")),
    );
    const small = await get("https://news.example/", 10_000);
    expect(small.kind === "answer" && Buffer.from(small.body).toString()).toBe("small");
    expect(await get("https://news.example/bomb", 10_000)).toEqual({ kind: "no-answer", cause: "too-large" });
  });

  it("ends in time when the server is silent, half-way through, or redirects for ever", async () => {
    await serve((request, response) => {
      if (request.url === "/half") response.writeHead(200).write("half");
    });
    expect(await get("https://news.example/silent", 1000, 150)).toEqual({ kind: "no-answer", cause: "timeout" });
    expect(await get("https://news.example/half", 1000, 150)).toEqual({ kind: "no-answer", cause: "timeout" });
  });

  it("tells an unknown name, a refused connection and a certificate of another name apart", async () => {
    await serve(hello);
    expect(await get("https://unknown.example/")).toEqual({ kind: "no-answer", cause: "name-not-found" });
    web.names.set("other.example", [[somewhere]]);
    expect(await get("https://other.example/")).toEqual({ kind: "no-answer", cause: "certificate" });
    await web.stop();
    expect(await get("https://news.example/")).toEqual({ kind: "no-answer", cause: "connection-failed" });
    await serve(hello);
  });

  it("does not trust a certificate that no authority of the machine signed", async () => {
    await serve(hello);
    const strict = publicWeb({ resolve: async () => [somewhere], dial: () => web.open() });
    expect(await strict.get({ url: "https://news.example/", maxBytes: 10 })).toEqual({
      kind: "no-answer",
      cause: "certificate",
    });
  });

  it("has no way around its checks when nothing is injected", async () => {
    await serve(hello);
    const real = publicWeb();
    expect(await real.get({ url: "https://localhost/", maxBytes: 10 })).toEqual({
      kind: "refused",
      cause: "not-public",
    });
  });
});
