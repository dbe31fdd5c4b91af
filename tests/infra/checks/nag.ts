import { Aspects, Stack } from "aws-cdk-lib";
import {
  AwsSolutionsChecks,
  type INagLogger,
  type NagLoggerNonComplianceData,
  type NagLoggerSuppressedData,
  NagSuppressions,
} from "cdk-nag";
import type { App } from "sst/constructs";
import { describe, expect, it } from "vitest";
import { nagSuppressions, type Suppression } from "#infra/nag-suppressions.ts";

type Finding = { readonly rule: string; readonly path: string; readonly finding: string };
export type NagWatch = {
  readonly inspect: (app: App) => void;
  readonly open: Finding[];
  readonly suppressedFor: Set<string>;
};

/** Collects what cdk-nag finds while an app is synthesized with `inspect`. */
export function watchNag(): NagWatch {
  const open: Finding[] = [];
  const suppressedFor = new Set<string>();
  const logger: INagLogger = {
    onCompliance: () => undefined,
    onNonCompliance: ({ ruleId, resource, findingId }: NagLoggerNonComplianceData) => {
      open.push({ rule: ruleId, path: resource.node.path, finding: findingId });
    },
    onSuppressed: ({ suppressionReason }: NagLoggerSuppressedData) => {
      suppressedFor.add(suppressionReason);
    },
    onError: ({ ruleId, resource, errorMessage }) => {
      open.push({ rule: ruleId, path: resource.node.path, finding: errorMessage });
    },
    onSuppressedError: () => undefined,
    onNotApplicable: () => undefined,
  };
  const inspect = (app: App) => {
    for (const suppression of nagSuppressions) suppress(app, suppression);
    Aspects.of(app).add(new AwsSolutionsChecks({ reports: false, additionalLoggers: [logger] }));
  };
  return { inspect, open, suppressedFor };
}

function suppress(app: App, { path, rule, reason, findings }: Suppression): void {
  const wanted = path.replace(/\*$/, "");
  for (const construct of app.node.findAll()) {
    const behindStage = construct.node.path.replace(`${app.stage}-dopys-`, "");
    const meant = path.endsWith("*") ? behindStage.startsWith(wanted) : behindStage === wanted;
    if (!meant || construct instanceof Stack) continue;
    const appliesTo = findings?.map((finding) =>
      typeof finding === "string" ? finding : { regex: `/${finding.source}/g` },
    );
    NagSuppressions.addResourceSuppressions(construct, [{ id: rule, reason, ...(appliesTo ? { appliesTo } : {}) }]);
  }
}

export function checkNag({ open, suppressedFor }: NagWatch): void {
  describe("the AwsSolutions rules of cdk-nag", () => {
    it("are followed, or answered with a reason", () => {
      expect(open).toEqual([]);
    });

    it("are answered only where they would complain", () => {
      const idle = nagSuppressions.filter(({ reason }) => ![...suppressedFor].some((given) => given.includes(reason)));
      expect(idle.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
    });
  });
}
