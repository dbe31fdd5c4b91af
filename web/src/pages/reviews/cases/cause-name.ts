import { t } from "../../../language.ts";

/** A cause as a member reads it: usual ones in their language, the workspace's own as it wrote them. */
export const causeName = (cause: string): string => t().cases.causes[cause] ?? cause;
