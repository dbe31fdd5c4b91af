import { type Stack, use } from "sst/constructs";
import { bucket } from "./bucket.ts";
import { bus } from "./bus.ts";
import { mail } from "./mail.ts";
import { type QueueName, queueNames } from "./queue-catalog.ts";
import { queues } from "./queues.ts";
import { parametersPath } from "./settings.ts";
import { site } from "./site.ts";
import { table } from "./table.ts";

type QueueNames = { readonly url: string; readonly arn: string };

/** What the names in a grant stand for in this deployment. Every value may be a CloudFormation token. */
export type Resources = {
  readonly publicUrl: string;
  readonly table: { readonly name: string; readonly arn: string };
  readonly bucket: { readonly name: string; readonly arn: string };
  readonly bus: { readonly name: string; readonly arn: string };
  readonly queues: Record<QueueName, QueueNames & { readonly dead: QueueNames }>;
  readonly undelivered: { readonly arn: string };
  readonly parameters: { readonly path: string; readonly arn: string };
  readonly mail: {
    readonly from: string;
    readonly configurationSet: string;
    readonly configurationSetArn: string;
    readonly identityArn: string;
  };
};

/** Collects the other stacks' resources for the functions. */
export function resourcesOf(stack: Stack): Resources {
  const data = use(table).table;
  const objects = use(bucket).bucket;
  const events = use(bus).bus;
  const { queues: pairs, undelivered } = use(queues);
  const { configurationSet, identity, from } = use(mail);
  const path = parametersPath(stack.stage);
  return {
    publicUrl: use(site).publicUrl,
    table: { name: data.tableName, arn: data.tableArn },
    bucket: { name: objects.bucketName, arn: objects.bucketArn },
    bus: { name: events.eventBusName, arn: events.eventBusArn },
    queues: Object.fromEntries(
      queueNames.map((name) => {
        const { queue, dead } = pairs[name];
        return [
          name,
          { url: queue.queueUrl, arn: queue.queueArn, dead: { url: dead.queueUrl, arn: dead.queueArn } },
        ] as const;
      }),
    ) as Resources["queues"],
    undelivered: { arn: undelivered.queueArn },
    parameters: { path, arn: stack.formatArn({ service: "ssm", resource: `parameter${path}` }) },
    mail: {
      from,
      configurationSet: configurationSet.configurationSetName,
      configurationSetArn: stack.formatArn({
        service: "ses",
        resource: "configuration-set",
        resourceName: configurationSet.configurationSetName,
      }),
      identityArn: stack.formatArn({
        service: "ses",
        resource: "identity",
        resourceName: identity.emailIdentityName,
      }),
    },
  };
}
