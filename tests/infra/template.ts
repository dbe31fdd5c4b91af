import type { Synthesis, TemplateResource } from "#infra/synthesize.ts";

/** A resource together with where it stands. */
export type Placed = {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
  readonly resource: TemplateResource;
};

/** Every resource of all stacks, or those of one type. */
export function resourcesOf(synthesis: Synthesis, type?: string): Placed[] {
  return Object.entries(synthesis.templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => type === undefined || resource.Type === type)
      .map(([logicalId, resource]) => ({
        stack,
        logicalId,
        type: resource.Type,
        properties: resource.Properties ?? {},
        resource,
      })),
  );
}

/** The only resource of a type. */
export function theOnly(synthesis: Synthesis, type: string): Placed {
  const [only, ...others] = resourcesOf(synthesis, type);
  if (!only || others.length > 0) throw new Error(`Expected one ${type}, found ${others.length + (only ? 1 : 0)}`);
  return only;
}

/** Follows a Ref, GetAtt or ImportValue to the resource it names, across stacks. */
export function follow(synthesis: Synthesis, from: Placed, value: unknown): Placed {
  const reference = referenceIn(value);
  if (reference?.export !== undefined) {
    for (const [stack, template] of Object.entries(synthesis.templates)) {
      for (const output of Object.values(template.Outputs ?? {})) {
        if (output.Export?.Name === reference.export) return follow(synthesis, { ...from, stack }, output.Value);
      }
    }
    throw new Error(`Nothing exports ${reference.export}`);
  }
  const found = resourcesOf(synthesis).find(
    ({ stack, logicalId }) => stack === from.stack && logicalId === reference?.logicalId,
  );
  if (!found) throw new Error(`${from.stack}/${from.logicalId} names no resource: ${JSON.stringify(value)}`);
  return found;
}

function referenceIn(value: unknown): { export?: string; logicalId?: string } | undefined {
  const node = value as { Ref?: string; "Fn::GetAtt"?: [string, string]; "Fn::ImportValue"?: string };
  if (node["Fn::ImportValue"] !== undefined) return { export: node["Fn::ImportValue"] };
  const logicalId = node.Ref ?? node["Fn::GetAtt"]?.[0];
  return logicalId === undefined ? undefined : { logicalId };
}

export type Statement = {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource: unknown;
  Principal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
};

/** A value of a template that may be one or a list, as a list. */
export function listOf<Value>(value: Value | Value[] | undefined): Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The statements of the policies inside a role. */
export function statementsOf(role: Placed): Statement[] {
  const policies = (role.properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  return policies.flatMap((policy) => policy.PolicyDocument.Statement);
}

/** An ARN or name of a template as readable text: literal parts kept, references in angle brackets. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const join = (value as { "Fn::Join"?: [string, unknown[]] })["Fn::Join"];
  if (join) return join[1].map(textOf).join(join[0]);
  return `<${Object.values(value as object)
    .flat()
    .join(".")}>`;
}
