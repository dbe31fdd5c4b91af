import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyDocument, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { CfnFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Function as SstFunction, type Stack, type StackContext } from "sst/constructs";
import { useOwnBundler } from "./bundler.ts";
import { connectConsumers } from "./consumers.ts";
import { type FunctionName, functionCatalog, functionNames } from "./function-catalog.ts";
import { grants } from "./grants.ts";
import {
  consumerEnvironment,
  consumeStatement,
  environmentOf,
  logStatement,
  sendStatement,
  statementsOf,
} from "./permissions.ts";
import { type QueueName, queueCatalog, queueNames } from "./queue-catalog.ts";
import { connectReactions } from "./reactions.ts";
import { type Resources, resourcesOf } from "./resources.ts";
import { connectRoutes } from "./routes.ts";
import { connectSchedules } from "./schedules.ts";

export type Functions = Record<FunctionName, SstFunction>;

/**
 * Every function with its own role, and what calls it. They are one stack because they change together: a function
 * that is added or removed never has to wait for another stack to let go of its name.
 */
export function functions({ stack }: StackContext) {
  useOwnBundler();
  const resources = resourcesOf(stack);
  const all = Object.fromEntries(
    functionNames.map((name) => [name, declareFunction(stack, name, resources)]),
  ) as Functions;
  connectConsumers(stack, all);
  connectSchedules(stack, all);
  connectReactions(stack, all);
  connectRoutes(stack, all);
  return { functions: all };
}

/** The name of a function in the account and, behind `/aws/lambda/`, of its log group. */
export function physicalName(stage: string, name: FunctionName): string {
  const kebab = functionCatalog[name].id.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
  return `${stage}-dopys-${kebab}`;
}

function declareFunction(stack: Stack, name: FunctionName, resources: Resources): SstFunction {
  const spec = functionCatalog[name];
  const functionName = physicalName(stack.stage, name);
  const logGroup = new LogGroup(stack, `${spec.id}Log`, {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: spec.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const fn = new SstFunction(stack, spec.id, {
    functionName,
    handler: spec.handler,
    description: spec.description,
    memorySize: spec.memoryMegabytes,
    timeout: spec.timeoutSeconds,
    runtime: "nodejs24.x",
    architecture: "arm_64",
    tracing: "disabled",
    environment: {
      ...environmentOf(grants[name], resources),
      ...Object.assign({}, ...consumedBy(name).map((queue) => consumerEnvironment(queue, resources))),
    },
    role: declareRole(stack, name, resources, logGroup),
    logGroup,
    // Nobody binds to a function, so SST need not publish its name as a parameter.
    _doNotAllowOthersToBind: true,
  });
  keepOnlyOurVariables(fn);
  return fn;
}

/** A function reads one queue at most. */
const consumedBy = (name: FunctionName): readonly QueueName[] =>
  queueNames.filter((queue) => queueCatalog[queue].consumer === name);

function declareRole(stack: Stack, name: FunctionName, resources: Resources, logGroup: LogGroup): Role {
  const spec = functionCatalog[name];
  const consumed = consumedBy(name);
  const unattended = spec.calledBy === "schedule" || spec.calledBy === "bus";
  return new Role(stack, `${spec.id}Role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: `What ${physicalName(stack.stage, name)} may do`,
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          logStatement(logGroup),
          ...consumed.map((queue) => consumeStatement(resources.queues[queue].arn)),
          ...consumed.map((queue) => sendStatement([resources.queues[queue].dead.arn])),
          ...(unattended ? [sendStatement([resources.undelivered.arn])] : []),
          ...statementsOf(grants[name], resources),
        ],
      }),
    },
  });
}

/** SST adds variables for its `bind`, which we do not use: a function's environment is what its grant says. */
function keepOnlyOurVariables(fn: SstFunction): void {
  const resource = fn.node.defaultChild as CfnFunction;
  for (const variable of ["SST_APP", "SST_STAGE", "SST_SSM_PREFIX", "AWS_NODEJS_CONNECTION_REUSE_ENABLED"]) {
    resource.addPropertyDeletionOverride(`Environment.Variables.${variable}`);
  }
}
