import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from "aws-cdk-lib/aws-ses";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalCloud, playTemplates } from "../index.ts";
import { synthesizeApp, temporaryFolder, testFunction } from "../testing/app.ts";
import { clientsFor, eventually } from "../testing/clients.ts";

let cloud: LocalCloud;

const sendWhatIsAsked = `
  import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
  const client = new SESv2Client({});
  export async function handler({ body }) {
    const { from, to } = JSON.parse(body);
    const Content = { Simple: { Subject: { Data: "Hi" }, Body: { Text: { Data: "Hello" } } } };
    const Destination = { ToAddresses: [to] };
    try {
      await client.send(new SendEmailCommand({ FromEmailAddress: from, ConfigurationSetName: "shop", Destination, Content }));
      return { statusCode: 202 };
    } catch (error) {
      return { statusCode: 400, body: error.name };
    }
  }`;

beforeAll(async () => {
  const app = synthesizeApp({
    Shop: (stack) => {
      const set = new ConfigurationSet(stack, "Set", { configurationSetName: "shop" });
      set.addEventDestination("Events", {
        destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, "DefaultBus", "default")),
        events: [EmailSendingEvent.BOUNCE],
      });
      const identity = new EmailIdentity(stack, "Identity", { identity: Identity.domain("shop.example") });
      const sender = testFunction(stack, "Sender", sendWhatIsAsked);
      sender.addToRolePolicy(
        new PolicyStatement({
          actions: ["ses:SendEmail"],
          resources: [
            identity.emailIdentityArn,
            stack.formatArn({ service: "ses", resource: "configuration-set/shop" }),
          ],
          conditions: { StringEquals: { "ses:FromAddress": "post@shop.example" } },
        }),
      );
      const api = new HttpApi(stack, "Api");
      const integration = new HttpLambdaIntegration("Send", sender);
      api.addRoutes({ path: "/mails", methods: [HttpMethod.POST], integration });
      const bounced = new Queue(stack, "Bounced");
      const eventPattern = { source: ["aws.ses"], detail: { mail: { tags: { "ses:configuration-set": ["shop"] } } } };
      new Rule(stack, "Bounces", { eventPattern, targets: [new SqsQueue(bounced)] });
    },
  });
  cloud = await playTemplates({ ...app, dataDir: temporaryFolder("data"), onTrouble: console.error });
});
afterAll(() => cloud?.stop());

const post = async (from: string, to = "bounce@simulator.amazonses.com") => {
  const answer = await fetch(`${cloud.httpUrl}/mails`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from, to }),
  });
  return [answer.status, await answer.text()];
};

test("a request makes a function send a mail, and its bounce reaches a queue", async () => {
  expect(await post("Shop <post@shop.example>")).toEqual([202, ""]);
  expect(cloud.mail?.listMails()).toMatchObject([{ subject: "Hi", to: ["bounce@simulator.amazonses.com"] }]);
  const { sqs } = clientsFor(cloud);
  const message = await eventually(async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: cloud.resource("Bounced").ref }));
    return Messages?.[0];
  });
  expect(JSON.parse(message.Body ?? "")).toMatchObject({
    source: "aws.ses",
    "detail-type": "Email Bounced",
    detail: { eventType: "Bounce", bounce: { bounceType: "Permanent" } },
  });
});

test("a sender that the function's role does not allow is denied", async () => {
  expect(await post("chief@shop.example")).toEqual([400, "AccessDeniedException"]);
});
