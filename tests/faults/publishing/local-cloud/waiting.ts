import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { paceRepository } from "#core/adapters/dynamo/pace-repository.ts";
import { publicationRepository } from "#core/adapters/dynamo/publication-repository.ts";
import { isFinal, type Publication } from "#core/publishing/index.ts";
import { until } from "#local/demo/figures.ts";
import type { Machine } from "#local/machine.ts";
import type { Synthesis } from "#local/synthesis.ts";

/**
 * How a test gets over the engine's minutes in seconds, without another engine and without another clock: between two
 * steps, while nothing is at work, every instant that a publication has stored is moved back by as long as would have
 * been waited. The functions measure by differences from now, so they find what they would find after the wait, and the
 * very same bundles decide. SQS's own wait, for redelivery, is a number of the template and is played shorter.
 */
export function waiting(machine: Machine, workspaceId: string, channelId: string) {
  const { cloud } = machine;
  const aws = { endpoint: cloud.gatewayUrl, region: cloud.region, credentials: cloud.operatorCredentials };
  const sqs = new SQSClient(aws);
  const dynamo: Dynamo = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(aws), { marshallOptions: { removeUndefinedValues: true } }),
    tableName: cloud.resource("Table").ref,
  };
  const publications = publicationRepository(dynamo);
  const paces = paceRepository(dynamo);
  const queues = ["Publish", "Reconcile"].map((id) => cloud.resource(id).ref);

  const messages = async (hidden: boolean): Promise<number> => {
    const names = ["ApproximateNumberOfMessages" as const, "ApproximateNumberOfMessagesNotVisible" as const];
    let count = 0;
    for (const QueueUrl of queues) {
      const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: names }));
      for (const name of hidden ? names : names.slice(0, 1)) count += Number(Attributes[name] ?? 0);
    }
    return count;
  };
  const atWork = (): boolean =>
    cloud.functionFacts().some(({ name, atWork }) => atWork > 0 && /publish|reconcile/.test(name));
  const quiet = (): Promise<unknown> =>
    until("nothing is at work", 150_000, async () => !atWork() && (await messages(false)) === 0 && !atWork());
  const all = (ids: readonly string[]): Promise<readonly Publication[]> => publications.getMany(workspaceId, ids);
  const restChannel = async (ms: number): Promise<void> => {
    const pace = await paces.get(workspaceId, channelId);
    if (pace) await paces.save(movedBack(pace, ms));
  };
  return {
    dynamo,
    all,
    quiet,
    /** As if nothing had been published on the channel for long enough that its pace holds nobody back. */
    rested: () => restChannel(600_000),
    /** Every message has been worked, the redelivered ones too. */
    drained: () => until("the queues are empty", 120_000, async () => (await messages(true)) === 0),
    /** As if `ms` had passed: what waits has waited, and the tick has come. */
    pass: async (ids: readonly string[], ms: number): Promise<void> => {
      await quiet();
      for (const publication of await all(ids)) {
        if (!isFinal(publication)) await publications.save(movedBack(publication, ms));
      }
      await restChannel(ms);
      await cloud.invoker.invoke(cloud.resource("Tick").arn, {});
    },
  };
}

/** The same, with every instant in it that much earlier. */
function movedBack<T>(value: T, ms: number): T {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === "number" && inner > 1e12 ? inner - ms : inner,
  );
}

/**
 * The templates with a redelivery after seconds: what publishes, and its queues, have less patience, few work at once, and
 * each works one message, so that it is plain for which one a call is made.
 */
export function impatient(synthesis: Synthesis, seconds: number): Synthesis {
  const templates = structuredClone(synthesis.templates);
  for (const { Resources } of Object.values(templates)) {
    for (const [id, { Type, Properties }] of Object.entries(Resources ?? {})) {
      if (!Properties || !/^(Publish|Reconcile)/.test(id)) continue;
      if (Type === "AWS::Lambda::EventSourceMapping") {
        Properties.ScalingConfig = { MaximumConcurrency: 4 };
        Properties.BatchSize = 1;
      }
      if (Type === "AWS::SQS::Queue") Properties.VisibilityTimeout = seconds;
      if (Type === "AWS::Lambda::Function") Properties.Timeout = seconds;
    }
  }
  return { ...synthesis, templates };
}
