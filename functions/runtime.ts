import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { connectDynamo } from "#core/adapters/dynamo/client.ts";
import { eventBridgePublisher } from "#core/adapters/eventbridge/publisher.ts";
import { httpClient } from "#core/adapters/http/client.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import { sesMailer } from "#core/adapters/ses/mailer.ts";
import { sqsQueue } from "#core/adapters/sqs/queue.ts";
import { readMasterKeys, readPlatformApps } from "#core/adapters/ssm/parameters.ts";
import type { Delivery } from "#core/channels/delivery.ts";
import { type EnvironmentName, environment } from "./environment.ts";
import { once, onceAsync } from "./once.ts";

/*
 * The only place where adapters are built. Everything is made when it is first asked for and kept for the life of the
 * execution environment; a function's bundle holds only what its handler asks for.
 */

const ssm = /* @__PURE__ */ once(() => new SSMClient({}));
const sqs = /* @__PURE__ */ once(() => new SQSClient({}));

const queue = <Message>(name: EnvironmentName) => once(() => sqsQueue<Message>(sqs(), environment(name)));

export const intakeQueue = /* @__PURE__ */ queue<Delivery>("INTAKE_QUEUE_URL");

export const dynamo = /* @__PURE__ */ once(() => connectDynamo(environment("TABLE_NAME")));

export const events = /* @__PURE__ */ once(() =>
  eventBridgePublisher(new EventBridgeClient({}), environment("BUS_NAME")),
);

export const mailer = /* @__PURE__ */ once(() =>
  sesMailer(new SESv2Client({}), {
    from: environment("MAIL_FROM"),
    configurationSet: environment("MAIL_CONFIGURATION_SET"),
  }),
);

export const http = /* @__PURE__ */ once(() => httpClient());

/** The operator's platform apps, by platform. */
export const platformApps = /* @__PURE__ */ onceAsync(() => readPlatformApps(ssm(), environment("PARAMETERS_PATH")));

export const sealer = /* @__PURE__ */ onceAsync(async () =>
  aesGcmSealer(await readMasterKeys(ssm(), environment("PARAMETERS_PATH"))),
);
