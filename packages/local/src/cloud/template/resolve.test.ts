import { expect, test } from "vitest";
import { findResource } from "./model.ts";
import { placeAt } from "./place.ts";
import { type CloudFormationTemplate, resolveTemplates } from "./resolve.ts";

const place = placeAt("http://127.0.0.1:4566");

/** A place that Fn::Sub fills in. */
const hole = (name: string): string => ["$", `${name}}`].join("{");

function resolve(templates: Record<string, Partial<CloudFormationTemplate>>, parameters: Record<string, string> = {}) {
  const complete = Object.entries(templates).map(([stack, template]) => [stack, { Resources: {}, ...template }]);
  return resolveTemplates({ templates: Object.fromEntries(complete), place, parameters });
}

/** Resolves one value as an output of a stack that has a queue and a table. */
function answerOf(value: unknown, rest: Partial<CloudFormationTemplate> = {}): string | undefined {
  const Resources = {
    Work: { Type: "AWS::SQS::Queue", Properties: { QueueName: "work" } },
    Items: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "items" } },
    ...rest.Resources,
  };
  return resolve({ Shop: { ...rest, Resources, Outputs: { Answer: { Value: value } } } }).outputs.Shop?.Answer;
}

test.each([
  ["Ref of a queue is its URL at the gateway", { Ref: "Work" }, "http://127.0.0.1:4566/000000000000/work"],
  ["Ref of a table is its name", { Ref: "Items" }, "items"],
  ["Ref of a pseudo parameter", { Ref: "AWS::AccountId" }, "000000000000"],
  ["GetAtt in both spellings", { "Fn::GetAtt": "Work.QueueName" }, "work"],
  ["GetAtt of an ARN", { "Fn::GetAtt": ["Items", "Arn"] }, "arn:aws:dynamodb:eu-central-1:000000000000:table/items"],
  [
    "Sub with resources, attributes and literals",
    { "Fn::Sub": `${hole("Items")}/${hole("Work.Arn")}/${hole("!kept")}` },
    `items/arn:aws:sqs:eu-central-1:000000000000:work/${hole("kept")}`,
  ],
  [
    "Sub with its own variables",
    { "Fn::Sub": [`${hole("a")}-${hole("AWS::Region")}`, { a: { Ref: "Items" } }] },
    "items-eu-central-1",
  ],
  ["Join of a split", { "Fn::Join": ["+", { "Fn::Split": [":", "a:b:c"] }] }, "a+b+c"],
  ["Select counts from zero", { "Fn::Select": ["1", ["a", "b"]] }, "b"],
  ["Join drops what is AWS::NoValue", { "Fn::Join": [",", ["a", { Ref: "AWS::NoValue" }, "b"]] }, "a,b"],
  ["Base64", { "Fn::Base64": "x" }, "eA=="],
  ["ToJsonString", { "Fn::ToJsonString": { queue: { Ref: "Items" } } }, '{"queue":"items"}'],
])("%s", (_name, value, expected) => {
  expect(answerOf(value)).toBe(expected);
});

test("conditions choose values and leave resources out", () => {
  const Conditions = {
    Big: { "Fn::And": [{ "Fn::Not": [{ "Fn::Equals": [{ Ref: "Size" }, "small"] }] }, { "Fn::Or": [true, false] }] },
    Small: { "Fn::Not": [{ Condition: "Big" }] },
  };
  const template = {
    Parameters: { Size: { Type: "String", Default: "big" } },
    Conditions,
    Resources: {
      Extra: { Type: "AWS::SQS::Queue", Condition: "Big" },
      Lone: { Type: "AWS::SQS::Queue", Condition: "Small" },
    },
    Outputs: { Which: { Value: { "Fn::If": ["Big", "large", "little"] } }, Gone: { Condition: "Small", Value: "x" } },
  };
  const big = resolve({ Shop: template });
  expect(big.resources.map((resource) => resource.logicalId)).toEqual(["Extra"]);
  expect(big.outputs.Shop).toEqual({ Which: "large" });
  const small = resolve({ Shop: template }, { Size: "small" });
  expect(small.resources.map((resource) => resource.logicalId)).toEqual(["Lone"]);
});

test("mappings are looked up by resolved keys", () => {
  const Mappings = { Sizes: { "eu-central-1": { memory: "512" } } };
  expect(answerOf({ "Fn::FindInMap": ["Sizes", { Ref: "AWS::Region" }, "memory"] }, { Mappings })).toBe("512");
});

test("one stack's export is another's import, whichever comes first", () => {
  const { outputs } = resolve({
    Reader: { Outputs: { Url: { Value: { "Fn::ImportValue": "Shop:Work" } } } },
    Shop: {
      Resources: { Work: { Type: "AWS::SQS::Queue" } },
      Outputs: {
        Work: {
          Value: { "Fn::GetAtt": ["Work", "Arn"] },
          Export: { Name: { "Fn::Sub": `${hole("AWS::StackName")}:Work` } },
        },
      },
    },
  });
  expect(outputs.Reader?.Url).toBe(outputs.Shop?.Work);
});

test("a parameter read from SSM takes the value another resource stores, and the CDK's bootstrap version", () => {
  const { outputs } = resolve({
    Shop: {
      Parameters: {
        BootstrapVersion: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/cdk-bootstrap/hnb659fds/version" },
        Colour: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/shop/colour" },
      },
      Resources: {
        Stored: { Type: "AWS::SSM::Parameter", Properties: { Name: "/shop/colour", Type: "String", Value: "red" } },
      },
      Outputs: { Version: { Value: { Ref: "BootstrapVersion" } }, Colour: { Value: { Ref: "Colour" } } },
    },
  });
  expect(outputs.Shop).toEqual({ Version: "21", Colour: "red" });
});

test("unnamed resources get the same fitting names every time, and different ones", () => {
  const Resources = {
    [`Bucket${"Long".repeat(30)}`]: { Type: "AWS::S3::Bucket" },
    [`Bucket${"Long".repeat(29)}Else`]: { Type: "AWS::S3::Bucket" },
  };
  const names = () => resolve({ Shop: { Resources } }).resources.map((resource) => resource.name);
  expect(names()).toEqual(names());
  expect(new Set(names()).size).toBe(2);
  for (const name of names()) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
});

test("a resource is found by ARN, name, logical id and construct id", () => {
  const template = resolve({
    Shop: { Resources: { Work1A2B3C4D: { Type: "AWS::SQS::Queue", Properties: { QueueName: "work" } } } },
  });
  for (const reference of [
    "arn:aws:sqs:eu-central-1:000000000000:work",
    "work",
    "Shop/Work1A2B3C4D",
    "Work1A2B3C4D",
    "Work",
  ]) {
    expect(findResource(template, reference)?.name).toBe("work");
  }
});

test.each([
  [
    "a resource type it does not know",
    { Thing: { Type: "AWS::Neptune::DBCluster" } },
    /AWS::Neptune::DBCluster \(Shop\/Thing\)/,
  ],
  [
    "a reference to nothing",
    { Work: { Type: "AWS::SQS::Queue", Properties: { QueueName: { Ref: "Gone" } } } },
    /Shop\/Work: refers to Gone/,
  ],
  [
    "a function it does not know",
    { Work: { Type: "AWS::SQS::Queue", Properties: { Tags: { "Fn::Cidr": [] } } } },
    /Shop\/Work: unknown intrinsic function Fn::Cidr/,
  ],
  [
    "an import nobody exports",
    { Work: { Type: "AWS::SQS::Queue", Properties: { Tags: { "Fn::ImportValue": "x" } } } },
    /no stack exports x/,
  ],
])("the start stops for %s, saying where", (_name, Resources, message) => {
  expect(() => resolve({ Shop: { Resources } })).toThrow(message);
});
