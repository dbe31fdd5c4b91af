import { Hono } from "hono";
import { graphVersion } from "#core/channels/meta/wire.ts";
import type { SandboxApp } from "../platform.ts";
import { GraphError } from "./graph-error.ts";
import { debugToken, exchangeToken, liveToken, type Token, type TokenWorld } from "./tokens.ts";

/** A call that has a live token. */
export interface GraphCall<World> {
  readonly world: World;
  readonly token: Token;
  /** The node named first in the path. */
  readonly node: string;
  readonly params: Record<string, string>;
  /** The call's own address without its query, for paging. */
  readonly url: string;
}

export type Route<World> = (call: GraphCall<World>) => unknown;

/** Counts a call; throws when there were too many, else gives the headers that say how many. */
export type CountCall = (token: Token, node: string) => Record<string, string>;

/**
 * The Graph API: `/v26.0/{node}` and `/v26.0/{node}/{edge}`, answers and errors in Graph's own form. `edges` are the
 * platform's routes by method and edge; the empty edge is the node itself.
 */
export function graphApp<World extends TokenWorld & { url(): string }>(
  world: World,
  edges: Readonly<Record<string, Route<World>>>,
  count: CountCall,
): SandboxApp {
  const app: SandboxApp = new Hono();

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
    for (const [name, value] of Object.entries(count(token, context.req.param("node")))) context.header(name, value);
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
