import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import type { PlatformApp } from "#core/channels/connector.ts";
import type { Machine } from "#local/machine.ts";

const clientOf = ({ cloud }: Machine) => ({
  endpoint: cloud.gatewayUrl,
  region: cloud.region,
  credentials: cloud.operatorCredentials,
});

/** Reads a secret that the operator keeps below `/dopys/local`. */
export async function readParameter(machine: Machine, name: string): Promise<string> {
  const ssm = new SSMClient(clientOf(machine));
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: `/dopys/local/${name}`, WithDecryption: true }));
  if (!Parameter?.Value) throw new Error(`The parameter ${name} is empty`);
  return Parameter.Value;
}

/** The app that the product has on Facebook, with its secrets. */
export const facebookApp = async (machine: Machine): Promise<PlatformApp> =>
  JSON.parse(await readParameter(machine, "platforms/facebook")) as PlatformApp;

/** SQS as the operator reaches it. */
export const operatorsQueues = (machine: Machine): SQSClient => new SQSClient(clientOf(machine));

/** How many messages wait on a queue or are in hand; `queue` is its construct id, such as `Intake`. */
export async function messagesOn(machine: Machine, queue: string): Promise<number> {
  const { Attributes = {} } = await operatorsQueues(machine).send(
    new GetQueueAttributesCommand({ QueueUrl: machine.cloud.resource(queue).ref, AttributeNames: ["All"] }),
  );
  const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: inHand } = Attributes;
  return Number(visible) + Number(inHand) + Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0);
}

/** The table as the operator reaches it. */
export function operatorsTable(machine: Machine): Dynamo {
  const raw = new DynamoDBClient(clientOf(machine));
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
  return { client, tableName: machine.cloud.resource("Table").name };
}
