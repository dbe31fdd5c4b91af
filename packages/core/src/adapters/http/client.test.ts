import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { httpClient } from "./client.ts";

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("the HTTP client", () => {
  it("gives status, headers in lower case and the body", async () => {
    const url = await serve((_, response) => response.writeHead(418, { "X-App-Usage": "{}" }).end("чайник"));
    const answer = await httpClient().send({ method: "GET", url });
    expect(answer).toMatchObject({ kind: "answer", status: 418, headers: { "x-app-usage": "{}" }, body: "чайник" });
  });

  it.each([
    ["a form", { form: { a: "1 2", b: "й" } }, "application/x-www-form-urlencoded", "a=1+2&b=%D0%B9"],
    ["json", { json: { a: 1 } }, "application/json", '{"a":1}'],
    ["bytes", { bytes: new Uint8Array([104, 105]), contentType: "text/x" }, "text/x", "hi"],
  ])("sends %s", async (_, body, contentType, text) => {
    const url = await serve(async (request, response) => {
      let received = "";
      for await (const chunk of request) received += chunk;
      response.end(JSON.stringify([request.headers["content-type"], received]));
    });
    const answer = await httpClient().send({ method: "POST", url, body });
    expect(answer.kind === "answer" && JSON.parse(answer.body)).toEqual([contentType, text]);
  });

  it("does not follow a redirect", async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls += 1;
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await httpClient().send({ method: "GET", url })).toMatchObject({ kind: "answer", status: 302 });
    expect(calls).toBe(1);
  });

  it("says that a request which met a closed port was never sent", async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await httpClient().send({ method: "POST", url })).toEqual({
      kind: "no-answer",
      cause: "connection-refused",
      sent: false,
    });
  });

  it("says that a name which does not resolve was never sent to", async () => {
    const answer = await httpClient().send({ method: "GET", url: "http://nowhere.invalid/" });
    expect(answer).toEqual({ kind: "no-answer", cause: "name-not-found", sent: false });
  });

  it.each([
    ["the server hangs", () => {}, "timeout"],
    ["the server closes without an answer", (request) => request.socket.destroy(), "connection-lost"],
    [
      "the server stops in the middle of the body",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("half");
        setImmediate(() => response.destroy());
      },
      "connection-lost",
    ],
  ] satisfies [string, RequestListener, string][])("leaves the outcome open when %s", async (_, listener, cause) => {
    const url = await serve(listener);
    const answer = await httpClient().send({ method: "POST", url, timeoutMs: 200 });
    expect(answer).toEqual({ kind: "no-answer", cause, sent: true });
  });

  it("answers, not throws, for an address that is none and a header that cannot be sent", async () => {
    const refused = { kind: "no-answer", cause: "refused-address", sent: false };
    expect(await httpClient().send({ method: "GET", url: "no address" })).toEqual(refused);
    const headers = { authorization: "Bearer a\nb" };
    expect(await httpClient().send({ method: "GET", url: "http://127.0.0.1:1", headers })).toEqual(refused);
  });

  it("stops reading at the limit", async () => {
    const url = await serve((_, response) => response.end("x".repeat(2000)));
    expect(await httpClient({ maxBytes: 1000 }).send({ method: "GET", url })).toMatchObject({ cause: "too-large" });
  });
});
