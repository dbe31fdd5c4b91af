import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export const pageId = "90000000000001";
const parallel = 8;
const firstSecond = 1_795_000_000;

/** The `index`-th comment of the burst, each in a second of its own; every second one answers the one before. */
export function commentDelivery(index: number): string {
  const answers = index % 2 === 1;
  const value = {
    ...{ item: "comment", verb: "add", comment_id: `77_${index}`, post_id: `${pageId}_77` },
    parent_id: answers ? `77_${index - 1}` : `${pageId}_77`,
    from: { id: String(5_550_000 + (index % 997)), name: "Олена Коваль" },
    created_time: firstSecond + index,
    message: `Коли привезете замовлення ${index}? Дякую!`,
  };
  const entry = [{ id: pageId, time: firstSecond + index, changes: [{ field: "feed", value }] }];
  return JSON.stringify({ object: "page", entry });
}

/** When the first and the last of `size` comments were written, epoch ms. */
export const spanOf = (size: number) => ({ from: firstSecond * 1000, to: (firstSecond + size) * 1000 });

const signatureOf = (body: string, secret: string) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/**
 * Posts `size` deliveries, so many at a time; one that is answered with anything but `wanted` is sent again. The time
 * that took, ms, and how often something was sent again.
 */
export async function burst(options: {
  url: string;
  size: number;
  secret: string;
  wanted: number;
}): Promise<{ ms: number; again: number }> {
  const { url, size, secret, wanted } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const began = performance.now();
  let [next, again] = [0, 0];
  const work = async () => {
    while (next < size) {
      const body = commentDelivery(next++);
      const headers = { "content-type": "application/json", "x-hub-signature-256": signatureOf(body, secret) };
      for (let tries = 0; (await post(agent, url, headers, body)) !== wanted; tries += 1) {
        again += 1;
        if (tries > 1000) throw new Error("A delivery is never taken");
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  agent.destroy();
  return { ms: performance.now() - began, again };
}

const post = (agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });

/** Deliveries a second that a server takes which checks the signature and does nothing else. */
export async function barePerSecond(size: number, secret: string): Promise<number> {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const expected = Buffer.from(signatureOf(Buffer.concat(chunks).toString(), secret));
      const given = Buffer.from(String(incoming.headers["x-hub-signature-256"]));
      const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
      response.writeHead(isGenuine ? 200 : 401).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { ms } = await burst({ url, size, secret, wanted: 200 });
  server.closeAllConnections();
  server.close();
  return (size * 1000) / ms;
}
