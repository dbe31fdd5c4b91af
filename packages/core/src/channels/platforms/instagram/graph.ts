import { graphApi } from "../../meta/graph.ts";
import { verdicts } from "./errors.ts";

/** One call of the Graph API, its errors read as Instagram's. */
export const callGraph = graphApi(verdicts);
