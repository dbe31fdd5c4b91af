import { isObject, type Json, type JsonObject } from "./event.ts";

/** How a rule shapes what its target receives; at most one of the three is set. */
export type InputShape = {
  Input?: string | undefined;
  InputPath?: string | undefined;
  InputTransformer?: { InputTemplate: string; InputPathsMap?: Record<string, string> | undefined } | undefined;
};

export type RuleIdentity = { name: string; arn: string };

/** Reads a JSON path of the simple form EventBridge takes: `$.detail.lines[0].sku`, `$.detail['a b']`. */
export function readPath(event: Json, path: string): Json | undefined {
  let value: Json | undefined = event;
  for (const [, name, quoted, index] of path.slice(1).matchAll(/\.([^.[\]]+)|\['([^']+)'\]|\[(\d+)\]/g)) {
    if (index !== undefined) value = Array.isArray(value) ? value[Number(index)] : undefined;
    else value = isObject(value) ? value[name ?? quoted ?? ""] : undefined;
  }
  return value;
}

function predefined(event: JsonObject, rule: RuleIdentity): Record<string, Json | undefined> {
  const { detail: _detail, ...withoutDetail } = event;
  return {
    "aws.events.rule-arn": rule.arn,
    "aws.events.rule-name": rule.name,
    "aws.events.event": withoutDetail,
    "aws.events.event.json": event,
    "aws.events.event.ingestion-time": event.time,
  };
}

const isPlain = (value: Json | undefined) => value === undefined || typeof value !== "object" || value === null;

/** Inside quotes a value is written as text; outside them as JSON. A path that finds nothing is "" or null. */
function fill(template: string, values: Record<string, Json | undefined>): string {
  let quoted = false;
  return template.replace(/\\.|"|<([\w.-]+)>/g, (token, name: string | undefined) => {
    if (token === '"') quoted = !quoted;
    if (name === undefined || !Object.hasOwn(values, name)) return token;
    const value = values[name];
    if (!quoted) return JSON.stringify(value ?? null);
    const text = value === undefined ? "" : isPlain(value) ? String(value) : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
}

/**
 * Makes the JSON value a target receives.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function shapeInput(shape: InputShape, event: JsonObject, rule: RuleIdentity): Json {
  if (shape.Input !== undefined) return JSON.parse(shape.Input) as Json;
  if (shape.InputPath !== undefined) return readPath(event, shape.InputPath) ?? null;
  if (!shape.InputTransformer) return event;
  const { InputTemplate, InputPathsMap = {} } = shape.InputTransformer;
  const values = Object.fromEntries(Object.entries(InputPathsMap).map(([name, path]) => [name, readPath(event, path)]));
  const filled = fill(InputTemplate, { ...predefined(event, rule), ...values });
  try {
    return JSON.parse(filled) as Json;
  } catch {
    return filled;
  }
}
