import { type Stack, use } from "sst/constructs";
import { bus } from "./bus.ts";
import type { Functions } from "./functions.ts";
import { mail } from "./mail.ts";
import { callByRule } from "./rules.ts";

const patience = { retries: 2, maxAgeSeconds: 6 * 3600 } as const;

/** Domain events to what follows from them; the mail service's events of our configuration set to their keeper. */
export function connectReactions(stack: Stack, functions: Functions): void {
  const { configurationSet } = use(mail);
  const domainEvents = { busName: use(bus).bus.eventBusName, eventPattern: { source: ["dopys"] } };
  callByRule(stack, functions, "react", domainEvents, patience);

  const mailEvents = {
    eventPattern: {
      source: ["aws.ses"],
      detail: { mail: { tags: { "ses:configuration-set": [configurationSet.configurationSetName] } } },
    },
  };
  callByRule(stack, functions, "mailEvents", mailEvents, patience);
}
