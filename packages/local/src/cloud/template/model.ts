/** One resource of the played stacks, every intrinsic function in its properties resolved. */
export type Resource = {
  stack: string;
  logicalId: string;
  /** CloudFormation type, e.g. `AWS::SQS::Queue`. */
  type: string;
  /** Physical name: the one the template gives, else derived from stack and logical id. */
  name: string;
  /** Empty for types that have no ARN. */
  arn: string;
  /** What `Ref` gives: a queue's URL, most other resources' name. */
  ref: string;
  properties: Record<string, unknown>;
  metadata: Record<string, unknown>;
};

/** All stacks of an application, resolved against each other. */
export type ResolvedTemplate = {
  resources: Resource[];
  /** Stack name → output logical id → value. */
  outputs: Record<string, Record<string, string>>;
};

/** Resources of one CloudFormation type, in template order. */
export function resourcesOfType(template: ResolvedTemplate, type: string): Resource[] {
  return template.resources.filter((resource) => resource.type === type);
}

/**
 * Finds a resource by ARN, physical name, `Stack/LogicalId`, logical id or construct id (the logical id without the
 * eight characters the CDK appends), in that order.
 */
export function findResource(template: ResolvedTemplate, reference: string): Resource | undefined {
  const { resources } = template;
  return (
    resources.find((resource) => resource.arn === reference) ??
    resources.find((resource) => resource.name === reference) ??
    resources.find((resource) => `${resource.stack}/${resource.logicalId}` === reference) ??
    resources.find((resource) => resource.logicalId === reference) ??
    resources.find((resource) => resource.logicalId.replace(/[0-9A-F]{8}$/, "") === reference)
  );
}
