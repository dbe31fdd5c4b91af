import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { FilterPattern, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { type StackContext, use } from "sst/constructs";
import { api } from "./api.ts";
import { type FunctionName, functionCatalog } from "./function-catalog.ts";
import { functions, physicalName } from "./functions.ts";
import { queueCatalog, queueNames } from "./queue-catalog.ts";
import { queues } from "./queues.ts";
import { settingsOf } from "./settings.ts";

/** The tick logs a line with this number each time it finds publications past due. */
export const overdueField = "OverduePublications";

/**
 * What an operator is woken for: work that stopped (dead letters), posts that are late, people and platforms who were
 * turned away. Failures of other functions end in dead letters, so they need no alarm of their own.
 */
export function alarms({ stack, app }: StackContext) {
  const { alarmEmail } = settingsOf(app);
  const { queues: pairs, undelivered } = use(queues);
  const deployed = use(functions).functions;

  const topic = new Topic(stack, "Alarms", { enforceSSL: true, displayName: `Dopys ${app.stage}` });
  if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));

  for (const name of queueNames) {
    const { id } = queueCatalog[name];
    alarm(`${id}DeadLetters`, `Messages on the ${name} queue failed every attempt.`, deadLetters(pairs[name].dead));
  }
  alarm("Undelivered", "A scheduled run or an event failed every attempt.", deadLetters(undelivered));
  alarm("Overdue", "Publications are past due and not published.", overdue());
  for (const name of ["hooks", "api"] as const satisfies readonly FunctionName[]) {
    const { id } = functionCatalog[name];
    const metric = deployed[name].metricErrors({ period: Duration.minutes(5), statistic: Stats.SUM });
    alarm(`${id}Errors`, `The function ${physicalName(app.stage, name)} broke off.`, metric);
  }
  alarm("Throttles", "Lambda turned calls away: the account's concurrency is used up.", accountThrottles());
  alarm(
    "ServerErrors",
    "The HTTP API answered with 5xx.",
    use(api).httpApi.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
  );
  stack.addOutputs({ AlarmTopic: topic.topicArn });

  function alarm(id: string, alarmDescription: string, metric: IMetric): void {
    const created = new Alarm(stack, id, {
      alarmName: app.logicalPrefixedName(id),
      alarmDescription: `${alarmDescription} What to do: docs/operate.md.`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    created.addAlarmAction(new SnsAction(topic));
    created.addOkAction(new SnsAction(topic));
  }

  function overdue(): IMetric {
    const filter = new MetricFilter(stack, "OverdueFilter", {
      logGroup: LogGroup.fromLogGroupName(stack, "TickLog", `/aws/lambda/${physicalName(app.stage, "tick")}`),
      filterPattern: FilterPattern.numberValue(`$.${overdueField}`, ">=", 1),
      metricNamespace: `Dopys/${app.stage}`,
      metricName: overdueField,
      metricValue: `$.${overdueField}`,
    });
    filter.node.addDependency(deployed.tick);
    return filter.metric({ period: Duration.minutes(1), statistic: Stats.MAXIMUM });
  }
}

function deadLetters(queue: { metricApproximateNumberOfMessagesVisible: (props: object) => Metric }): Metric {
  return queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM });
}

/** Throttling is a matter of the whole account, so its metric is read without a function's name. */
function accountThrottles(): Metric {
  return new Metric({
    namespace: "AWS/Lambda",
    metricName: "Throttles",
    period: Duration.minutes(5),
    statistic: Stats.SUM,
  });
}
