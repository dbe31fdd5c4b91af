/** A rule of cdk-nag that is answered instead of followed. */
export type Suppression = {
  readonly rule: string;
  /** Path of the construct behind the stack's name; a trailing `*` covers what begins so. */
  readonly path: string;
  /** The exact findings meant; without it the rule as a whole. */
  readonly findings?: readonly (string | RegExp)[];
  readonly reason: string;
};

/** Every rule of AwsSolutions that we do not follow, where, and why. A line that no longer suppresses anything fails the tests. */
export const nagSuppressions: readonly Suppression[] = [
  {
    rule: "AwsSolutions-IAM5",
    path: "Functions/*",
    findings: [/^Resource::arn:<AWS::Partition>:ssm:[^*]+:parameter\/dopys\/[^*/]+\/platforms\/\*$/],
    reason:
      "The folder of platform apps in the stage's own parameters: a platform is added without touching the functions' rights.",
  },
  {
    rule: "AwsSolutions-IAM5",
    path: "Functions/*",
    findings: [/^Resource::<Bucket\w+\.Arn>\/(media|imports|reports)\/\*$/],
    reason: "One folder of our own bucket: objects have no other way to be named before they exist.",
  },
  {
    rule: "AwsSolutions-APIG4",
    path: "Functions/Route*",
    reason:
      "Platforms sign their deliveries and members carry a session cookie: both are checked in the functions, over the raw body and against the workspace, which no authorizer of the gateway can do.",
  },
  {
    rule: "AwsSolutions-SQS3",
    path: "Queues/UndeliveredDead/Resource",
    reason: "It is itself the dead-letter queue, of rules and asynchronous calls instead of a queue.",
  },
  {
    rule: "AwsSolutions-S1",
    path: "Bucket/Bucket/Resource",
    reason:
      "Objects are reached only by pre-signed URLs that the API hands out and keeps in its audit log; server access logs would cost more than the objects.",
  },
  {
    rule: "AwsSolutions-S1",
    path: "Site/Files/Resource",
    reason: "The built dashboard, the same public files for everybody, read only by the distribution.",
  },
  {
    rule: "AwsSolutions-CFR1",
    path: "Site/Distribution/Resource",
    reason: "Companies and their audiences may be anywhere.",
  },
  {
    rule: "AwsSolutions-CFR2",
    path: "Site/Distribution/Resource",
    reason:
      "A web ACL costs 5 USD a month before the first request. The gateway throttles each route, bodies are limited before parsing, and webhooks without a valid signature go no further.",
  },
  {
    rule: "AwsSolutions-CFR3",
    path: "Site/Distribution/Resource",
    reason: "The API's access log has every request that does anything; the rest are static files.",
  },
  {
    rule: "AwsSolutions-CFR4",
    path: "Site/Distribution/Resource",
    reason:
      "Applies only without an own domain: CloudFront fixes the policy of its default certificate. With a domain and certificate the template asks for TLS 1.2 (2021).",
  },
  {
    rule: "AwsSolutions-IAM4",
    path: "Site/CustomResourceHandler/ServiceRole/Resource",
    findings: [/AWSLambdaBasicExecutionRole$/],
    reason: "SST's own function that uploads the dashboard during a deployment; SST sets its role.",
  },
  {
    rule: "AwsSolutions-L1",
    path: "Site/CustomResourceHandler/Resource",
    reason: "SST's own function that uploads the dashboard during a deployment; SST sets its runtime (nodejs22.x).",
  },
  {
    rule: "AwsSolutions-IAM5",
    path: "Site/Dashboard/S3UploaderPolicy/Resource",
    findings: [/^Resource::<Files\w+\.Arn>\/\*$/, /^Resource::arn:<AWS::Partition>:s3:::cdk-[^*]+-assets-[^*]+\/\*$/],
    reason: "The upload copies the built dashboard from the deployment's assets to the site's bucket.",
  },
];
