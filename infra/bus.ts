import { EventBus } from "aws-cdk-lib/aws-events";
import type { StackContext } from "sst/constructs";

/** The bus of domain events. What reacts to them is in reactions.ts. */
export function bus({ stack, app }: StackContext) {
  const resource = new EventBus(stack, "Bus", { eventBusName: app.logicalPrefixedName("events") });
  stack.addOutputs({ BusName: resource.eventBusName });
  return { bus: resource };
}
