import { connectorContract } from "../../contract.ts";
import { instagram } from "./index.ts";
import { instagramDouble } from "./test-support/sandbox-double.ts";

connectorContract(instagram, instagramDouble);
