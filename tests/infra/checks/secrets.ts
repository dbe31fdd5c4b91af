import { describe, expect, it } from "vitest";
import type { Synthesis } from "#infra/synthesize.ts";
import { resourcesOf } from "../template.ts";

/** How secrets look: keys of AWS, of Meta, private keys, JSON web tokens, long unbroken random strings. */
const secretLooking: readonly RegExp[] = [
  /AKIA[0-9A-Z]{16}/,
  /EAA[0-9A-Za-z]{40,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /eyJ[\w-]{10,}\.[\w-]{10,}\./,
  /^[A-Za-z0-9+/]{40,}={0,2}$/,
];

/** Content hashes of assets, which are public names. */
const assetHash = /^[0-9a-f]{64}(\.zip)?$/;

/** Names that the template gives to its own parts. */
const references: ReadonlySet<string> = new Set([
  "Ref",
  "Fn::GetAtt",
  "Fn::ImportValue",
  "DependsOn",
  "Export",
  "PolicyName",
]);

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => (references.has(key) ? [] : stringsIn(inner)));
}

export function checkSecrets(synthesis: Synthesis): void {
  describe("secrets", () => {
    it("are in no template", () => {
      const strings = stringsIn(synthesis.templates).filter(
        (text) => !assetHash.test(text) && !text.includes(synthesis.stage),
      );
      expect(strings.filter((text) => secretLooking.some((pattern) => pattern.test(text)))).toEqual([]);
    });

    it("are found by what this test takes for a secret", () => {
      const samples = [
        "AKIAIOSFODNN7EXAMPLE",
        `EAA${"b".repeat(50)}`,
        "-----BEGIN PRIVATE KEY-----",
        `${"q7".repeat(22)}=`,
      ];
      for (const sample of samples)
        expect(
          secretLooking.some((pattern) => pattern.test(sample)),
          sample,
        ).toBe(true);
    });

    it("are put into the parameter store by the operator, not by the deployment", () => {
      const parameters = resourcesOf(synthesis, "AWS::SSM::Parameter");
      for (const { properties } of parameters) expect(String(properties.Name)).not.toMatch(/^\/dopys\//);
      expect(resourcesOf(synthesis, "AWS::SecretsManager::Secret")).toEqual([]);
    });

    it("are never a function's variable: it learns where they are, not what they are", () => {
      for (const { properties } of resourcesOf(synthesis, "AWS::Lambda::Function")) {
        const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
        for (const name of Object.keys(Variables)) expect(name).not.toMatch(/SECRET|TOKEN|PASSWORD|_KEY$/);
      }
    });
  });
}
