import { EventBus } from "aws-cdk-lib/aws-events";
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from "aws-cdk-lib/aws-ses";
import type { StackContext } from "sst/constructs";
import { domainOf, settingsOf } from "./settings.ts";

/**
 * The identity that mail is sent from and the configuration set it goes through. SES reports deliveries, bounces and
 * complaints to the account's default bus (it can't to another); reactions.ts picks ours out.
 */
export function mail({ stack, app }: StackContext) {
  const { mailFrom, mailIdentity = domainOf(mailFrom) } = settingsOf(app);
  const configurationSet = new ConfigurationSet(stack, "ConfigurationSet", {
    configurationSetName: app.logicalPrefixedName("mail"),
    reputationMetrics: false,
    // Ours decides alone, see docs/decisions/suspended-addresses.md: what a member lets be tried again is then really sent.
    disableSuppressionList: true,
  });
  configurationSet.addEventDestination("Events", {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, "DefaultBus", "default")),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.DELIVERY_DELAY,
    ],
  });
  const identity = new EmailIdentity(stack, "Identity", {
    identity: mailIdentity.includes("@") ? Identity.email(mailIdentity) : Identity.domain(mailIdentity),
  });
  if (!mailIdentity.includes("@")) {
    identity.dkimRecords.forEach(({ name, value }, index) => {
      stack.addOutputs({ [`DkimRecord${index + 1}`]: `${name} CNAME ${value}` });
    });
  }
  return { configurationSet, identity, from: mailFrom };
}
