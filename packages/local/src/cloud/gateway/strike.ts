import type { Caller } from "./engine.ts";
import type { AwsRequest } from "./requests.ts";

/** One AWS call of a function that is permitted and about to happen. */
export type FunctionCall = Pick<AwsRequest, "service" | "action" | "input"> & {
  functionName: string;
  /** The environment that makes it, by its access key. */
  environment: string;
};

/**
 * Decides whether the environment that makes a call is killed over it: `before` it has an effect, or `after`, so that
 * its answer is never heard. For tests of what a function leaves behind when it dies at any moment.
 */
export type Strike = (call: FunctionCall) => "before" | "after" | undefined;

/** What strikes a caller at this call; nothing strikes operators, or functions whose module is still loading. */
export function strikeAt(
  strike: Strike | undefined,
  caller: Caller,
  environment: string,
  { service, action, input }: AwsRequest,
): ReturnType<Strike> {
  if (!strike || caller.kind !== "function" || caller.phase === "init") return undefined;
  return strike({ functionName: caller.functionName, environment, service, action, input });
}
