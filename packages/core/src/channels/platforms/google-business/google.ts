import type * as v from "valibot";
import type { Result } from "../../../kernel/result.ts";
import type { CallFailure } from "../../answers.ts";
import { callGoogleApi, type GoogleApi, type GoogleCaller, type GoogleRequest } from "../../google/call.ts";
import { errors } from "./errors.ts";
import { defaultEndpoints } from "./servers.ts";

type Server = keyof typeof defaultEndpoints;
const api: GoogleApi<Server> = { servers: defaultEndpoints, errors };

/** Makes one call of the Business Profile APIs; see `callGoogleApi`. */
export const callGoogle = <Schema extends v.GenericSchema>(
  caller: GoogleCaller,
  request: GoogleRequest<Server>,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, CallFailure>> => callGoogleApi(api, caller, request, schema);
