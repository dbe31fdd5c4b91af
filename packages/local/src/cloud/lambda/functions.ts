import { devNull } from "node:os";
import type { Callers } from "../gateway/callers.ts";
import type { CodeResolver } from "../template/assets.ts";
import { type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import type { Place } from "../template/place.ts";
import { payloadLimit } from "./environment.ts";
import { createFunctionPool, type FunctionFacts, type FunctionPool } from "./function-pool.ts";
import type { Invocation } from "./invoker.ts";

/** One line a function wrote. */
export type LogLine = { functionName: string; line: string };

export type FunctionsOptions = {
  template: ResolvedTemplate;
  place: Place;
  callers: Callers;
  code: CodeResolver;
  onLog: (log: LogLine) => void;
  /** Last word on a function's own variables: what the template cannot know, such as this machine's public address. */
  adjustVariables: (variables: Record<string, string>, functionResource: Resource) => Record<string, string>;
  idleMs: number;
};

/** The template's functions, by ARN. */
export type Functions = {
  /** Rejects for an ARN the template does not have. */
  invoke: (functionArn: string, event: unknown) => Promise<Invocation>;
  pool: (functionArn: string) => FunctionPool;
  facts: () => FunctionFacts[];
  /** Ends the environment with this access key, whatever it does, as a crash would. */
  kill: (accessKeyId: string) => void;
  stop: () => Promise<void>;
};

/** Makes every function of the template callable; nothing runs until something calls. */
export function playFunctions(options: FunctionsOptions): Functions {
  const pools = new Map<string, FunctionPool>();
  for (const resource of resourcesOfType(options.template, "AWS::Lambda::Function")) {
    pools.set(resource.arn, poolOf(resource, options));
  }
  const pool = (functionArn: string): FunctionPool => {
    const found = pools.get(functionArn.split(":").slice(0, 7).join(":"));
    if (!found) throw new Error(`the template has no function ${functionArn}`);
    return found;
  };
  return {
    pool,
    invoke: async (functionArn, event) => {
      const json = JSON.stringify(event ?? null);
      if (Buffer.byteLength(json) > payloadLimit) {
        return {
          ok: false,
          errorType: "RequestTooLargeException",
          message: `Request must be smaller than ${payloadLimit} bytes`,
        };
      }
      return pool(functionArn).invoke(json);
    },
    facts: () => [...pools.values()].map((each) => each.facts()),
    kill: (accessKeyId) => {
      for (const each of pools.values()) each.kill(accessKeyId);
    },
    stop: async () => {
      await Promise.all([...pools.values()].map((each) => each.stop()));
    },
  };
}

function poolOf(resource: Resource, options: FunctionsOptions): FunctionPool {
  const { properties, name, arn } = resource;
  const code = ((properties.Layers ?? []) as unknown[]).length > 0 ? undefined : options.code(resource);
  const memoryMb = Number(properties.MemorySize ?? 128);
  const own = ((properties.Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables ??
    {}) as Record<string, unknown>;
  const credentials = options.callers.register(name, String(properties.Role));
  return createFunctionPool(
    {
      name,
      arn,
      code,
      timeoutMs: Number(properties.Timeout ?? 3) * 1000,
      memoryMb,
      reservedConcurrency: properties.ReservedConcurrentExecutions as number | undefined,
    },
    {
      credentials,
      setPhase: options.callers.setPhase,
      idleMs: options.idleMs,
      onLog: (line) => options.onLog({ functionName: name, line }),
      variables: (keys) => {
        const { NODE_OPTIONS: _dropped, ...variables } = Object.fromEntries(
          Object.entries(own).map(([key, value]) => [key, String(value)]),
        );
        return {
          ...options.adjustVariables(variables, resource),
          ...reservedVariables(resource, options.place, code?.directory ?? "", memoryMb),
          AWS_ACCESS_KEY_ID: keys.accessKeyId,
          AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
        };
      },
    },
  );
}

/** What Lambda itself puts into every environment (Lambda developer guide, "Defined runtime environment variables"). */
function reservedVariables(
  resource: Resource,
  place: Place,
  directory: string,
  memoryMb: number,
): Record<string, string> {
  return {
    _HANDLER: String(resource.properties.Handler),
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${String(resource.properties.Runtime)}`,
    AWS_LAMBDA_FUNCTION_NAME: resource.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${resource.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    LAMBDA_TASK_ROOT: directory,
    TZ: ":UTC",
    AWS_ENDPOINT_URL: place.gatewayUrl,
    // The SDK would otherwise read the profile of whoever sits at this machine.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}
