import { afterEach, describe, expect, test, vi } from "vitest";
import type { Invocation } from "../lambda/invoker.ts";
import { type HttpDoor, startHttp } from "./index.ts";
import { apiTemplate, functionArn, region } from "./template.fixture.ts";

let door: HttpDoor | undefined;

afterEach(async () => {
  await door?.stop();
  door = undefined;
});

const answering = (value: unknown): Invocation => ({ ok: true, value, durationMs: 1 });

async function play(routes: string[], answer: () => Invocation | Promise<Invocation>, integration = {}) {
  const events: unknown[] = [];
  door = await startHttp({
    template: apiTemplate(routes, integration),
    region,
    accountId: "123456789012",
    port: 0,
    invoker: {
      async invoke(arn, event) {
        expect(arn).toBe(functionArn);
        events.push(event);
        return answer();
      },
    },
  });
  return { events, url: door.url };
}

const ok = () => answering({ statusCode: 204 });

describe("the event of an HTTP API", () => {
  test("has the form AWS documents for payload format 2.0", async () => {
    const { events, url } = await play(["POST /my/{name}"], ok);
    await fetch(`${url}/my/path%20one?parameter1=value1&parameter1=value2&parameter2=a%20b`, {
      method: "POST",
      headers: {
        cookie: "cookie1=1; cookie2=2",
        "content-type": "application/json",
        "user-agent": "agent",
        header1: "value1",
      },
      body: '{"кава":1}',
    });
    expect(events[0]).toEqual({
      version: "2.0",
      routeKey: "POST /my/{name}",
      rawPath: "/my/path one",
      rawQueryString: "parameter1=value1&parameter1=value2&parameter2=a%20b",
      cookies: ["cookie1=1", "cookie2=2"],
      headers: expect.objectContaining({
        header1: "value1",
        "content-type": "application/json",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https",
        "x-amzn-trace-id": expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      }),
      queryStringParameters: { parameter1: "value1,value2", parameter2: "a b" },
      requestContext: {
        accountId: "123456789012",
        apiId: "a1b2c3d4e5",
        domainName: new URL(url).host,
        domainPrefix: new URL(url).host,
        http: { method: "POST", path: "/my/path one", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "agent" },
        requestId: expect.any(String),
        routeKey: "POST /my/{name}",
        stage: "$default",
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      pathParameters: { name: "path one" },
      body: '{"кава":1}',
      isBase64Encoded: false,
    });
    expect(events[0]).not.toHaveProperty("headers.cookie");
  });

  test("leaves out what the request lacks", async () => {
    const { events, url } = await play(["$default"], ok);
    await fetch(`${url}/`);
    for (const absent of ["cookies", "body", "pathParameters"]) expect(events[0]).not.toHaveProperty(absent);
    expect(events[0]).toMatchObject({ routeKey: "$default", rawQueryString: "", isBase64Encoded: false });
  });

  test.each([
    ["text/plain", false],
    ["application/json; charset=utf-8", false],
    ["application/problem+json", false],
    ["application/x-www-form-urlencoded", true],
    ["image/png", true],
    ["multipart/form-data; boundary=x", true],
  ])("carries a body of type %s as base64: %s", async (type, base64) => {
    const { events, url } = await play(["$default"], ok);
    await fetch(url, { method: "POST", headers: { "content-type": type }, body: "a=1" });
    expect(events[0]).toMatchObject({ isBase64Encoded: base64, body: base64 ? "YT0x" : "a=1" });
  });
});

describe("a route", () => {
  test.each([
    ["GET", "/pets/dog/1", "GET /pets/dog/1"],
    ["GET", "/pets/dog/2", "GET /pets/dog/{id}"],
    ["POST", "/pets/dog/2", "ANY /pets/{proxy+}"],
    ["GET", "/pets/cat/1/toys", "ANY /pets/{proxy+}"],
    ["GET", "/pets", "$default"],
    ["DELETE", "/test", "$default"],
  ])("for %s %s is %s", async (method, path, expected) => {
    const keys = ["$default", "ANY /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1", "POST /test"];
    const { events, url } = await play(keys, ok);
    await fetch(url + path, { method });
    expect(events[0]).toMatchObject({ routeKey: expected });
  });

  test("that does not exist is a 404 and calls nothing", async () => {
    const { events, url } = await play(["GET /pets"], ok);
    for (const [method, path] of [
      ["GET", "/"],
      ["POST", "/pets"],
      ["GET", "/pets/"],
      ["GET", "/pets/1"],
    ] as const) {
      const answer = await fetch(url + path, { method });
      expect([answer.status, await answer.json()]).toEqual([404, { message: "Not Found" }]);
    }
    expect(events).toHaveLength(0);
  });
});

describe("the answer of a function", () => {
  test("is passed on with its cookies and decoded body", async () => {
    const headers = { "Content-Type": "image/png", "X-One": "1" };
    const { url } = await play(["$default"], () =>
      answering({ statusCode: 201, headers, cookies: ["a=1; Path=/", "b=2"], body: "AAEC", isBase64Encoded: true }),
    );
    const answer = await fetch(url);
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("x-one")).toBe("1");
    expect(answer.headers.get("apigw-requestid")).toBeTruthy();
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 1, 2]);
  });

  test("without a status code is the JSON body of a 200", async () => {
    const { url } = await play(["$default"], () => answering({ hello: "world" }));
    const answer = await fetch(url);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect([answer.status, await answer.json()]).toEqual([200, { hello: "world" }]);
  });

  test("to HEAD has no body", async () => {
    const { url } = await play(["$default"], () => answering({ statusCode: 200, body: "hidden" }));
    const answer = await fetch(url, { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([200, "6", ""]);
  });

  test.each<[string, Invocation, number, string]>([
    ["a thrown error", { ok: false, errorType: "Error", message: "secret" }, 500, "Internal Server Error"],
    ["a bad status code", answering({ statusCode: "many" }), 500, "Internal Server Error"],
    ["a body that is not text", answering({ statusCode: 200, body: { a: 1 } }), 500, "Internal Server Error"],
    ["throttling", { ok: false, errorType: "TooManyRequestsException", message: "x" }, 503, "Service Unavailable"],
  ])("that is %s becomes %s", async (_what, invocation, status, message) => {
    const { url } = await play(["$default"], () => invocation);
    const answer = await fetch(url);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  test("that comes too late is a 503", async () => {
    const { url } = await play(["$default"], () => new Promise<Invocation>(() => {}), { TimeoutInMillis: 50 });
    const answer = await fetch(url);
    expect([answer.status, await answer.json()]).toEqual([503, { message: "Service Unavailable" }]);
  });
});

test("a body over 10 MB is refused before the function is called", async () => {
  const { events, url } = await play(["$default"], ok);
  const announced = await fetch(url, { method: "POST", body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect([announced.status, await announced.json()]).toEqual([413, { message: "Request Entity Too Large" }]);
  const chunk = Buffer.alloc(1024 * 1024);
  const body = new ReadableStream({
    start: (controller) => {
      for (let i = 0; i < 11; i++) controller.enqueue(chunk);
      controller.close();
    },
  });
  const streamed = await fetch(url, { method: "POST", body, duplex: "half" } as RequestInit);
  expect(streamed.status).toBe(413);
  expect(events).toHaveLength(0);
});

test("a route over its limit answers 429 without calling the function", async () => {
  const calls = vi.fn(async () => ok());
  const stage = {
    DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    RouteSettings: { "GET /hooks": { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 1 } },
  };
  const template = apiTemplate(["GET /hooks", "GET /other"], {}, stage);
  door = await startHttp({ template, region, accountId: "1", port: 0, invoker: { invoke: calls } });
  expect((await fetch(`${door.url}/hooks`)).status).toBe(204);
  const refused = await fetch(`${door.url}/hooks`);
  expect([refused.status, await refused.json()]).toEqual([429, { message: "Too Many Requests" }]);
  expect((await fetch(`${door.url}/other`)).status).toBe(204);
  expect(calls).toHaveBeenCalledTimes(2);
});

test("a taken port is named in the error", async () => {
  const { url } = await play(["$default"], ok);
  const port = Number(new URL(url).port);
  const again = startHttp({
    template: apiTemplate(["$default"]),
    region,
    accountId: "1",
    port,
    invoker: { invoke: vi.fn() },
  });
  await expect(again).rejects.toThrow(`port ${port} is already in use`);
});

test.each<[string, Record<string, unknown>, string]>([
  ["payload format 1.0", { PayloadFormatVersion: "1.0" }, "payload format 2.0"],
  ["another kind of integration", { IntegrationType: "HTTP_PROXY" }, "Lambda proxy"],
])("%s stops the start by name", async (_what, integration, message) => {
  await expect(play(["$default"], ok, integration)).rejects.toThrow(message);
});
