import type { CloudFormationTemplate } from "./cloud/template/resolve.ts";

/** The stage that is played on one machine. */
export const localStage = "local";

/** What synthesizing the app gives, as far as this machine needs it. */
export interface Synthesis {
  readonly stage: string;
  /** Templates by stack name. */
  readonly templates: Record<string, CloudFormationTemplate>;
  /** Directory of the cloud assembly, which holds the functions' code. */
  readonly assembly: string;
}
