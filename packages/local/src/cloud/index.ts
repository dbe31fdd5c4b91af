import { mkdirSync } from "node:fs";
import { startDynamoDb } from "./engines/dynamodb.ts";
import { startQueuesAndBuckets } from "./engines/fauxqs.ts";
import { startSsm } from "./engines/ssm.ts";
import { type Events, startEvents } from "./events/index.ts";
import { createAuthorizer } from "./gateway/authorizer.ts";
import { type Credentials, openCallers } from "./gateway/callers.ts";
import { bucketCors } from "./gateway/cors.ts";
import { dynamoDbMeter, tablesOf } from "./gateway/dynamodb-meter.ts";
import type { EngineHandler } from "./gateway/engine.ts";
import { createMeter, type Meter } from "./gateway/meter.ts";
import { collectPolicies } from "./gateway/policies.ts";
import { listenGateway } from "./gateway/server.ts";
import type { Strike } from "./gateway/strike.ts";
import { type HttpDoor, startHttp } from "./http/index.ts";
import { createInvoker, lambdaRetryDelaysMs } from "./lambda/async.ts";
import type { FunctionFacts } from "./lambda/function-pool.ts";
import { type LogLine, playFunctions } from "./lambda/functions.ts";
import type { Invoker } from "./lambda/invoker.ts";
import { localAddresses, replaceAddresses } from "./local-addresses.ts";
import { type Mail, startMail } from "./mail/index.ts";
import { readMailSettings } from "./mail/settings.ts";
import { playEventSources } from "./queues/event-sources.ts";
import { assemblyCode, type CodeResolver } from "./template/assets.ts";
import { findResource, type ResolvedTemplate, type Resource } from "./template/model.ts";
import { placeAt } from "./template/place.ts";
import { type CloudFormationTemplate, resolveTemplates } from "./template/resolve.ts";
import { undoOnFailure } from "./undo.ts";

export type { Strike } from "./gateway/strike.ts";
export type { FunctionFacts } from "./lambda/function-pool.ts";
export type { LogLine } from "./lambda/functions.ts";

export type PlayOptions = {
  /** Stack name → CloudFormation template as JSON. */
  templates: Record<string, CloudFormationTemplate>;
  /** Where functions' code lies: a CDK cloud assembly, or a resolver of one's own. */
  code: string | CodeResolver;
  /** Everything that is kept; a new folder is a new cloud. */
  dataDir: string;
  /** Ports to listen on; 0, the default, takes a free one. */
  ports?: { gateway?: number; http?: number; inbox?: number };
  account?: string;
  region?: string;
  /** Built files of the static site behind the distribution. */
  siteDirectory?: string;
  /** Where people reach the product, when that is not the front door itself. */
  publicUrl?: string;
  /** Replaces variables that functions have by name; a function without the variable does not get it. */
  environment?: Record<string, string>;
  onLog?: (log: LogLine) => void;
  /** Hears what the cloud itself has to say: deliveries given up, requests answered with a 5xx. */
  onTrouble?: (message: string) => void;
  /** Epoch milliseconds; decides whether a presigned URL has expired. */
  now?: () => number;
  /** Idle environments of functions end after this long, milliseconds. */
  idleMs?: number;
  /** Estimates the DynamoDB request units of every call for the meter; each write is then read before and after. */
  measureRequestUnits?: boolean;
  /** Waits before the retries of failed asynchronous invocations, milliseconds. */
  retryDelaysMs?: number[];
  /** Kills functions over their AWS calls; see `Strike`. */
  strike?: Strike | undefined;
};

export type LocalCloud = {
  /** AWS endpoint of this cloud, for every service. */
  gatewayUrl: string;
  /** The front door; `undefined` when the template has neither a distribution nor an HTTP API. */
  httpUrl: string | undefined;
  /** Stack name → output → value. */
  outputs: Record<string, Record<string, string>>;
  /** By logical id, `Stack/LogicalId`, physical name or ARN. Throws when there is none. */
  resource: (reference: string) => Resource;
  invoker: Invoker;
  meter: Meter;
  /** Sent mails and their inbox in the browser; `undefined` when the template sends none. */
  mail: Pick<Mail, "inboxUrl" | "listMails"> | undefined;
  /** What was measured of each function. */
  functionFacts: () => FunctionFacts[];
  /** Ends a function's environment, named by its access key, in the middle of whatever it does. */
  kill: (environment: string) => void;
  region: string;
  /** Allowed everything: for administration and tests. */
  operatorCredentials: Credentials;
  /** Finishes or ends the work in hand and closes every port. */
  stop: () => Promise<void>;
};

/** Long enough that a function called every minute stays warm. */
const defaultIdleMs = 150_000;

/**
 * Plays synthesized CloudFormation templates on this machine. What it stored under `dataDir` before is there again,
 * after a kill too. Throws for a type it does not know, a template it cannot resolve, a taken port.
 */
export async function playTemplates(options: PlayOptions): Promise<LocalCloud> {
  const { dataDir, onLog = () => {}, onTrouble = () => {}, now = Date.now } = options;
  mkdirSync(dataDir, { recursive: true });
  const { undo, started } = undoOnFailure();
  try {
    const gateway = started(await listenGateway(options.ports?.gateway ?? 0), (each) => each.close());
    const place = placeAt(gateway.url, { account: options.account, region: options.region });
    const template = resolveTemplates({ templates: options.templates, place });
    const meter = createMeter();
    const callers = openCallers(dataDir);
    const authorize = createAuthorizer(collectPolicies(template), place);

    const dynamodb = started(await startDynamoDb({ template, dataDir, place }), (each) => each.stop());
    const fauxqs = started(await startQueuesAndBuckets({ template, dataDir, place }), (each) => each.stop());
    const handlers = new Map<string, EngineHandler>([["ssm", startSsm({ template, dataDir, place, now })]]);
    const addresses = localAddresses(template, place);
    const cors = bucketCors(template, addresses.originsInAws);
    const { identityFor } = readMailSettings(template);
    const senderIdentity = (address: string): string | undefined => identityFor(address)?.arn;
    const dynamodbMeter = options.measureRequestUnits ? dynamoDbMeter(tablesOf(template), dynamodb.port) : undefined;
    gateway.open({
      callers,
      authorize,
      cors,
      meter,
      dynamodb,
      dynamodbMeter,
      fauxqs,
      handlers,
      place,
      senderIdentity,
      now,
      strike: options.strike,
      kill: (environment) => functions.kill(environment),
    });
    const functions = started(
      playFunctions({
        template,
        place,
        callers,
        code: typeof options.code === "string" ? assemblyCode(options.code) : options.code,
        onLog,
        idleMs: options.idleMs ?? defaultIdleMs,
        adjustVariables: (variables) => replaceAddresses(variables, addresses.here(), options.environment),
      }),
      (each) => each.stop(),
    );
    const account = { accountId: place.account, region: place.region };
    const retryDelaysMs = options.retryDelaysMs ?? lambdaRetryDelaysMs;
    const ready = Promise.withResolvers<void>();
    const shared = { template, dataDir, retryDelaysMs, sendToQueue: fauxqs.send, log: onTrouble, ready: ready.promise };
    const { invoker } = started(createInvoker({ ...shared, functions }), (each) => each.stop());
    const events: Events = started(await startEvents({ ...shared, ...account, invoker }), (each) => each.stop());
    handlers.set("events", events.handler);

    let mail: Mail | undefined;
    if (hasAny(template, ["AWS::SES::EmailIdentity", "AWS::SES::ConfigurationSet"])) {
      const inboxPort = options.ports?.inbox ?? 0;
      mail = started(await startMail({ ...shared, ...account, inboxPort, emit: events.putInternal }), (each) =>
        each.stop(),
      );
      handlers.set("ses", mail.handler);
    }

    let door: HttpDoor | undefined;
    if (hasAny(template, ["AWS::CloudFront::Distribution", "AWS::ApiGatewayV2::Api"])) {
      door = started(
        await startHttp({
          template,
          invoker,
          ...account,
          port: options.ports?.http ?? 0,
          siteDirectory: options.siteDirectory,
          publicOrigins: addresses.here(),
          log: onTrouble,
        }),
        (each) => each.stop(),
      );
    }
    addresses.setPublicUrl(options.publicUrl ?? door?.url);

    started(
      await playEventSources({ template, place, engine: fauxqs, functions, authorize, meter, log: onTrouble }),
      (each) => each.stop(),
    );
    ready.resolve();
    return {
      gatewayUrl: gateway.url,
      httpUrl: door?.url,
      outputs: template.outputs,
      resource: (reference) => {
        const found = findResource(template, reference);
        if (!found) throw new Error(`the templates have no resource ${reference}`);
        return found;
      },
      invoker,
      meter,
      mail,
      functionFacts: functions.facts,
      kill: functions.kill,
      region: place.region,
      operatorCredentials: callers.operator,
      stop: undo,
    };
  } catch (error) {
    await undo();
    throw error;
  }
}

function hasAny(template: ResolvedTemplate, types: string[]): boolean {
  return template.resources.some((resource) => types.includes(resource.type));
}
