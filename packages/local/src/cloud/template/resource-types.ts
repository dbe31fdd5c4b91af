import { TemplateError } from "./intrinsics.ts";

/** Who plays a CloudFormation type, or why nothing on one machine has to. */
type Treatment = { playedBy: string } | { leftToAws: string };

const front = "the front door serves the same paths without a content delivery network";
const deployment = "a step of deploying, nothing that runs";
const watching = "watches the running system from AWS; here a person reads the log";

/** Every CloudFormation type this cloud knows. A type that is not here stops the start. */
export const resourceTypes: Record<string, Treatment> = {
  "AWS::DynamoDB::Table": { playedBy: "engines/dynamodb" },
  "AWS::SQS::Queue": { playedBy: "engines/fauxqs" },
  "AWS::SQS::QueuePolicy": { playedBy: "gateway/policies" },
  "AWS::S3::Bucket": { playedBy: "engines/fauxqs" },
  "AWS::S3::BucketPolicy": { playedBy: "gateway/policies" },
  "AWS::SSM::Parameter": { playedBy: "engines/ssm" },
  "AWS::Lambda::Function": { playedBy: "lambda" },
  "AWS::Lambda::EventInvokeConfig": { playedBy: "lambda/async" },
  "AWS::Lambda::EventSourceMapping": { playedBy: "queues" },
  "AWS::Lambda::Permission": {
    leftToAws: "lets AWS's services call functions; here the template's own rules and routes do",
  },
  "AWS::IAM::Role": { playedBy: "gateway/policies" },
  "AWS::IAM::Policy": { playedBy: "gateway/policies" },
  "AWS::IAM::ManagedPolicy": { playedBy: "gateway/policies" },
  "AWS::Events::EventBus": { playedBy: "events" },
  "AWS::Events::Rule": { playedBy: "events" },
  "AWS::Scheduler::Schedule": { playedBy: "events" },
  "AWS::Scheduler::ScheduleGroup": { leftToAws: "only a label on schedules" },
  "AWS::Events::EventBusPolicy": { leftToAws: "opens a bus to other accounts; there is one account here" },
  "AWS::ApiGatewayV2::Api": { playedBy: "http" },
  "AWS::ApiGatewayV2::Route": { playedBy: "http" },
  "AWS::ApiGatewayV2::Integration": { playedBy: "http" },
  "AWS::ApiGatewayV2::Stage": { playedBy: "http" },
  "AWS::ApiGatewayV2::DomainName": { leftToAws: "a public name needs public DNS" },
  "AWS::ApiGatewayV2::ApiMapping": { leftToAws: "a public name needs public DNS" },
  "AWS::CloudFront::Distribution": { playedBy: "http" },
  "AWS::CloudFront::Function": { playedBy: "http" },
  "AWS::CloudFront::CachePolicy": { leftToAws: front },
  "AWS::CloudFront::OriginRequestPolicy": { leftToAws: front },
  "AWS::CloudFront::ResponseHeadersPolicy": { playedBy: "http" },
  "AWS::CloudFront::OriginAccessControl": { leftToAws: front },
  "AWS::CloudFront::CloudFrontOriginAccessIdentity": { leftToAws: front },
  "AWS::SES::EmailIdentity": { playedBy: "mail" },
  "AWS::SES::ConfigurationSet": { playedBy: "mail" },
  "AWS::SES::ConfigurationSetEventDestination": { playedBy: "mail" },
  "AWS::CloudWatch::Alarm": { leftToAws: watching },
  "AWS::CloudWatch::CompositeAlarm": { leftToAws: watching },
  "AWS::CloudWatch::Dashboard": { leftToAws: watching },
  "AWS::Logs::LogGroup": { leftToAws: watching },
  "AWS::Logs::MetricFilter": { leftToAws: watching },
  "AWS::SNS::Topic": { leftToAws: "carries alarms to a person's mailbox, and alarms stay in AWS" },
  "AWS::SNS::Subscription": { leftToAws: "carries alarms to a person's mailbox, and alarms stay in AWS" },
  "AWS::SNS::TopicPolicy": { leftToAws: "carries alarms to a person's mailbox, and alarms stay in AWS" },
  "AWS::Budgets::Budget": { leftToAws: "one machine sends no bill" },
  "AWS::CertificateManager::Certificate": { leftToAws: "a certificate needs a public name" },
  "AWS::Route53::HostedZone": { leftToAws: "a public name needs public DNS" },
  "AWS::Route53::RecordSet": { leftToAws: "a public name needs public DNS" },
  "AWS::KMS::Key": { leftToAws: "the engines keep their files on this machine's own disk" },
  "AWS::KMS::Alias": { leftToAws: "the engines keep their files on this machine's own disk" },
  "AWS::CDK::Metadata": { leftToAws: deployment },
  "Custom::LogRetention": { leftToAws: watching },
  "Custom::S3AutoDeleteObjects": { leftToAws: "empties a bucket when its stack is deleted" },
  "Custom::S3BucketNotifications": { leftToAws: deployment },
  "Custom::S3Uploader": { leftToAws: "uploads the site; the front door reads the built files" },
  "Custom::CloudFrontInvalidator": { leftToAws: front },
  "Custom::AssetReplacer": { leftToAws: deployment },
  "Custom::SourcemapUploader": { leftToAws: deployment },
  "Custom::SSTEdgeLambda": { leftToAws: front },
  "AWS::Lambda::LayerVersion": {
    leftToAws: "only deployment functions carry layers; a played function with one is refused",
  },
};

/** Throws one `TemplateError` that names every resource of a type this cloud neither plays nor leaves to AWS. */
export function refuseUnknownTypes(templates: Record<string, { Resources: Record<string, { Type: string }> }>): void {
  const unknown = Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => !(resource.Type in resourceTypes))
      .map(([logicalId, resource]) => `${resource.Type} (${stack}/${logicalId})`),
  );
  if (unknown.length > 0) {
    throw new TemplateError(
      `the local cloud does not know these resource types: ${unknown.join(", ")}. ` +
        "Add each to template/resource-types.ts: who plays it, or why it is left to AWS.",
    );
  }
}
