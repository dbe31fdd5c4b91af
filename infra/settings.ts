import type { App } from "sst/constructs";
import * as v from "valibot";

/** Where the dashboard's files come from when they are uploaded with the deployment. */
export type SiteSource = {
  /** Directory from the project's root. */
  readonly path: string;
  /** Run in `path` before the upload. */
  readonly buildCommand?: string;
  /** Directory below `path` that holds the built files. */
  readonly buildOutput?: string;
  /** Where SST writes the types of the site's variables (there are none), from `path`. */
  readonly vite?: { readonly types: string };
};

const httpOrigin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/?#]+$/, "an origin such as https://dopys.example.com"));

const operatorSettings = v.object({
  /** The product's own origin; without it, it is the distribution's `*.cloudfront.net`. */
  publicUrl: v.optional(httpOrigin),
  /** ARN of a certificate in us-east-1 for the host of `publicUrl`. */
  certificateArn: v.optional(v.pipe(v.string(), v.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/))),
  /** The address that sign-in links and reports are sent from. */
  mailFrom: v.pipe(v.string(), v.email()),
  /** The SES identity that `mailFrom` belongs to: its domain, unless only the address itself can be verified. */
  mailIdentity: v.optional(v.pipe(v.string(), v.minLength(3))),
  /** Who is mailed when an alarm goes off. */
  alarmEmail: v.optional(v.pipe(v.string(), v.email())),
});

export type OperatorSettings = v.InferOutput<typeof operatorSettings>;
export type Settings = OperatorSettings & { readonly site?: SiteSource };

const variables = {
  publicUrl: "DOPYS_PUBLIC_URL",
  certificateArn: "DOPYS_CERTIFICATE_ARN",
  mailFrom: "DOPYS_MAIL_FROM",
  mailIdentity: "DOPYS_MAIL_IDENTITY",
  alarmEmail: "DOPYS_ALARM_EMAIL",
} as const satisfies Record<keyof OperatorSettings, string>;

/**
 * The operator's settings from environment variables (`DOPYS_MAIL_FROM` is the only one that must be set).
 * Throws one error that names every variable that is missing or malformed.
 */
export function settingsFromEnvironment(environment: Record<string, string | undefined>): OperatorSettings {
  const given = Object.entries(variables).map(([setting, variable]) => [setting, environment[variable] || undefined]);
  const parsed = v.safeParse(operatorSettings, Object.fromEntries(given));
  if (parsed.success) return parsed.output;
  const complaints = parsed.issues.map((issue) => {
    const setting = issue.path?.[0]?.key as keyof typeof variables;
    return `  ${variables[setting]}: ${issue.message}`;
  });
  throw new Error(`The deployment's settings are incomplete (see docs/operate.md):\n${complaints.join("\n")}`);
}

/** The domain of an e-mail address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

const productionStages: ReadonlySet<string> = new Set(["production", "prod"]);

/** Production stages keep their data: whatever is deleted from the template stays in the account. */
export function isProduction(stage: string): boolean {
  return productionStages.has(stage);
}

const contextKey = "dopys:settings";

/** Makes the settings readable by every stack of the app; call it before the first stack. */
export function provideSettings(app: App, settings: Settings): void {
  app.node.setContext(contextKey, settings);
}

/** The settings given to `provideSettings`. */
export function settingsOf(app: App): Settings {
  return app.node.getContext(contextKey) as Settings;
}

/** Where the operator puts the secrets of a stage: below this path of the SSM Parameter Store. */
export function parametersPath(stage: string): string {
  return `/dopys/${stage}`;
}
