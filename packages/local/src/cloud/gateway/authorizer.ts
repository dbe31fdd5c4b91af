import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { Place } from "../template/place.ts";
import type { Caller } from "./engine.ts";
import type { Policies } from "./policies.ts";
import type { Need } from "./requests.ts";

/** Why a call is refused, in IAM's words. */
export type Refusal = { message: string };

/** Decides whether a caller may do all a request needs; `undefined` when it may. */
export type Authorize = (caller: Caller, needs: Need[]) => Promise<Refusal | undefined>;

/** Decisions kept before the memory is emptied: keys in buckets make resources endless. */
const rememberedDecisions = 20_000;

/**
 * Checks each need against the role's synthesized policies and the policy on the resource, as IAM would; decisions are
 * remembered by role, action, resource and condition values. The operator may do everything. Calls on this machine
 * stand for calls over TLS.
 */
export function createAuthorizer(policies: Policies, place: Place): Authorize {
  const decisions = new Map<string, Promise<string | undefined>>();

  const decide = async (role: string, principal: string, need: Need): Promise<string | undefined> => {
    const result = await runSimulation(
      {
        request: {
          action: need.action,
          principal,
          resource: { resource: need.resource, accountId: place.account },
          contextVariables: { "aws:SecureTransport": "true", "aws:PrincipalAccount": place.account, ...need.context },
        },
        identityPolicies: policies.ofRole(role),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        resourcePolicy: policies.onResource(need.resource),
      },
      {},
    );
    if (result.resultType === "error") return `could not be judged: ${describe(result.errors)}`;
    if (result.overallResult === "Allowed") return undefined;
    return result.overallResult === "ExplicitlyDenied"
      ? "with an explicit deny in a policy"
      : `because no identity-based policy allows the ${need.action} action`;
  };

  return async (caller, needs) => {
    if (caller.kind === "operator") return undefined;
    const principal = `arn:${place.partition}:sts::${place.account}:assumed-role/${caller.roleArn.split("/").at(-1)}/${caller.functionName}`;
    for (const need of needs) {
      const key = JSON.stringify([caller.roleArn, need.action, need.resource, need.context]);
      if (decisions.size > rememberedDecisions) decisions.clear();
      const decision = decisions.get(key) ?? decide(caller.roleArn, principal, need);
      decisions.set(key, decision);
      const reason = await decision;
      if (reason !== undefined) {
        return {
          message: `User: ${principal} is not authorized to perform: ${need.action} on resource: ${need.resource} ${reason}`,
        };
      }
    }
    return undefined;
  };
}

function describe(errors: { message: string }): string {
  return JSON.stringify(errors);
}
