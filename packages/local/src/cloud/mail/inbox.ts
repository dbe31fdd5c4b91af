import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { SentMail } from "./sent-mail.ts";

// CommonJS with a default export: loaded by require, it looks the same to Node and to a bundler.
const load = createRequire(import.meta.url);
const { default: startServer } = load("aws-ses-v2-local") as typeof import("aws-ses-v2-local");
const { clearStore, getStoreReadonly } = load(
  "aws-ses-v2-local/dist/store.js",
) as typeof import("aws-ses-v2-local/dist/store.js");

type StoredEmail = ReturnType<typeof getStoreReadonly>["emails"][number];

export type InboxAnswer = { status: number; body: string };

/** The mail engine with its page for the browser. One process holds one inbox: the engine keeps its mails globally. */
export type Inbox = {
  url: string;
  /** Lets the engine answer a call of SES's API. */
  call: (method: string, path: string, body: Buffer) => Promise<InboxAnswer>;
  /** The engine's reading of a mail it accepted. */
  find: (messageId: string) => Omit<SentMail, "tags" | "configurationSet"> | undefined;
  stop: () => Promise<void>;
};

function toStored(mail: SentMail): StoredEmail {
  return {
    messageId: mail.messageId,
    from: mail.from,
    replyTo: mail.replyTo,
    destination: { to: mail.to, cc: mail.cc, bcc: mail.bcc },
    subject: mail.subject,
    body: { html: mail.html, text: mail.text },
    attachments: mail.attachments.map(({ fileName: filename, ...attachment }) => ({ ...attachment, filename })),
    headers: mail.headers,
    at: Math.floor(Date.parse(mail.sentAt) / 1000),
  };
}

function fromStored(email: StoredEmail): Omit<SentMail, "tags" | "configurationSet"> {
  return {
    messageId: email.messageId,
    sentAt: new Date().toISOString(),
    from: email.from,
    ...email.destination,
    replyTo: email.replyTo,
    subject: email.subject,
    html: email.body.html,
    text: email.body.text,
    attachments: email.attachments.map((attachment) => ({
      fileName: attachment.filename ?? "",
      contentType: attachment.contentType,
      size: attachment.size,
      content: attachment.content,
      ...("contentId" in attachment && typeof attachment.contentId === "string"
        ? { contentId: attachment.contentId }
        : {}),
    })),
    headers: email.headers ?? [],
  };
}

async function listen(port: number): Promise<Server> {
  const server = await startServer({ host: "127.0.0.1", port });
  // Express resolves for a port it did not get, too.
  if (!server.listening) {
    throw new Error(`port ${port} for the mail inbox is already in use: choose another (0 takes a free one)`);
  }
  return server;
}

/**
 * Opens the inbox with the mails of earlier runs in it.
 * @param onClear called when a person empties the inbox in the browser.
 * @throws Error naming the port when it is taken.
 */
export async function openInbox(port: number, mails: SentMail[], onClear: () => void): Promise<Inbox> {
  const server = await listen(port);
  server.prependListener("request", ({ method, url }) => {
    if (method === "POST" && url === "/clear-store") onClear();
  });
  clearStore();
  // Straight into the list: saving through the engine would send them on again where it forwards to a mail server.
  getStoreReadonly().emails.push(...mails.map(toStored));
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://localhost:${taken}`,
    async call(method, path, body) {
      const response = await fetch(`http://127.0.0.1:${taken}${path}`, {
        method,
        headers: { authorization: "AWS4-HMAC-SHA256", "content-type": "application/json" },
        ...(body.length > 0 ? { body: body.toString("utf8") } : {}),
      });
      return { status: response.status, body: await response.text() };
    },
    find(messageId) {
      const email = getStoreReadonly().emails.findLast((each) => each.messageId === messageId);
      return email && fromStored(email);
    },
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
