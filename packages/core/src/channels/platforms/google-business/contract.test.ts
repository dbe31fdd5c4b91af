import { connectorContract } from "../../contract.ts";
import { googleBusiness } from "./index.ts";
import { googleBusinessDouble } from "./test-support/sandbox-double.ts";

connectorContract(googleBusiness, googleBusinessDouble);
