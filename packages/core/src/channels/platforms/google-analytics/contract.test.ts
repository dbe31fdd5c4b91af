import { connectorContract } from "../../contract.ts";
import { googleAnalytics } from "./index.ts";
import { googleAnalyticsDouble } from "./test-support/sandbox-double.ts";

connectorContract(googleAnalytics, googleAnalyticsDouble);
