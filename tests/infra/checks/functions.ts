import { describe, expect, it } from "vitest";
import { functionCatalog, functionNames } from "#infra/function-catalog.ts";
import type { Synthesis } from "#infra/synthesize.ts";
import { follow, type Placed, resourcesOf } from "../template.ts";

/** All that a function may be told by its environment (the agreement with functions/environment.ts). */
const allowedVariables: ReadonlySet<string> = new Set([
  "TABLE_NAME",
  "BUCKET_NAME",
  "BUS_NAME",
  "INTAKE_QUEUE_URL",
  "PUBLISH_QUEUE_URL",
  "RECONCILE_QUEUE_URL",
  "RESPOND_QUEUE_URL",
  "MEASURE_QUEUE_URL",
  "ROLLUP_QUEUE_URL",
  "REPORT_QUEUE_URL",
  "PLAN_QUEUE_URL",
  "DEAD_LETTERS_URL",
  "MAX_RECEIVES",
  "PARAMETERS_PATH",
  "PUBLIC_URL",
  "MAIL_FROM",
  "MAIL_CONFIGURATION_SET",
]);

/** Brought by SST for the upload of the dashboard; it runs during a deployment only. */
export function isOfSst({ logicalId }: Placed): boolean {
  return logicalId.startsWith("CustomResourceHandler");
}

export function checkFunctions(synthesis: Synthesis): void {
  const functions = resourcesOf(synthesis, "AWS::Lambda::Function").filter((resource) => !isOfSst(resource));

  describe("functions", () => {
    it("are those of the catalogue", () => {
      expect(functions.map(({ logicalId }) => logicalId.slice(0, -8)).toSorted()).toEqual(
        functionNames.map((name) => functionCatalog[name].id).toSorted(),
      );
    });

    it("run on Node 24 on arm64 without tracing", () => {
      for (const { properties } of functions) {
        expect(properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
        expect(properties.TracingConfig).toBeUndefined();
      }
    });

    it("each have a role of their own that only Lambda may take on", () => {
      const roles = functions.map((fn) => follow(synthesis, fn, fn.properties.Role));
      expect(new Set(roles.map(({ logicalId }) => logicalId)).size).toBe(functions.length);
      for (const { properties } of roles) {
        expect(properties.AssumeRolePolicyDocument).toMatchObject({
          Statement: [{ Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
        });
      }
    });

    it("get only variables that are agreed on", () => {
      for (const { properties, logicalId } of functions) {
        const environment = (properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
        for (const variable of Object.keys(environment.Variables ?? {})) {
          expect(allowedVariables.has(variable), `${logicalId} gets ${variable}`).toBe(true);
        }
      }
    });

    it("write to a log group of their own that forgets", () => {
      const groups = functions.map((fn) => {
        const { LogGroup } = fn.properties.LoggingConfig as { LogGroup: unknown };
        return follow(synthesis, fn, LogGroup);
      });
      expect(new Set(groups.map(({ logicalId }) => logicalId)).size).toBe(functions.length);
      for (const { properties } of groups) expect([14, 30, 90]).toContain(properties.RetentionInDays);
    });

    it("answer the HTTP API before it gives up after 30 seconds", () => {
      for (const integration of resourcesOf(synthesis, "AWS::ApiGatewayV2::Integration")) {
        const fn = follow(synthesis, integration, integration.properties.IntegrationUri);
        expect(Number(fn.properties.Timeout)).toBeLessThan(Number(integration.properties.TimeoutInMillis) / 1000);
        expect(Number(integration.properties.TimeoutInMillis)).toBeLessThanOrEqual(30_000);
      }
    });

    it("that nobody waits for leave what they failed to do on a dead-letter queue", () => {
      const unattended = functionNames.filter((name) => ["schedule", "bus"].includes(functionCatalog[name].calledBy));
      const configured = resourcesOf(synthesis, "AWS::Lambda::EventInvokeConfig").map((config) => {
        const { OnFailure } = config.properties.DestinationConfig as { OnFailure: { Destination: unknown } };
        expect(follow(synthesis, config, OnFailure.Destination).logicalId).toMatch(/^UndeliveredDead/);
        return follow(synthesis, config, config.properties.FunctionName).logicalId.slice(0, -8);
      });
      expect(configured.toSorted()).toEqual(unattended.map((name) => functionCatalog[name].id).toSorted());
    });

    it("that a rule calls may be called by that rule, and what the rule can't hand over is kept", () => {
      const permissions = resourcesOf(synthesis, "AWS::Lambda::Permission");
      for (const rule of resourcesOf(synthesis, "AWS::Events::Rule")) {
        const targets = rule.properties.Targets as { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
        for (const target of targets) {
          const fn = follow(synthesis, rule, target.Arn).logicalId;
          const allowed = permissions.some(
            (permission) =>
              permission.properties.Principal === "events.amazonaws.com" &&
              follow(synthesis, permission, permission.properties.SourceArn).logicalId === rule.logicalId &&
              follow(synthesis, permission, permission.properties.FunctionName).logicalId === fn,
          );
          expect(allowed, `${rule.logicalId} calls ${fn}`).toBe(true);
          expect(follow(synthesis, rule, target.DeadLetterConfig.Arn).logicalId).toMatch(/^UndeliveredDead/);
        }
      }
    });
  });
}
