import type * as v from "valibot";
import type { Result } from "../../../kernel/result.ts";
import type { CallFailure } from "../../answers.ts";
import { callGoogleApi, type GoogleApi, type GoogleCaller, type GoogleRequest } from "../../google/call.ts";
import { errors } from "./errors.ts";
import { servers } from "./servers.ts";

type Server = keyof typeof servers;
const api: GoogleApi<Server> = { servers, errors };

/** Makes one call of the Analytics APIs; see `callGoogleApi`. */
export const callAnalytics = <Schema extends v.GenericSchema>(
  caller: GoogleCaller,
  request: GoogleRequest<Server>,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, CallFailure>> => callGoogleApi(api, caller, request, schema);
