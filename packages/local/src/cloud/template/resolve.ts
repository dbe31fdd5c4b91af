import { type Identity, identify } from "./identity.ts";
import { resolveValue, type Scope, TemplateError } from "./intrinsics.ts";
import type { ResolvedTemplate, Resource } from "./model.ts";
import type { Place } from "./place.ts";
import { refuseUnknownTypes } from "./resource-types.ts";

type RawResource = {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  Condition?: string;
};

/** A CloudFormation template as JSON, the sections this cloud reads. */
export type CloudFormationTemplate = {
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Conditions?: Record<string, unknown>;
  Resources: Record<string, RawResource>;
  Outputs?: Record<string, { Value: unknown; Condition?: string; Export?: { Name: unknown } }>;
};

export type ResolveOptions = {
  /** Stack name → template. */
  templates: Record<string, CloudFormationTemplate>;
  place: Place;
  /** Values for template parameters, by parameter name; their defaults serve otherwise. */
  parameters?: Record<string, string>;
};

/** What the CDK's own bootstrap stack would have stored: every synthesized template asks for it. */
const bootstrapVersion = "21";

/**
 * Resolves several stacks against each other: every intrinsic function, cross-stack imports, conditions, parameters
 * and the names AWS would choose. Throws `TemplateError` naming the stack and the logical id of what cannot be played.
 */
export function resolveTemplates(options: ResolveOptions): ResolvedTemplate {
  refuseUnknownTypes(options.templates);
  const stacks = new Map(Object.entries(options.templates));
  const scopes = new Map<string, StackScope>();
  const importValue = (exportName: string): unknown => {
    for (const scope of scopes.values()) {
      const found = scope.exported(exportName);
      if (found !== undefined) return found.value();
    }
    throw new TemplateError(`no stack exports ${exportName}`);
  };
  for (const [stack, template] of stacks) scopes.set(stack, stackScope(stack, template, options, importValue));
  return {
    resources: [...scopes.values()].flatMap((scope) => scope.resources()),
    outputs: Object.fromEntries([...scopes].map(([stack, scope]) => [stack, scope.outputs()])),
  };
}

type StackScope = {
  resources: () => Resource[];
  outputs: () => Record<string, string>;
  exported: (name: string) => { value: () => unknown } | undefined;
};

function stackScope(
  stack: string,
  template: CloudFormationTemplate,
  options: ResolveOptions,
  importValue: Scope["importValue"],
): StackScope {
  const { place } = options;
  const identities = new Map<string, Identity>();
  const pseudo: Record<string, unknown> = {
    "AWS::AccountId": place.account,
    "AWS::Region": place.region,
    "AWS::Partition": place.partition,
    "AWS::URLSuffix": place.urlSuffix,
    "AWS::StackName": stack,
    "AWS::StackId": `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${stack}/local`,
    "AWS::NotificationARNs": [],
    "AWS::NoValue": undefined,
  };

  const scopeAt = (at: string): Scope => ({
    at,
    ref: (name) => {
      if (name in pseudo) return pseudo[name];
      if (template.Parameters?.[name]) return parameter(name);
      return identityOf(name, at).ref;
    },
    getAtt: (logicalId, attribute) => identityOf(logicalId, at).attribute(attribute),
    importValue,
    condition: (name) => {
      const condition = template.Conditions?.[name];
      if (condition === undefined) throw new TemplateError(`${at}: no condition ${name}`);
      return resolveValue(condition, scopeAt(`${stack}/${name}`)) === true;
    },
    findInMap: (map, first, second) => {
      const found = template.Mappings?.[map]?.[first]?.[second];
      if (found === undefined) throw new TemplateError(`${at}: no mapping ${map}.${first}.${second}`);
      return found;
    },
  });

  const parameter = (name: string): unknown => {
    const given = options.parameters?.[name];
    if (given !== undefined) return given;
    const { Type: type, Default: fallback } = template.Parameters?.[name] ?? { Type: "String" };
    if (fallback === undefined) throw new TemplateError(`${stack}: parameter ${name} has no value`);
    if (!type.startsWith("AWS::SSM::Parameter::Value")) return fallback;
    return storedParameter(options.templates, String(fallback)) ?? missingParameter(stack, name, String(fallback));
  };

  const identityOf = (logicalId: string, at: string): Identity => {
    const known = identities.get(logicalId);
    if (known) return known;
    const raw = template.Resources[logicalId];
    if (!raw) throw new TemplateError(`${at}: refers to ${logicalId}, which ${stack} does not have`);
    const scope = scopeAt(`${stack}/${logicalId}`);
    const identity = identify(place, { stack, logicalId, type: raw.Type }, (property) =>
      resolveValue(raw.Properties?.[property], scope),
    );
    identities.set(logicalId, identity);
    return identity;
  };

  const present = (condition: string | undefined, at: string): boolean =>
    condition === undefined || scopeAt(at).condition(condition);

  return {
    resources: () =>
      Object.entries(template.Resources)
        .filter(([logicalId, raw]) => present(raw.Condition, `${stack}/${logicalId}`))
        .map(([logicalId, raw]) => {
          const at = `${stack}/${logicalId}`;
          const { name, arn, ref } = identityOf(logicalId, at);
          const properties = resolveValue(raw.Properties ?? {}, scopeAt(at)) as Record<string, unknown>;
          return { stack, logicalId, type: raw.Type, name, arn, ref, properties, metadata: raw.Metadata ?? {} };
        }),
    outputs: () =>
      Object.fromEntries(
        Object.entries(template.Outputs ?? {})
          .filter(([id, output]) => present(output.Condition, `${stack}/${id}`))
          .map(([id, output]) => [id, String(resolveValue(output.Value, scopeAt(`${stack}/${id}`)))]),
      ),
    exported: (name) => {
      for (const [id, output] of Object.entries(template.Outputs ?? {})) {
        const scope = scopeAt(`${stack}/${id}`);
        if (output.Export && resolveValue(output.Export.Name, scope) === name) {
          return { value: () => resolveValue(output.Value, scope) };
        }
      }
      return undefined;
    },
  };
}

function storedParameter(templates: Record<string, CloudFormationTemplate>, name: string): unknown {
  if (/^\/cdk-bootstrap\/[^/]+\/version$/.test(name)) return bootstrapVersion;
  const raw = Object.values(templates)
    .flatMap((template) => Object.values(template.Resources))
    .find((resource) => resource.Type === "AWS::SSM::Parameter" && resource.Properties?.Name === name);
  return typeof raw?.Properties?.Value === "string" ? raw.Properties.Value : undefined;
}

function missingParameter(stack: string, name: string, path: string): never {
  throw new TemplateError(`${stack}: parameter ${name} reads ${path} from SSM, which no stack stores`);
}
