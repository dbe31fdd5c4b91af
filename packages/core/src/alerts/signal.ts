import type { Evidence } from "./evidence.ts";
import type { AlertKind, Severity } from "./kinds.ts";
import type { AlertParams } from "./model.ts";

/** Something that was noticed, on its way into the register. */
export interface Signal {
  readonly kind: AlertKind;
  /** What it is about: the same cause is the same alert. */
  readonly cause: string;
  readonly severity: Severity;
  readonly channelId?: string | undefined;
  readonly params?: AlertParams;
  readonly evidence: readonly [Evidence, ...Evidence[]];
}
