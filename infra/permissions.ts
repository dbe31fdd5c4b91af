import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import type { Grant } from "./grants.ts";
import { type QueueName, queueCatalog } from "./queue-catalog.ts";
import type { Resources } from "./resources.ts";

/** The environment that belongs to a grant: names of what it may use, nothing else. */
export function environmentOf(grant: Grant, resources: Resources): Record<string, string> {
  const environment: Record<string, string> = {};
  if (grant.table || grant.indexes) environment.TABLE_NAME = resources.table.name;
  if (grant.read || grant.write || grant.remove) environment.BUCKET_NAME = resources.bucket.name;
  if (grant.emit) environment.BUS_NAME = resources.bus.name;
  for (const queue of grant.send ?? []) environment[queueCatalog[queue].variable] = resources.queues[queue].url;
  if (grant.parameters) environment.PARAMETERS_PATH = resources.parameters.path;
  if (grant.mail) {
    environment.MAIL_FROM = resources.mail.from;
    environment.MAIL_CONFIGURATION_SET = resources.mail.configurationSet;
  }
  if (grant.publicUrl) environment.PUBLIC_URL = resources.publicUrl;
  return environment;
}

/** What the consumer of a queue has to know to lay aside what comes in vain. */
export const consumerEnvironment = (queue: QueueName, resources: Resources): Record<string, string> => ({
  DEAD_LETTERS_URL: resources.queues[queue].dead.url,
  MAX_RECEIVES: String(queueCatalog[queue].maxReceiveCount),
});

/** The IAM statements that belong to a grant. Resources are exact, down to the index and the folder of the bucket. */
export function statementsOf(grant: Grant, resources: Resources): PolicyStatement[] {
  const { table, bucket, bus, queues, parameters, mail } = resources;
  const objects = (prefixes: readonly string[]) => prefixes.map((prefix) => `${bucket.arn}/${prefix}/*`);
  const secrets = grant.parameters?.filter((name) => name !== "platforms") ?? [];
  return [
    ...allow(prefixed("dynamodb", grant.table), [table.arn]),
    ...allow(
      ["dynamodb:Query"],
      grant.indexes?.map((index) => `${table.arn}/index/${index}`),
    ),
    ...allow(["s3:GetObject"], grant.read && objects(grant.read)),
    ...(grant.read ? [learnOfAbsence(bucket.arn, grant.read)] : []),
    ...allow(["s3:PutObject"], grant.write && objects(grant.write)),
    ...allow(["s3:DeleteObject"], grant.remove && objects(grant.remove)),
    ...(grant.send ? [sendStatement(grant.send.map((queue) => queues[queue].arn))] : []),
    ...allow(["events:PutEvents"], grant.emit && [bus.arn]),
    ...(grant.parameters?.includes("platforms") ? [readFolder(`${parameters.arn}/platforms`)] : []),
    ...allow(
      ["ssm:GetParameter"],
      secrets.map((name) => `${parameters.arn}/${name}`),
    ),
    ...(grant.mail ? [sendMail(mail, grant.mail)] : []),
  ];
}

/** Reading from the queue that the function consumes: what Lambda's poller does in the function's name. */
export function consumeStatement(queueArn: string): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    resources: [queueArn],
  });
}

/** Sending to queues. */
export function sendStatement(queueArns: string[]): PolicyStatement {
  return new PolicyStatement({ effect: Effect.ALLOW, actions: ["sqs:SendMessage"], resources: queueArns });
}

/** Writing to the function's own log group. */
export function logStatement(logGroup: ILogGroup): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [logGroup.logGroupArn],
  });
}

/**
 * Hearing that an object is not there: S3 answers 404 for it only to those who may list what would hold it, and 403 to
 * all others; it then takes the key for the prefix (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html,
 * "Permissions").
 */
function learnOfAbsence(bucketArn: string, prefixes: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ["s3:ListBucket"],
    resources: [bucketArn],
    conditions: { StringLike: { "s3:prefix": prefixes.map((prefix) => `${prefix}/*`) } },
  });
}

/** Reading all parameters below a path: the path itself is what IAM asks for, its members what it hands out. */
function readFolder(arn: string): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ["ssm:GetParametersByPath"],
    resources: [arn, `${arn}/*`],
  });
}

/**
 * Mail goes out from one address, through one configuration set (whose events are kept). What carries attachments may be
 * sent raw, which IAM knows as an action of its own.
 */
function sendMail(mail: Resources["mail"], content: "text" | "attachments"): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: content === "attachments" ? ["ses:SendEmail", "ses:SendRawEmail"] : ["ses:SendEmail"],
    resources: [mail.identityArn, mail.configurationSetArn],
    conditions: { StringEquals: { "ses:FromAddress": mail.from } },
  });
}

function prefixed(service: string, actions: readonly string[] | undefined): string[] {
  return (actions ?? []).map((action) => `${service}:${action}`);
}

function allow(actions: string[], resources: string[] | undefined): PolicyStatement[] {
  if (actions.length === 0 || !resources || resources.length === 0) return [];
  return [new PolicyStatement({ effect: Effect.ALLOW, actions, resources })];
}
