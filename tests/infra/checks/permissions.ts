import { describe, expect, it } from "vitest";
import { type FunctionName, functionCatalog } from "#infra/function-catalog.ts";
import type { Synthesis } from "#infra/synthesize.ts";
import { follow, listOf, resourcesOf, statementsOf, textOf } from "../template.ts";
import { isOfSst } from "./functions.ts";

/** The only resources that end in a wildcard, and why there is no exact name. */
const wildcards: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^<[\w.:-]*Bucket\w+Arn\w*>\/(media|imports|reports)\/\*$/,
    reason: "objects of one folder of our bucket",
  },
  { pattern: /:parameter\/dopys\/production\/platforms\/\*$/, reason: "one parameter per platform app" },
];

export function checkPermissions(synthesis: Synthesis): void {
  const granted = resourcesOf(synthesis, "AWS::Lambda::Function")
    .filter((resource) => !isOfSst(resource))
    .map((fn) => ({ fn, role: follow(synthesis, fn, fn.properties.Role) }));
  const statements = granted.flatMap(({ role }) => statementsOf(role));
  const actionsOf = (name: FunctionName, service: string) =>
    granted
      .filter(({ fn }) => fn.logicalId.slice(0, -8) === functionCatalog[name].id)
      .flatMap(({ role }) => statementsOf(role).flatMap(({ Action }) => listOf(Action)))
      .filter((action) => action.startsWith(`${service}:`));

  describe("permissions", () => {
    it("name every action", () => {
      for (const { Action } of statements) for (const action of listOf(Action)) expect(action).not.toContain("*");
    });

    it("name every resource, except below folders of our own", () => {
      for (const { Resource } of statements) {
        for (const resource of listOf(Resource)
          .map(textOf)
          .filter((text) => text.includes("*"))) {
          expect(
            wildcards.some(({ pattern }) => pattern.test(resource)),
            resource,
          ).toBe(true);
        }
      }
    });

    it("come from nowhere but the role itself", () => {
      for (const { role } of granted) expect(role.properties.ManagedPolicyArns).toBeUndefined();
      const policies = resourcesOf(synthesis, "AWS::IAM::Policy").concat(
        resourcesOf(synthesis, "AWS::IAM::ManagedPolicy"),
      );
      for (const policy of policies) {
        for (const role of listOf(policy.properties.Roles)) {
          expect(follow(synthesis, policy, role).logicalId).toMatch(/^CustomResourceHandler/);
        }
      }
    });

    it("let nobody scan, change the table itself, or write in transactions", () => {
      const used = statements
        .flatMap(({ Action }) => listOf(Action))
        .filter((action) => action.startsWith("dynamodb:"))
        .map((action) => action.slice("dynamodb:".length));
      const allowed = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"];
      expect(used.filter((action) => !allowed.includes(action))).toEqual([]);
    });

    it("let the webhook function queue deliveries and read platform apps, nothing else", () => {
      const { role } = granted.find(({ fn }) => fn.logicalId.startsWith("Hooks")) ?? {};
      const actions = role && statementsOf(role).flatMap(({ Action }) => listOf(Action));
      expect(actions).toEqual([
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "sqs:SendMessage",
        "ssm:GetParametersByPath",
      ]);
    });

    it("let only the functions that mail send mail, and only as our address through our configuration set", () => {
      for (const { fn, role } of granted) {
        for (const statement of statementsOf(role)) {
          if (!listOf(statement.Action).includes("ses:SendEmail")) continue;
          expect(["Api", "React", "Report"]).toContain(fn.logicalId.slice(0, -8));
          expect(statement.Condition).toEqual({ StringEquals: { "ses:FromAddress": "dopys@dopys.example" } });
          expect(listOf(statement.Resource).map(textOf).join(" ")).toMatch(/identity\/.+ .+configuration-set\//);
        }
      }
    });

    it("keep the master key from what never talks to a platform", () => {
      for (const name of [
        "hooks",
        "hooksPush",
        "tick",
        "rollup",
        "scheduleReport",
        "schedulePlan",
        "plan",
        "mailEvents",
      ] as const) {
        const { role } = granted.find(({ fn }) => fn.logicalId.slice(0, -8) === functionCatalog[name].id) ?? {};
        expect(JSON.stringify(role && statementsOf(role))).not.toContain("master-key");
      }
    });

    it("let each function that reads a folder of the bucket hear what is not there, and list nothing else", () => {
      const readers: string[] = [];
      for (const { fn, role } of granted) {
        const given = statementsOf(role).filter(({ Action }) => listOf(Action).includes("s3:ListBucket"));
        const read = statementsOf(role)
          .filter(({ Action }) => listOf(Action).includes("s3:GetObject"))
          .flatMap(({ Resource }) => listOf(Resource).map(textOf));
        expect(given).toHaveLength(read.length > 0 ? 1 : 0);
        for (const { Action, Resource, Condition } of given) {
          readers.push(fn.logicalId.slice(0, -8));
          expect(listOf(Action)).toEqual(["s3:ListBucket"]);
          expect(listOf(Resource).map(textOf)).toEqual([expect.stringMatching(/^<[\w.:-]*Bucket\w+Arn\w*>$/)]);
          const folders = read.map((resource) => resource.replace(/^<.*>\//, ""));
          expect(Condition).toEqual({ StringLike: { "s3:prefix": folders } });
        }
      }
      expect(readers.toSorted()).toEqual(["Api", "Plan", "Publish", "Reconcile", "Report", "ReportPreview"]);
    });

    it("let only the API write objects, and the planner, which fetches pictures and keeps the rows of tables", () => {
      const writers = (Object.keys(functionCatalog) as FunctionName[]).filter((name) =>
        actionsOf(name, "s3").includes("s3:PutObject"),
      );
      expect(writers.toSorted()).toEqual(["api", "plan"]);
    });
  });
}
