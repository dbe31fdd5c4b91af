import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { EngineAnswer, EngineHandler } from "../gateway/engine.ts";
import { type ResolvedTemplate, resourcesOfType } from "../template/model.ts";
import { arnOf, type Place } from "../template/place.ts";

type StoredParameter = {
  type: "String" | "StringList" | "SecureString";
  value: string;
  version: number;
  /** Epoch milliseconds. */
  modifiedAt: number;
};

type Input = Record<string, unknown>;

class SsmError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * SSM Parameter Store: the four calls functions and set-up make, plus deletion. Parameters live in one JSON file,
 * replaced as a whole so that a kill leaves either the old or the new one. The template's own parameters are written
 * at every start.
 */
export function startSsm(options: {
  template: ResolvedTemplate;
  dataDir: string;
  place: Place;
  now?: () => number;
}): EngineHandler {
  const now = options.now ?? Date.now;
  const file = join(options.dataDir, "parameters.json");
  mkdirSync(options.dataDir, { recursive: true });
  const stored = new Map<string, StoredParameter>(
    existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, StoredParameter>) : [],
  );

  const put = (name: string, type: StoredParameter["type"], value: string): number => {
    const version = (stored.get(name)?.version ?? 0) + 1;
    stored.set(name, { type, value, version, modifiedAt: now() });
    return version;
  };
  for (const { name, properties } of resourcesOfType(options.template, "AWS::SSM::Parameter")) {
    const value = String(properties.Value);
    if (stored.get(name)?.value !== value) put(name, properties.Type as StoredParameter["type"], value);
  }
  save(file, stored);

  const describe = (name: string, withDecryption: unknown): Record<string, unknown> => {
    const parameter = stored.get(name);
    if (!parameter) throw new SsmError("ParameterNotFound", `Parameter ${name} not found.`);
    const hidden = parameter.type === "SecureString" && withDecryption !== true;
    return {
      Name: name,
      Type: parameter.type,
      Value: hidden ? `kms:local:${name}:${parameter.version}` : parameter.value,
      Version: parameter.version,
      LastModifiedDate: parameter.modifiedAt / 1000,
      ARN: arnOf(options.place, "ssm", `parameter/${name.replace(/^\//, "")}`),
      DataType: "text",
    };
  };

  const actions: Record<string, (input: Input) => unknown> = {
    GetParameter: (input) => ({ Parameter: describe(String(input.Name), input.WithDecryption) }),
    GetParameters: (input) => {
      const names = (input.Names as string[]) ?? [];
      return {
        Parameters: names.filter((name) => stored.has(name)).map((name) => describe(name, input.WithDecryption)),
        InvalidParameters: names.filter((name) => !stored.has(name)),
      };
    },
    GetParametersByPath: (input) => {
      const folder = `${String(input.Path).replace(/\/$/, "")}/`;
      const names = [...stored.keys()]
        .filter((name) => name.startsWith(folder))
        .filter((name) => input.Recursive === true || !name.slice(folder.length).includes("/"))
        .sort();
      const from = Number(input.NextToken ?? 0);
      const until = from + Number(input.MaxResults ?? 10);
      return {
        Parameters: names.slice(from, until).map((name) => describe(name, input.WithDecryption)),
        ...(until < names.length ? { NextToken: String(until) } : {}),
      };
    },
    PutParameter: (input) => {
      const name = String(input.Name);
      const before = stored.get(name);
      if (before && input.Overwrite !== true) {
        throw new SsmError(
          "ParameterAlreadyExists",
          `The parameter already exists. To overwrite this value, set the overwrite option in the request to true.`,
        );
      }
      const type = (input.Type as StoredParameter["type"] | undefined) ?? before?.type;
      if (!type) throw new SsmError("ValidationException", "A parameter type is required when you create a parameter.");
      if (typeof input.Value !== "string" || input.Value === "")
        throw new SsmError("ValidationException", "A value is required.");
      const version = put(name, type, input.Value);
      save(file, stored);
      return { Version: version, Tier: "Standard" };
    },
    DeleteParameter: (input) => {
      if (!stored.delete(String(input.Name)))
        throw new SsmError("ParameterNotFound", `Parameter ${input.Name} not found.`);
      save(file, stored);
      return {};
    },
  };

  return async (call) => {
    const action = actions[call.action];
    try {
      if (!action) throw new SsmError("UnknownOperationException", `${call.action} is not played here`);
      return answer(200, action(JSON.parse(call.body.toString("utf8") || "{}") as Input));
    } catch (error) {
      if (!(error instanceof SsmError)) throw error;
      return answer(400, { __type: error.code, message: error.message });
    }
  };
}

function answer(status: number, body: unknown): EngineAnswer {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(body) };
}

function save(file: string, parameters: ReadonlyMap<string, StoredParameter>): void {
  const next = `${file}.next`;
  const descriptor = openSync(next, "w", 0o600);
  try {
    writeSync(descriptor, JSON.stringify(Object.fromEntries(parameters), null, 2));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(next, file);
}
