import { connectorContract } from "../../contract.ts";
import { facebook } from "./index.ts";
import { facebookDouble } from "./test-support/sandbox-double.ts";

connectorContract(facebook, facebookDouble);
