import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { publicWeb } from "#core/adapters/http/public-web.ts";
import type { PublicWeb } from "#core/kernel/public-web.ts";
import { selfSigned } from "./certificate.ts";

/** A public internet of one server: names resolve as told, and every dialled address is a real TLS server here. */
export interface TestWeb extends PublicWeb {
  /** What each name resolves to, one answer a question; the last one stays. Unknown names are not found. */
  readonly names: Map<string, (readonly string[])[]>;
  /** Every IP address that was connected to, in order. */
  readonly dialled: readonly string[];
  /** Every name that was resolved, in order. */
  readonly resolved: readonly string[];
  /** A connection straight to the server. */
  open(): Socket;
  stop(): Promise<void>;
}

/** A public address for tests; nothing is ever sent to it. */
export const somewhere = "93.184.215.14";

/** Starts the server with a certificate for `names`, which all resolve to `somewhere` until told otherwise. */
export async function startTestWeb(names: readonly string[], listener: RequestListener): Promise<TestWeb> {
  const { key, cert } = selfSigned(names);
  const server = createServer({ key, cert }, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answers = new Map<string, (readonly string[])[]>(names.map((name) => [name, [[somewhere]]]));
  const dialled: string[] = [];
  const resolved: string[] = [];
  const open = () => connect({ host: "127.0.0.1", port });
  const web = publicWeb({
    ca: cert,
    resolve: async (name) => {
      resolved.push(name);
      const known = answers.get(name);
      const answer = known && known.length > 1 ? known.shift() : known?.[0];
      if (!answer) throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
      return answer;
    },
    dial: (ip) => {
      dialled.push(ip);
      return open();
    },
  });
  return {
    ...web,
    names: answers,
    dialled,
    resolved,
    open,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
