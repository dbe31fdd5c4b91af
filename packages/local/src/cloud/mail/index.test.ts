import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import {
  CreateEmailTemplateCommand,
  DeleteEmailTemplateCommand,
  SESv2Client,
  SendBulkEmailCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EventFacts } from "../events/event.ts";
import type { EngineHandler } from "../gateway/engine.ts";
import type { ResolvedTemplate } from "../template/model.ts";
import { type Mail, startMail } from "./index.ts";

const setArn = "arn:aws:ses:eu-central-1:000000000000:configuration-set/shop-mail";

function resource(type: string, name: string, properties: Record<string, unknown>) {
  const arn = type.endsWith("ConfigurationSet") ? setArn : `arn:aws:ses:eu-central-1:000000000000:identity/${name}`;
  return { stack: "shop", logicalId: name, type, name, arn, ref: name, properties, metadata: {} };
}

const destination = {
  ConfigurationSetName: "shop-mail",
  EventDestination: {
    Enabled: true,
    EventBridgeDestination: { EventBusArn: "arn:aws:events:eu-central-1:000000000000:event-bus/default" },
    MatchingEventTypes: ["send", "delivery", "bounce", "COMPLAINT"],
  },
};
const template: ResolvedTemplate = {
  outputs: {},
  resources: [
    resource("AWS::SES::EmailIdentity", "listok.example", { EmailIdentity: "listok.example" }),
    resource("AWS::SES::EmailIdentity", "me@solo.example", { EmailIdentity: "me@solo.example" }),
    resource("AWS::SES::ConfigurationSet", "shop-mail", { Name: "shop-mail" }),
    resource("AWS::SES::ConfigurationSetEventDestination", "Events", destination),
  ],
};

let dataDir: string;
let mail: Mail | undefined;
let server: Server | undefined;
let client: SESv2Client;
let events: EventFacts[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "mail-"));
  events = [];
  await play();
});
afterEach(async () => {
  await mail?.stop();
  server?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function play(): Promise<Mail> {
  const started = await startMail({
    template,
    dataDir,
    accountId: "000000000000",
    region: "eu-central-1",
    inboxPort: 0,
    emit: async (event) => {
      events.push(event);
    },
  });
  mail = started;
  client = await serve(started.handler);
  return started;
}

/** A bare endpoint in front of the handler, as the gateway is. */
async function serve(handler: EngineHandler): Promise<SESv2Client> {
  server?.close();
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const answer = await handler({
      action: url.pathname === "/v2/email/outbound-emails" ? "SendEmail" : url.pathname,
      body: await buffer(request),
      headers: request.headers,
      path: url.pathname,
      query: url.searchParams,
      method: request.method ?? "",
      caller: { kind: "operator" },
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: "a", secretAccessKey: "b" };
  return new SESv2Client({ endpoint: `http://127.0.0.1:${port}`, region: "eu-central-1", credentials, maxAttempts: 1 });
}

const pdf = Uint8Array.from([37, 80, 68, 70, 0, 255]);

function simple(changes: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput {
  return {
    FromEmailAddress: "Кав'ярня <post@listok.example>",
    Destination: { ToAddresses: ["Olena <olena@mail.example>"] },
    ConfigurationSetName: "shop-mail",
    EmailTags: [{ Name: "report", Value: "weekly" }],
    Content: {
      Simple: {
        Subject: { Data: "Звіт за тиждень" },
        Body: { Html: { Data: "<p>Добрий день</p>" }, Text: { Data: "Добрий день" } },
        Headers: [{ Name: "List-Unsubscribe", Value: "<https://x.example>" }],
        Attachments: [{ FileName: "звіт.pdf", ContentType: "application/pdf", RawContent: pdf }],
      },
    },
    ...changes,
  };
}

const send = (changes?: Partial<SendEmailCommandInput>) => client.send(new SendEmailCommand(simple(changes)));
const to = (...ToAddresses: string[]) => ({ Destination: { ToAddresses } });

describe("a mail that SES accepts", () => {
  test("is in the inbox with its bodies, headers and attachments", async () => {
    const { MessageId } = await send();
    expect(mail?.listMails()).toEqual([
      {
        messageId: MessageId,
        sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        from: "Кав'ярня <post@listok.example>",
        to: ["Olena <olena@mail.example>"],
        cc: [],
        bcc: [],
        replyTo: [],
        subject: "Звіт за тиждень",
        html: "<p>Добрий день</p>",
        text: "Добрий день",
        headers: [{ name: "List-Unsubscribe", value: "<https://x.example>" }],
        attachments: [
          {
            fileName: "звіт.pdf",
            contentType: "application/pdf",
            size: 6,
            content: Buffer.from(pdf).toString("base64"),
          },
        ],
        tags: { report: "weekly" },
        configurationSet: "shop-mail",
      },
    ]);
    const page = await (await fetch(`${mail?.inboxUrl}/store`)).json();
    expect(page).toMatchObject({ emails: [{ subject: "Звіт за тиждень", attachments: [{ filename: "звіт.pdf" }] }] });
  });

  test("may be raw, with its recipients in the envelope", async () => {
    const lines = [
      "From: post@listok.example",
      "To: team@mail.example",
      "Subject: =?UTF-8?B?0J/RgNC40LLRltGC?=",
      "X-Long: one",
      " two",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Hello",
      "--b",
      'Content-Type: text/csv; name="a.csv"',
      'Content-Disposition: attachment; filename="a.csv"',
      "",
      "1;2",
      "--b--",
    ];
    await send({
      FromEmailAddress: undefined,
      Destination: { ToAddresses: ["olena@mail.example"] },
      Content: { Raw: { Data: Buffer.from(lines.join("\r\n")) } },
    });
    expect(mail?.listMails()[0]).toMatchObject({
      to: ["olena@mail.example"],
      subject: "Привіт",
      text: expect.stringContaining("Hello"),
      attachments: [{ fileName: "a.csv", contentType: "text/csv", content: Buffer.from("1;2").toString("base64") }],
      headers: expect.arrayContaining([{ name: "X-Long", value: "one two" }]),
    });
  });

  test("stays in the inbox over a restart, with its id", async () => {
    const { MessageId } = await send();
    await mail?.stop();
    const again = await play();
    expect(again.listMails()).toMatchObject([{ messageId: MessageId, subject: "Звіт за тиждень" }]);
    const page = (await (await fetch(`${again.inboxUrl}/store`)).json()) as { emails: unknown[] };
    expect(page.emails).toMatchObject([{ messageId: MessageId }]);
  });

  test("is gone for good once the inbox is emptied in the browser", async () => {
    await send();
    await fetch(`${mail?.inboxUrl}/clear-store`, { method: "POST" });
    expect(mail?.listMails()).toEqual([]);
    await mail?.stop();
    expect((await play()).listMails()).toEqual([]);
  });
});

describe("SES refuses", () => {
  test.each<[string, Partial<SendEmailCommandInput>, string, string]>([
    ["a sender of an unverified domain", { FromEmailAddress: "x@other.example" }, "MessageRejected", "x@other.example"],
    ["a domain that only ends alike", { FromEmailAddress: "x@evil-listok.example" }, "MessageRejected", "EU-CENTRAL-1"],
    ["a neighbour of a verified address", { FromEmailAddress: "you@solo.example" }, "MessageRejected", "not verified"],
    ["an unknown configuration set", { ConfigurationSetName: "none" }, "NotFoundException", "<none> does not exist"],
    ["a mail to nobody", { Destination: { ToAddresses: [] } }, "BadRequestException", "no recipients"],
    [
      "more than 50 recipients",
      to(...Array.from({ length: 51 }, (_, i) => `a${i}@b.example`)),
      "BadRequestException",
      "50",
    ],
    ["a broken address", to("olena@"), "BadRequestException", "Illegal address: olena@"],
    [
      "a mail without a body",
      { Content: { Simple: { Subject: { Data: "x" }, Body: {} } } },
      "BadRequestException",
      "body",
    ],
  ])("%s", async (_what, changes, name, message) => {
    await expect(send(changes)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
    expect(mail?.listMails()).toEqual([]);
    expect(events).toEqual([]);
  });

  test("mail in bulk, which is not played", async () => {
    const bulk = new SendBulkEmailCommand({
      DefaultContent: { Template: { TemplateName: "x" } },
      BulkEmailEntries: [],
    });
    await expect(client.send(bulk)).rejects.toMatchObject({ name: "BadRequestException" });
  });
});

test.each(["post@listok.example", "post@news.listok.example", "Me <ME@solo.example>"])("%s may send", async (from) => {
  await send({ FromEmailAddress: from });
  expect(mail?.listMails()).toHaveLength(1);
});

describe("the events of a mail", () => {
  const types = () => events.map(({ detailType }) => detailType);

  test("say that it was sent and delivered, in SES's form", async () => {
    const { MessageId } = await send();
    expect(types()).toEqual(["Email Sent", "Email Delivered"]);
    expect(events[1]).toEqual({
      source: "aws.ses",
      detailType: "Email Delivered",
      resources: [setArn],
      detail: {
        eventType: "Delivery",
        mail: {
          timestamp: expect.any(String),
          source: "Кав'ярня <post@listok.example>",
          sourceArn: "arn:aws:ses:eu-central-1:000000000000:identity/listok.example",
          sendingAccountId: "000000000000",
          messageId: MessageId,
          destination: ["olena@mail.example"],
          headersTruncated: false,
          headers: expect.arrayContaining([{ name: "List-Unsubscribe", value: "<https://x.example>" }]),
          commonHeaders: expect.objectContaining({ subject: "Звіт за тиждень", messageId: MessageId }),
          tags: expect.objectContaining({ report: ["weekly"], "ses:configuration-set": ["shop-mail"] }),
        },
        delivery: expect.objectContaining({ recipients: ["olena@mail.example"], smtpResponse: expect.any(String) }),
      },
    });
  });

  test.each([
    ["bounce@simulator.amazonses.com", ["Email Sent", "Email Bounced"]],
    ["bounce+1@simulator.amazonses.com", ["Email Sent", "Email Bounced"]],
    ["complaint@simulator.amazonses.com", ["Email Sent", "Email Delivered", "Email Complaint Received"]],
    ["suppressionlist@simulator.amazonses.com", ["Email Sent", "Email Bounced"]],
    ["success@simulator.amazonses.com", ["Email Sent", "Email Delivered"]],
  ])("follow SES's simulator for %s", async (address, expected) => {
    await send(to(address));
    expect(types()).toEqual(expected);
  });

  test("give the cause of a bounce and the kind of a complaint", async () => {
    await send(to("bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com"));
    expect(events.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          eventType: "Bounce",
          bounce: expect.objectContaining({
            bounceType: "Permanent",
            bouncedRecipients: [
              expect.objectContaining({ emailAddress: "bounce@simulator.amazonses.com", status: "5.1.1" }),
            ],
          }),
        }),
        expect.objectContaining({
          eventType: "Complaint",
          complaint: expect.objectContaining({
            complaintFeedbackType: "abuse",
            complainedRecipients: [{ emailAddress: "complaint@simulator.amazonses.com" }],
          }),
        }),
      ]),
    );
  });

  test("stay away without a configuration set", async () => {
    await send({ ConfigurationSetName: undefined });
    expect(events).toEqual([]);
  });
});

test("the engine's other calls are answered", async () => {
  const TemplateContent = { Subject: "Hi {{name}}", Text: "Dear {{name}}" };
  await client.send(new CreateEmailTemplateCommand({ TemplateName: "hello", TemplateContent }));
  const Content = { Template: { TemplateName: "hello", TemplateData: '{"name":"Olena"}' } };
  await send({ Content });
  expect(mail?.listMails()[0]).toMatchObject({ subject: "Hi Olena", text: "Dear Olena" });
  await client.send(new DeleteEmailTemplateCommand({ TemplateName: "hello" }));
  await expect(send({ Content })).rejects.toMatchObject({ name: "NotFoundException" });
});

test("a taken port of the inbox is named in the error", async () => {
  const inboxPort = Number(new URL(mail?.inboxUrl ?? "").port);
  const again = startMail({ template, dataDir, accountId: "1", region: "x", inboxPort, emit: async () => {} });
  await expect(again).rejects.toThrow(`port ${inboxPort} for the mail inbox is already in use`);
});
