import { Logger } from "@aws-lambda-powertools/logger";

/** The functions' log: one JSON line an entry, the level from `POWERTOOLS_LOG_LEVEL`. Nothing secret is ever given to it. */
export const log = new Logger({ serviceName: "dopys" });
