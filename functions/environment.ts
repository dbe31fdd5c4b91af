/** A variable that infra gives this function; one that is missing is a mistake of the deployment. */
export function environment(name: EnvironmentName): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing`);
  return value;
}

export type EnvironmentName =
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
