import { join } from "node:path";
import * as v from "valibot";
import type { EventFacts } from "../events/event.ts";
import type { Caller, EngineAnswer, EngineCall, EngineHandler } from "../gateway/engine.ts";
import type { ResolvedTemplate } from "../template/model.ts";
import { openArchive } from "./archive.ts";
import { type InboxAnswer, openInbox } from "./inbox.ts";
import { mailEvents } from "./mail-events.ts";
import { type Refusal, readSending, type Sending } from "./send-email.ts";
import type { SentMail } from "./sent-mail.ts";
import { readMailSettings } from "./settings.ts";

export type { SentMail } from "./sent-mail.ts";

export type MailOptions = {
  template: ResolvedTemplate;
  /** The cloud's data folder; sent mails are kept under `mail/` in it. */
  dataDir: string;
  accountId: string;
  region: string;
  /** Port of the inbox in the browser; 0 takes a free one. */
  inboxPort: number;
  /** Puts an event of the mail service on the default bus; stored when it resolves. */
  emit: (event: EventFacts) => Promise<void>;
};

export type Mail = {
  /** Answers the `ses` service (version 2). */
  handler: EngineHandler;
  inboxUrl: string;
  /** Everything sent so far, oldest first, earlier runs included. */
  listMails: () => SentMail[];
  stop: () => Promise<void>;
};

const engineErrorSchema = v.object({
  type: v.optional(v.string(), "BadRequestException"),
  message: v.optional(v.string(), ""),
  detail: v.optional(v.string()),
});

function answer(status: number, body: string, errorType?: string): EngineAnswer {
  const headers = { "content-type": "application/json", ...(errorType ? { "x-amzn-errortype": errorType } : {}) };
  return { status, headers, body };
}

const refuse = ({ status, type, message }: Refusal) => answer(status, JSON.stringify({ message }), type);

/** The engine's own errors, in SES's form. */
function pass({ status, body }: InboxAnswer): EngineAnswer {
  if (status < 400) return answer(status, body);
  if (status === 413)
    return refuse({ status: 400, type: "BadRequestException", message: "The message is larger than 25 MB." });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), engineErrorSchema), body);
  if (!parsed.success) return refuse({ status: 404, type: "NotFoundException", message: "SES has no such call here." });
  const { type, message, detail } = parsed.output;
  return refuse({ status, type, message: detail ?? message });
}

const callerName = (caller: Caller) => (caller.kind === "function" ? caller.functionName : "operator");

function toSentMail(found: Omit<SentMail, "tags" | "configurationSet">, sending: Sending): SentMail {
  return {
    ...found,
    from: sending.from,
    ...sending.recipients,
    headers: sending.rawHeaders ?? found.headers,
    tags: sending.tags,
    configurationSet: sending.configurationSet?.name,
  };
}

/**
 * Plays SES: checks senders and configuration sets against the template, keeps every mail in an inbox that survives a
 * restart, and reports what becomes of it where the template wants to know.
 * @throws Error naming the inbox's port when it is taken, or the resource that can't be read.
 */
export async function startMail(options: MailOptions): Promise<Mail> {
  const settings = readMailSettings(options.template);
  const archive = await openArchive(join(options.dataDir, "mail"));
  const inbox = await openInbox(options.inboxPort, archive.all(), () => void archive.clear());

  async function send(call: EngineCall): Promise<EngineAnswer> {
    const sending = readSending(call.body, settings, options.region);
    if ("status" in sending) return refuse(sending);
    const engine = await inbox.call("POST", "/v2/email/outbound-emails", call.body);
    if (engine.status >= 400) return pass(engine);
    const { MessageId } = v.parse(v.object({ MessageId: v.string() }), JSON.parse(engine.body));
    const found = inbox.find(MessageId);
    if (!found) throw new Error(`the mail engine lost message ${MessageId}`);
    const mail = toSentMail(found, sending);
    await archive.add(mail);
    const { configurationSet, identityArn } = sending;
    if (configurationSet) {
      const facts = {
        mail,
        identityArn,
        configurationSet,
        accountId: options.accountId,
        callerIdentity: callerName(call.caller),
      };
      for (const event of mailEvents(facts, configurationSet.wants)) await options.emit(event);
    }
    return pass(engine);
  }

  return {
    async handler(call) {
      if (call.action === "SendEmail") return send(call);
      if (call.path.endsWith("/outbound-bulk-emails")) {
        const message = "SendBulkEmail is not played locally: send one mail per reader with SendEmail";
        return refuse({ status: 400, type: "BadRequestException", message });
      }
      return pass(await inbox.call(call.method, `${call.path}?${call.query}`, call.body));
    },
    inboxUrl: inbox.url,
    listMails: () => archive.all(),
    stop: () => inbox.stop(),
  };
}
