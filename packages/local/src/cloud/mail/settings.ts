import * as v from "valibot";
import { type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";
import { domainOf } from "./address.ts";

/** What the template lets the mail service do. */
export type MailSettings = {
  /** The verified identity that covers an address: the address itself, its domain or a parent domain. */
  identityFor: (address: string) => { name: string; arn: string; configurationSet?: string | undefined } | undefined;
  configurationSets: Map<string, { arn: string; wants: (eventType: string) => boolean }>;
};

const identitySchema = v.object({
  EmailIdentity: v.string(),
  ConfigurationSetAttributes: v.optional(v.object({ ConfigurationSetName: v.optional(v.string()) })),
});
const destinationSchema = v.object({
  ConfigurationSetName: v.string(),
  EventDestination: v.object({
    Enabled: v.optional(v.boolean(), true),
    MatchingEventTypes: v.array(v.string()),
    EventBridgeDestination: v.optional(v.object({ EventBusArn: v.string() })),
  }),
});

function read<Schema extends v.GenericSchema>(schema: Schema, resource: Resource): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, resource.properties);
  if (parsed.success) return parsed.output;
  throw new Error(`${resource.type} ${resource.stack}/${resource.logicalId}: ${v.summarize(parsed.issues)}`);
}

/** Templates write `SEND`, `DELIVERY_DELAY` or `send`, `deliveryDelay`; events write `Send`, `DeliveryDelay`. */
const plain = (eventType: string) => eventType.replaceAll("_", "").toLowerCase();

/** Reads identities, configuration sets and their EventBridge destinations. Identities count as verified. */
export function readMailSettings(template: ResolvedTemplate): MailSettings {
  const identities = resourcesOfType(template, "AWS::SES::EmailIdentity").map((resource) => {
    const { EmailIdentity, ConfigurationSetAttributes } = read(identitySchema, resource);
    const configurationSet = ConfigurationSetAttributes?.ConfigurationSetName;
    return { name: EmailIdentity.toLowerCase(), arn: resource.arn, configurationSet };
  });
  const destinations = resourcesOfType(template, "AWS::SES::ConfigurationSetEventDestination")
    .map((resource) => read(destinationSchema, resource))
    .filter(({ EventDestination }) => EventDestination.Enabled && EventDestination.EventBridgeDestination);
  const sets = resourcesOfType(template, "AWS::SES::ConfigurationSet").map(({ name, arn }) => {
    const wanted = destinations
      .filter(({ ConfigurationSetName }) => ConfigurationSetName === name)
      .flatMap(({ EventDestination }) => EventDestination.MatchingEventTypes.map(plain));
    return [name, { arn, wants: (eventType: string) => wanted.includes(plain(eventType)) }] as const;
  });
  return {
    configurationSets: new Map(sets),
    identityFor(address) {
      const domain = domainOf(address);
      return identities.find(
        ({ name }) => name === address.toLowerCase() || name === domain || domain.endsWith(`.${name}`),
      );
    },
  };
}
