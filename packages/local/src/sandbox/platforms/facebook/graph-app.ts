import { Hono } from "hono";
import { graphVersion } from "#core/channels/meta/wire.ts";
import type { SandboxApp } from "../../platform.ts";
import type { Store } from "../../store.ts";
import { GraphError } from "./graph-error.ts";
import { edges } from "./graph-routes.ts";
import { debugToken, exchangeToken, liveToken } from "./tokens.ts";
import { usageMeter } from "./usage.ts";
import type { World } from "./world.ts";

/** The Graph API: `/v26.0/{node}` and `/v26.0/{node}/{edge}`, answers and errors in Graph's own form. */
export function graphApp(world: World, store: Store): SandboxApp {
  const app: SandboxApp = new Hono();
  const usage = usageMeter(world, store);

  app.onError((error) => {
    if (!(error instanceof GraphError)) throw error;
    return Response.json(error.envelope, { status: error.status, headers: error.headers });
  });

  app.all(`/${graphVersion}/oauth/access_token`, async (context) =>
    context.json(exchangeToken(world, await paramsOf(context.req))),
  );

  app.get(`/${graphVersion}/debug_token`, async (context) => {
    const params = await paramsOf(context.req);
    return context.json(
      debugToken(world, params, bearer(context.req.header("authorization")) ?? params.access_token ?? ""),
    );
  });

  app.all(`/${graphVersion}/:node/:edge?`, async (context) => {
    const params = await paramsOf(context.req);
    const id = bearer(context.req.header("authorization")) ?? params.access_token;
    const token = liveToken(world, id, params.appsecret_proof);
    for (const [name, value] of Object.entries(usage.count(token))) context.header(name, value);
    const edge = context.req.param("edge") ?? "";
    const key = `${context.req.method} ${edge}`;
    const route = Object.hasOwn(edges, key) ? edges[key] : undefined;
    if (!route) throw new GraphError(100, `Unsupported ${context.req.method.toLowerCase()} request.`, { subcode: 33 });
    const url = `${world.url()}${context.req.path}`;
    const answer = await route({ world, token, node: context.req.param("node"), params, url });
    return context.json(answer as object);
  });

  app.all("*", () => {
    throw new GraphError(2500, "Unknown path components", { status: 404 });
  });

  return app;
}

const bearer = (header: string | undefined): string | undefined => /^(?:Bearer|OAuth) (.+)$/.exec(header ?? "")?.[1];

/** The parameters of a call: of its query, and of its body as a form or as JSON. */
async function paramsOf(request: {
  query(): Record<string, string>;
  header(name: string): string | undefined;
  json(): Promise<unknown>;
  parseBody(): Promise<Record<string, unknown>>;
}): Promise<Record<string, string>> {
  const type = request.header("content-type") ?? "";
  const body = type.includes("json") ? await request.json() : type.includes("form") ? await request.parseBody() : {};
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const entries = Object.entries(body as Record<string, unknown>).map(([name, value]) => [name, text(value)]);
  return { ...request.query(), ...Object.fromEntries(entries) };
}
