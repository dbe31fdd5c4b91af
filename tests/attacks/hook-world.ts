import { createHmac } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { GetQueueAttributesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import { Duration, type Stack } from "aws-cdk-lib";
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { PlatformApp } from "#core/channels/connector.ts";
import { bundleFile, bundleHandlers } from "#infra/bundle.ts";
import { functionCatalog } from "#infra/function-catalog.ts";
import { playTemplates } from "#local/cloud/index.ts";
import { synthesizeApp, temporaryFolder } from "#local/cloud/testing/app.ts";
import { clientsFor } from "#local/cloud/testing/clients.ts";

const root = join(import.meta.dirname, "..", "..");

/** Apps whose secrets are being changed: two are live, `retired` was taken away. */
export const secrets = {
  newest: "4f1c3a6e9b2d48c7a5e0f1d2c3b4a596",
  older: "0b8e7d6c5a4f3e2d1c0b9a8f7e6d5c4b",
  retired: "99aa88bb77cc66dd55ee44ff33aa22bb",
  /** Of the app of another platform in this installation. */
  otherApp: "7c6b5a4938271605f4e3d2c1b0a99887",
  otherTenant: "11112222333344445555666677778888",
} as const;
export const verifyToken = "the-word-of-the-handshake";
/** The operator's app on a platform: two secrets are live, and a third where it has one of its own. */
export const appOf = (ownSecret?: string): PlatformApp => ({
  appId: "1",
  appSecrets: ownSecret ? [ownSecret, secrets.newest, secrets.older] : [secrets.newest, secrets.older],
  verifyToken,
});

/** A webhook request, as it reaches the function behind the HTTP API. */
export interface HookRequest {
  readonly platform?: string;
  readonly method?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Sent with the flag set and the body in base64 (`true`), or as text (`false`). */
  readonly base64?: boolean;
  /** Changes the finished event. */
  readonly bend?: (event: APIGatewayProxyEventV2) => APIGatewayProxyEventV2;
}

/** What came of a request: its status and body, and the AWS calls that the function made over it. */
export interface HookOutcome {
  readonly status: number;
  readonly body: string;
  readonly awsCalls: number;
}

export const sign = (body: Buffer | string, secret: string = secrets.newest): string =>
  createHmac("sha256", secret).update(body).digest("hex");

/** The headers that the platform signs with. */
export const signed = (body: Buffer | string, secret: string = secrets.newest): Record<string, string> => ({
  "content-type": "application/json",
  "x-hub-signature-256": `sha256=${sign(body, secret)}`,
});

export type HookWorld = Awaited<ReturnType<typeof startHookWorld>>;

/**
 * A webhook function's real bundle behind the local cloud's HTTP API, with its queue and the parameters of these
 * platforms' apps, and no more.
 */
export async function startHookWorld(
  apps: Readonly<Record<string, PlatformApp>>,
  entry: "hooks" | "hooksPush" = "hooks",
) {
  const folder = temporaryFolder("hooks");
  const { handler, timeoutSeconds, memoryMegabytes } = functionCatalog[entry];
  const complaints = await bundleHandlers(root, join(folder, "bundle"), [handler]);
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  const { templates, code } = synthesizeApp({
    Hooks: (stack) => {
      const queue = new Queue(stack, "Intake", { queueName: "intake" });
      const hooks = new LambdaFunction(stack, "Receive", {
        functionName: "hooks",
        runtime: Runtime.NODEJS_24_X,
        handler,
        code: Code.fromAsset(join(folder, "bundle"), { exclude: ["**/*.map"] }),
        timeout: Duration.seconds(timeoutSeconds),
        memorySize: memoryMegabytes,
        environment: { INTAKE_QUEUE_URL: queue.queueUrl, PARAMETERS_PATH: "/dopys/attacked" },
      });
      const parameters = stack.formatArn({ service: "ssm", resource: "parameter/dopys/attacked/platforms" });
      hooks.addToRolePolicy(new PolicyStatement({ actions: ["ssm:GetParametersByPath"], resources: [parameters] }));
      hooks.addToRolePolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }));
      routesTo(stack, hooks);
    },
  });
  const troubles: string[] = [];
  const cloud = await playTemplates({
    templates,
    code,
    dataDir: join(folder, "data"),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const { ssm, sqs } = clientsFor(cloud);
  for (const [platform, app] of Object.entries(apps)) {
    const Name = `/dopys/attacked/platforms/${platform}`;
    const Value = JSON.stringify(app);
    await ssm.send(new PutParameterCommand({ Name, Value, Type: "SecureString" }));
  }
  const QueueUrl = cloud.resource("intake").ref;
  const arn = cloud.resource("hooks").arn;

  const awsCalls = () =>
    cloud.meter
      .snapshot()
      .filter(({ caller, phase }) => caller === "hooks" && phase === "invocation")
      .reduce((sum, { calls }) => sum + calls, 0);

  async function request(asked: HookRequest): Promise<HookOutcome> {
    const before = awsCalls();
    const invocation = await cloud.invoker.invoke(arn, eventOf(asked));
    if (!invocation.ok) return { status: 502, body: invocation.message, awsCalls: awsCalls() - before };
    const { statusCode = 0, body = "" } = invocation.value as APIGatewayProxyStructuredResultV2;
    return { status: statusCode, body, awsCalls: awsCalls() - before };
  }

  async function queued(): Promise<number> {
    const AttributeNames = ["ApproximateNumberOfMessages" as const];
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    return Number(Attributes?.ApproximateNumberOfMessages);
  }

  return {
    url: cloud.httpUrl ?? "",
    bundle: join(folder, "bundle", bundleFile(handler)),
    troubles,
    request,
    queued,
    /** Takes the oldest message off the queue, for good enough: it stays hidden for the rest of the test. */
    take: async () => {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 3600 }));
      return JSON.parse(Messages?.[0]?.Body ?? "null") as Record<string, unknown> | null;
    },
    /** Milliseconds that the last environment took to load, its parameters included. */
    coldStartMs: () => cloud.functionFacts()[0]?.lastColdStartMs ?? Number.NaN,
    stop: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function routesTo(stack: Stack, hooks: LambdaFunction): void {
  const api = new CfnApi(stack, "Api", { name: "http", protocolType: "HTTP" });
  new CfnStage(stack, "Stage", { apiId: api.ref, stageName: "$default", autoDeploy: true });
  const integration = new CfnIntegration(stack, "Integration", {
    apiId: api.ref,
    integrationType: "AWS_PROXY",
    integrationUri: hooks.functionArn,
    payloadFormatVersion: "2.0",
  });
  for (const method of ["GET", "POST"]) {
    const routeKey = `${method} /hooks/{proxy+}`;
    new CfnRoute(stack, method, { apiId: api.ref, routeKey, target: `integrations/${integration.ref}` });
  }
}

function eventOf({ platform = "facebook", method = "POST", ...asked }: HookRequest): APIGatewayProxyEventV2 {
  const { query = "", headers = {}, body = "", base64 = typeof body !== "string", bend = (event) => event } = asked;
  const path = `/hooks/${platform}`;
  const context = { http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "" } };
  return bend({
    version: "2.0",
    routeKey: `${method} /hooks/{proxy+}`,
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers },
    requestContext: context as APIGatewayProxyEventV2["requestContext"],
    body: Buffer.from(body).toString(base64 ? "base64" : "utf8"),
    isBase64Encoded: base64,
  });
}
