import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { derivedId } from "../template/place.ts";
import type { Caller } from "./engine.ts";

export type Credentials = { accessKeyId: string; secretAccessKey: string };

/** Everyone who may sign calls. Each environment of a function has its own key, as each has its own session in AWS. */
export type Callers = {
  /** For administration and tests: allowed everything. */
  operator: Credentials;
  /** Makes a function known and returns the credentials of its environments by their number. */
  register: (functionName: string, roleArn: string) => (environment: number) => Credentials;
  /** While an environment loads its module, its calls count as `init`. */
  setPhase: (accessKeyId: string, phase: "init" | "invocation") => void;
  /** `undefined` for a key this cloud never gave. */
  identify: (accessKeyId: string) => Caller | undefined;
  secretOf: (accessKeyId: string) => string;
};

const operatorKey = "LKIAOPERATOR00000000";

/**
 * Access keys derive from the function's name and secrets from one random seed kept in `dataDir`, so a presigned URL
 * handed out before a restart is still good after it.
 */
export function openCallers(dataDir: string): Callers {
  const seed = keptSeed(dataDir);
  const functions = new Map<string, { functionName: string; roleArn: string }>();
  const initializing = new Set<string>();
  const secretOf = (accessKeyId: string): string => createHmac("sha256", seed).update(accessKeyId).digest("base64url");

  return {
    operator: { accessKeyId: operatorKey, secretAccessKey: secretOf(operatorKey) },
    register: (functionName, roleArn) => {
      const prefix = `LKIA${derivedId(functionName, 10).toUpperCase()}`;
      functions.set(prefix, { functionName, roleArn });
      return (environment) => {
        const accessKeyId = `${prefix}${environment.toString(36).toUpperCase().padStart(6, "0")}`;
        return { accessKeyId, secretAccessKey: secretOf(accessKeyId) };
      };
    },
    setPhase: (accessKeyId, phase) => {
      if (phase === "init") initializing.add(accessKeyId);
      else initializing.delete(accessKeyId);
    },
    identify: (accessKeyId) => {
      if (accessKeyId === operatorKey) return { kind: "operator" };
      const known = functions.get(accessKeyId.slice(0, 14));
      if (!known || accessKeyId.length !== 20) return undefined;
      return { kind: "function", ...known, phase: initializing.has(accessKeyId) ? "init" : "invocation" };
    },
    secretOf,
  };
}

function keptSeed(dataDir: string): string {
  const file = join(dataDir, "gateway-seed");
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(file)) return readFileSync(file, "utf8");
  const seed = randomBytes(32).toString("hex");
  writeFileSync(file, seed, { mode: 0o600 });
  return seed;
}
