import { findResource, type ResolvedTemplate, type Resource, resourcesOfType } from "../template/model.ts";

export type PolicyDocument = { Version?: string; Statement: unknown };
export type NamedPolicy = { name: string; policy: PolicyDocument };

/** The policies of the played template, found by what they are attached to. */
export type Policies = {
  /** Inline, attached and separate policies of a role. */
  ofRole: (roleArn: string) => NamedPolicy[];
  /** Policy on the resource itself: a bucket's or a queue's. */
  onResource: (resourceArn: string) => PolicyDocument | undefined;
};

/** AWS's own managed policies that functions' roles carry; the logs they grant are not played, so they grant nothing here. */
const withoutEffectHere =
  /policy\/service-role\/(AWSLambdaBasicExecutionRole|AWSLambdaVPCAccessExecutionRole)$|policy\/AWSXRayDaemonWriteAccess$/;

/** Collects every policy of the template. Throws for an AWS managed policy whose content this cloud does not have. */
export function collectPolicies(template: ResolvedTemplate): Policies {
  const byRole = new Map<string, NamedPolicy[]>();
  const add = (roleArn: string, policy: NamedPolicy): void => {
    byRole.set(roleArn, [...(byRole.get(roleArn) ?? []), policy]);
  };
  const roles = resourcesOfType(template, "AWS::IAM::Role");
  const roleNamed = (name: unknown): Resource | undefined => roles.find((role) => role.name === name);

  for (const role of roles) {
    for (const inline of (role.properties.Policies ?? []) as { PolicyName: string; PolicyDocument: PolicyDocument }[]) {
      add(role.arn, { name: inline.PolicyName, policy: versioned(inline.PolicyDocument) });
    }
    for (const arn of (role.properties.ManagedPolicyArns ?? []) as string[]) {
      if (withoutEffectHere.test(arn)) continue;
      const managed = findResource(template, arn);
      if (managed) add(role.arn, { name: managed.name, policy: documentOf(managed) });
      else if (calledByFunctions(template, role))
        throw new Error(`${role.logicalId} carries ${arn}, whose content is not known here`);
    }
  }
  for (const type of ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"]) {
    for (const policy of resourcesOfType(template, type)) {
      for (const name of (policy.properties.Roles ?? []) as unknown[]) {
        const role = roleNamed(name);
        if (role) add(role.arn, { name: policy.name, policy: documentOf(policy) });
      }
    }
  }

  const onResource = new Map<string, PolicyDocument>();
  for (const policy of resourcesOfType(template, "AWS::S3::BucketPolicy")) {
    const bucket = findResource(template, String(policy.properties.Bucket));
    if (bucket) onResource.set(bucket.arn, documentOf(policy));
  }
  for (const policy of resourcesOfType(template, "AWS::SQS::QueuePolicy")) {
    for (const url of (policy.properties.Queues ?? []) as string[]) {
      const queue = resourcesOfType(template, "AWS::SQS::Queue").find((each) => each.name === url.split("/").at(-1));
      if (queue) onResource.set(queue.arn, documentOf(policy));
    }
  }
  return {
    ofRole: (roleArn) => byRole.get(roleArn) ?? [],
    onResource: (resourceArn) => onResource.get(resourceArn.replace(/^(arn:[^:]+:s3:::[^/]+)\/.*$/, "$1")),
  };
}

function documentOf(resource: Resource): PolicyDocument {
  return versioned(resource.properties.PolicyDocument as PolicyDocument);
}

function versioned(document: PolicyDocument): PolicyDocument {
  return { Version: "2012-10-17", ...document };
}

function calledByFunctions(template: ResolvedTemplate, role: Resource): boolean {
  return resourcesOfType(template, "AWS::Lambda::Function").some((each) => each.properties.Role === role.arn);
}
