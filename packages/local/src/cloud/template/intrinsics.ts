/** What an intrinsic function may ask about the stack it stands in. */
export type Scope = {
  /** Where the value stands, for messages: `Stack/LogicalId`. */
  at: string;
  /** Value of `Ref`: parameter, pseudo parameter or resource. `undefined` is `AWS::NoValue`. */
  ref: (name: string) => unknown;
  getAtt: (logicalId: string, attribute: string) => unknown;
  importValue: (exportName: string) => unknown;
  condition: (name: string) => boolean;
  findInMap: (map: string, first: string, second: string) => unknown;
};

/** The template cannot be played; the message names the stack, the logical id and what is wrong. */
export class TemplateError extends Error {
  override name = "TemplateError";
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const text = (value: unknown, scope: Scope): string => {
  const resolved = resolveValue(value, scope);
  if (resolved === undefined || resolved === null || typeof resolved === "object") {
    throw new TemplateError(`${scope.at}: expected text, got ${JSON.stringify(resolved)}`);
  }
  return String(resolved);
};

const list = (value: unknown, scope: Scope): unknown[] => {
  const resolved = resolveValue(value, scope);
  if (!Array.isArray(resolved))
    throw new TemplateError(`${scope.at}: expected a list, got ${JSON.stringify(resolved)}`);
  return resolved;
};

const pair = (value: unknown, name: string, scope: Scope): [unknown, unknown, ...unknown[]] => {
  if (!Array.isArray(value) || value.length < 2) throw new TemplateError(`${scope.at}: ${name} needs its arguments`);
  return value as [unknown, unknown, ...unknown[]];
};

const truth = (value: unknown, scope: Scope): boolean => {
  const resolved = resolveValue(value, scope);
  return resolved === true || resolved === "true";
};

const intrinsics: Record<string, Intrinsic> = {
  Ref: (argument, scope) => scope.ref(String(argument)),
  "Fn::GetAtt": (argument, scope) => {
    const [id, attribute] = Array.isArray(argument)
      ? [String(argument[0]), text(argument[1], scope)]
      : splitOnce(String(argument), ".");
    return scope.getAtt(id, attribute);
  },
  "Fn::Sub": (argument, scope) => substitute(argument, scope),
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = pair(argument, "Fn::Join", scope);
    return list(parts, scope).map(String).join(String(separator));
  },
  "Fn::Select": (argument, scope) => {
    const [index, values] = pair(argument, "Fn::Select", scope);
    const chosen = list(values, scope)[Number(text(index, scope))];
    if (chosen === undefined) throw new TemplateError(`${scope.at}: Fn::Select is out of range`);
    return chosen;
  },
  "Fn::Split": (argument, scope) => {
    const [separator, value] = pair(argument, "Fn::Split", scope);
    return text(value, scope).split(String(separator));
  },
  "Fn::ImportValue": (argument, scope) => scope.importValue(text(argument, scope)),
  "Fn::If": (argument, scope) => {
    const [name, then, otherwise] = pair(argument, "Fn::If", scope);
    return resolveValue(scope.condition(String(name)) ? then : otherwise, scope);
  },
  "Fn::Equals": (argument, scope) => {
    const [left, right] = pair(argument, "Fn::Equals", scope);
    return JSON.stringify(resolveValue(left, scope)) === JSON.stringify(resolveValue(right, scope));
  },
  "Fn::And": (argument, scope) => (argument as unknown[]).every((each) => truth(each, scope)),
  "Fn::Or": (argument, scope) => (argument as unknown[]).some((each) => truth(each, scope)),
  "Fn::Not": (argument, scope) => !truth((argument as unknown[])[0], scope),
  Condition: (argument, scope) => scope.condition(String(argument)),
  "Fn::FindInMap": (argument, scope) => {
    const [map, first, second] = pair(argument, "Fn::FindInMap", scope);
    return scope.findInMap(text(map, scope), text(first, scope), text(second, scope));
  },
  "Fn::Base64": (argument, scope) => Buffer.from(text(argument, scope)).toString("base64"),
  "Fn::Length": (argument, scope) => list(argument, scope).length,
  "Fn::ToJsonString": (argument, scope) => JSON.stringify(resolveValue(argument, scope)),
  "Fn::GetAZs": (argument, scope) => {
    const region = text(argument, scope) || String(scope.ref("AWS::Region"));
    return ["a", "b", "c"].map((zone) => `${region}${zone}`);
  },
};

/**
 * Replaces every intrinsic function in `value` by what it stands for; `AWS::NoValue` takes its property or list entry
 * away. Throws `TemplateError` for a function this cloud does not know.
 */
export function resolveValue(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => resolveValue(each, scope)).filter((each) => each !== undefined);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (
    only &&
    (only[0].startsWith("Fn::") || only[0] === "Ref" || (only[0] === "Condition" && typeof only[1] === "string"))
  ) {
    const intrinsic = intrinsics[only[0]];
    if (!intrinsic) throw new TemplateError(`${scope.at}: unknown intrinsic function ${only[0]}`);
    return intrinsic(only[1], scope);
  }
  const resolved: Record<string, unknown> = {};
  for (const [key, each] of entries) {
    const result = resolveValue(each, scope);
    if (result !== undefined) resolved[key] = result;
  }
  return resolved;
}

function substitute(argument: unknown, scope: Scope): string {
  const [pattern, variables] = Array.isArray(argument)
    ? [String(argument[0]), (argument[1] ?? {}) as Record<string, unknown>]
    : [String(argument), {} as Record<string, unknown>];
  return pattern.replace(/\$\{([^}]+)\}/g, (_whole, inner: string) => {
    if (inner.startsWith("!")) return `\${${inner.slice(1)}}`;
    const name = inner.trim();
    if (name in variables) return text(variables[name], scope);
    if (name.includes(".")) {
      const [id, attribute] = splitOnce(name, ".");
      return String(scope.getAtt(id, attribute));
    }
    return text({ Ref: name }, scope);
  });
}

function splitOnce(value: string, separator: string): [string, string] {
  const at = value.indexOf(separator);
  return [value.slice(0, at), value.slice(at + 1)];
}
