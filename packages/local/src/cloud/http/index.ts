import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Invoker } from "../lambda/invoker.ts";
import type { ResolvedTemplate } from "../template/model.ts";
import { type HttpApi, readApis } from "./api-routes.ts";
import { type Distribution, readDistribution } from "./distribution.ts";
import { jsonAnswer, toWebRequest, type WebAnswer, type WebRequest } from "./exchange.ts";
import { answerByDistribution, answerWithoutDistribution, type DoorPorts } from "./front-door.ts";
import { serveFolder } from "./static-site.ts";

export type HttpOptions = {
  template: ResolvedTemplate;
  invoker: Pick<Invoker, "invoke">;
  accountId: string;
  region: string;
  /** 0 takes a free one. */
  port: number;
  /** Address to listen on; this machine only by default. */
  host?: string;
  /** Built files of the static site behind the distribution's bucket origin. */
  siteDirectory?: string;
  /** Origins that exist in AWS only → where they are on this machine; replaced in headers such as a content security policy. */
  publicOrigins?: Record<string, string>;
  /** Hears why a request was answered with a 5xx. */
  log?: (message: string) => void;
};

export type HttpDoor = { url: string; stop: () => Promise<void> };

type Answerer = (request: WebRequest) => Promise<WebAnswer>;

function chooseAnswerer(distribution: Distribution | undefined, apis: HttpApi[], ports: DoorPorts): Answerer {
  if (distribution) return (request) => answerByDistribution(distribution, request, ports);
  const [api, second] = apis;
  if (!api) throw new Error("the template has neither an AWS::CloudFront::Distribution nor an AWS::ApiGatewayV2::Api");
  if (second) throw new Error(`without a distribution only one HTTP API is played, not ${apis.length}`);
  return (request) => answerWithoutDistribution(api, request, ports);
}

function substitute(headers: WebAnswer["headers"], origins: [string, string][]): WebAnswer["headers"] {
  const inText = (text: string) => origins.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.map(inText) : inText(value)]),
  );
}

function send(request: IncomingMessage, response: ServerResponse, answer: WebAnswer): void {
  const bodiless = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(bodiless ? {} : { "content-length": answer.body.length }),
  });
  response.end(request.method === "HEAD" || bodiless ? undefined : answer.body);
  // A body that was refused unread is let pass, so that the client gets to read the answer.
  request.resume();
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (!taken) throw error;
    throw new Error(
      `port ${port} is already in use: stop the program that holds it, or choose another port (0 takes a free one)`,
      { cause: error },
    );
  }
  return (server.address() as AddressInfo).port;
}

/**
 * Opens the one public port of the played template: its distribution with the HTTP API and the static site behind it,
 * or the HTTP API alone.
 * @throws Error naming the port when it is taken, or the resource that is not played here.
 */
export async function startHttp(options: HttpOptions): Promise<HttpDoor> {
  const { template, invoker, accountId, siteDirectory, log = () => {} } = options;
  const apis = readApis(template, options.region);
  const site = siteDirectory === undefined ? undefined : serveFolder(siteDirectory);
  const answerer = chooseAnswerer(readDistribution(template, apis), apis, { invoker, accountId, site, log });
  const origins = Object.entries(options.publicOrigins ?? {});

  const server = createServer((request, response) => {
    answerer(toWebRequest(request))
      .catch((error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return jsonAnswer(500, { message: "Internal Server Error" });
      })
      .then((answer) => send(request, response, { ...answer, headers: substitute(answer.headers, origins) }))
      .catch(() => response.destroy());
  });
  const port = await listen(server, options.port, options.host ?? "127.0.0.1");
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(patience);
    },
  };
}
