/** A variable that infra, or Lambda itself, gives this function; one that is missing is a mistake of the deployment. */
export function environment(name: EnvironmentName): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing`);
  return value;
}

/** The credentials that Lambda gives an execution environment, good for its life. */
export const ownCredentials = () => ({
  accessKeyId: environment("AWS_ACCESS_KEY_ID"),
  secretAccessKey: environment("AWS_SECRET_ACCESS_KEY"),
  sessionToken: process.env.AWS_SESSION_TOKEN,
});

export type EnvironmentName =
  | "AWS_REGION"
  | "AWS_ACCESS_KEY_ID"
  | "AWS_SECRET_ACCESS_KEY"
  | "DEAD_LETTERS_URL"
  | "MAX_RECEIVES"
  | "TABLE_NAME"
  | "BUCKET_NAME"
  | "BUS_NAME"
  | "INTAKE_QUEUE_URL"
  | "PUBLISH_QUEUE_URL"
  | "RECONCILE_QUEUE_URL"
  | "RESPOND_QUEUE_URL"
  | "MEASURE_QUEUE_URL"
  | "ROLLUP_QUEUE_URL"
  | "REPORT_QUEUE_URL"
  | "PLAN_QUEUE_URL"
  | "PARAMETERS_PATH"
  | "PUBLIC_URL"
  | "MAIL_FROM"
  | "MAIL_CONFIGURATION_SET";
