import { arnOf, derivedId, type Place } from "./place.ts";

/** Reads one property of the resource being named, resolved. */
export type ReadProperty = (name: string) => unknown;

type Naming = {
  /** Property that may carry the physical name. */
  property?: string;
  /** Longest name the service allows, for names we derive. */
  maxLength?: number;
  lowerCase?: true;
  /** Opaque identifier the service would choose (an API id, a distribution id) of this many characters. */
  opaque?: number;
  arn?: (place: Place, name: string, read: ReadProperty) => string;
  /** What `Ref` gives; the name unless said otherwise. */
  ref?: (place: Place, name: string, arn: string) => string;
  attributes?: Record<string, (place: Place, name: string, read: ReadProperty) => string>;
};

const queueUrl = (place: Place, name: string): string => `${place.gatewayUrl}/${place.account}/${name}`;
const iamArn = (place: Place, rest: string): string => `arn:${place.partition}:iam::${place.account}:${rest}`;
const cloudFrontArn = (place: Place, rest: string): string =>
  `arn:${place.partition}:cloudfront::${place.account}:${rest}`;
const functionArn = (place: Place, name: string): string => arnOf(place, "lambda", `function:${name}`);
const givenName: (place: Place, name: string) => string = (_place, name) => name;

const namings: Record<string, Naming> = {
  "AWS::DynamoDB::Table": {
    property: "TableName",
    maxLength: 255,
    arn: (place, name) => arnOf(place, "dynamodb", `table/${name}`),
  },
  "AWS::SQS::Queue": {
    property: "QueueName",
    maxLength: 80,
    arn: (place, name) => arnOf(place, "sqs", name),
    ref: queueUrl,
    attributes: { QueueName: givenName, QueueUrl: queueUrl },
  },
  "AWS::SNS::Topic": {
    property: "TopicName",
    maxLength: 256,
    arn: (place, name) => arnOf(place, "sns", name),
    ref: (_place, _name, arn) => arn,
    attributes: { TopicName: givenName, TopicArn: (place, name) => arnOf(place, "sns", name) },
  },
  "AWS::S3::Bucket": {
    property: "BucketName",
    maxLength: 63,
    lowerCase: true,
    arn: (place, name) => `arn:${place.partition}:s3:::${name}`,
    attributes: {
      DomainName: (place, name) => `${name}.s3.${place.urlSuffix}`,
      RegionalDomainName: (place, name) => `${name}.s3.${place.region}.${place.urlSuffix}`,
      WebsiteURL: (place, name) => `http://${name}.s3-website.${place.region}.${place.urlSuffix}`,
    },
  },
  "AWS::SSM::Parameter": {
    property: "Name",
    maxLength: 1011,
    arn: (place, name) => arnOf(place, "ssm", `parameter/${name.replace(/^\//, "")}`),
    attributes: {
      Type: (_place, _name, read) => String(read("Type") ?? "String"),
      Value: (_place, _name, read) => String(read("Value") ?? ""),
    },
  },
  "AWS::Lambda::Function": { property: "FunctionName", maxLength: 64, arn: functionArn },
  "AWS::Lambda::EventSourceMapping": { opaque: 20, attributes: { Id: givenName } },
  "AWS::IAM::Role": {
    property: "RoleName",
    maxLength: 64,
    arn: (place, name) => iamArn(place, `role/${name}`),
    attributes: { RoleId: (_place, name) => `AROA${derivedId(name, 17).toUpperCase()}` },
  },
  "AWS::IAM::ManagedPolicy": {
    property: "ManagedPolicyName",
    maxLength: 128,
    arn: (place, name) => iamArn(place, `policy/${name}`),
    ref: (_place, _name, arn) => arn,
    attributes: { PolicyArn: (place, name) => iamArn(place, `policy/${name}`) },
  },
  "AWS::Events::EventBus": {
    property: "Name",
    maxLength: 256,
    arn: (place, name) => arnOf(place, "events", `event-bus/${name}`),
    attributes: { Name: givenName },
  },
  "AWS::Events::Rule": {
    property: "Name",
    maxLength: 64,
    arn: (place, name, read) => {
      const bus = String(read("EventBusName") ?? "default").replace(/^.*event-bus\//, "");
      return arnOf(place, "events", bus === "default" ? `rule/${name}` : `rule/${bus}/${name}`);
    },
  },
  "AWS::Scheduler::Schedule": {
    property: "Name",
    maxLength: 64,
    arn: (place, name, read) => arnOf(place, "scheduler", `schedule/${String(read("GroupName") ?? "default")}/${name}`),
  },
  "AWS::ApiGatewayV2::Api": {
    opaque: 10,
    arn: (place, name) => `arn:${place.partition}:apigateway:${place.region}::/apis/${name}`,
    attributes: {
      ApiId: givenName,
      ApiEndpoint: (place, name) => `https://${name}.execute-api.${place.region}.${place.urlSuffix}`,
    },
  },
  "AWS::ApiGatewayV2::Stage": { property: "StageName", maxLength: 128 },
  "AWS::ApiGatewayV2::Integration": { opaque: 7 },
  "AWS::ApiGatewayV2::Route": { opaque: 7 },
  "AWS::CloudFront::Distribution": {
    opaque: 13,
    arn: (place, name) => cloudFrontArn(place, `distribution/${name}`),
    attributes: { Id: givenName, DomainName: (_place, name) => distributionDomain(name) },
  },
  "AWS::CloudFront::Function": {
    property: "Name",
    maxLength: 64,
    arn: (place, name) => cloudFrontArn(place, `function/${name}`),
    ref: (_place, _name, arn) => arn,
    attributes: { FunctionARN: (place, name) => cloudFrontArn(place, `function/${name}`) },
  },
  "AWS::CloudFront::ResponseHeadersPolicy": { opaque: 13, attributes: { Id: givenName } },
  "AWS::SES::EmailIdentity": {
    property: "EmailIdentity",
    maxLength: 256,
    arn: (place, name) => arnOf(place, "ses", `identity/${name}`),
  },
  "AWS::SES::ConfigurationSet": {
    property: "Name",
    maxLength: 64,
    arn: (place, name) => arnOf(place, "ses", `configuration-set/${name}`),
  },
  "AWS::Logs::LogGroup": {
    property: "LogGroupName",
    maxLength: 512,
    arn: (place, name) => arnOf(place, "logs", `log-group:${name}:*`),
  },
};

/** Domain CloudFront would give the distribution with this id. */
export function distributionDomain(distributionId: string): string {
  return `${distributionId}.cloudfront.net`;
}

export type Identity = { name: string; arn: string; ref: string; attribute: (name: string) => string };

/**
 * The names of one resource: given by the template, or derived from stack and logical id so that they are the same
 * on every start. Types without an entry (those left to AWS) get a derived name, which is all their dependants see.
 */
export function identify(
  place: Place,
  resource: { stack: string; logicalId: string; type: string },
  read: ReadProperty,
): Identity {
  const naming = namings[resource.type] ?? {};
  const given = naming.property ? read(naming.property) : undefined;
  const name = typeof given === "string" && given !== "" ? given : derivedName(naming, resource);
  const arn =
    naming.arn?.(place, name, read) ?? arnOf(place, (resource.type.split("::")[1] ?? "local").toLowerCase(), name);
  return {
    name,
    arn,
    ref: naming.ref?.(place, name, arn) ?? name,
    attribute: (attribute) => {
      if (attribute === "Arn") return arn;
      return naming.attributes?.[attribute]?.(place, name, read) ?? `${name}.${attribute}`;
    },
  };
}

function derivedName(naming: Naming, resource: { stack: string; logicalId: string }): string {
  const seed = `${resource.stack}/${resource.logicalId}`;
  if (naming.opaque) return derivedId(seed, naming.opaque);
  const suffix = derivedId(seed, 8);
  const readable = `${resource.stack}-${resource.logicalId}`.slice(0, (naming.maxLength ?? 128) - suffix.length - 1);
  const name = `${readable}-${suffix}`;
  return naming.lowerCase ? name.toLowerCase() : name;
}
