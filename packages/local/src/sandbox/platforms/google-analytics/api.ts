import { Hono } from "hono";
import { GoogleError, OAuthError } from "../../google/google-error.ts";
import { answerToken, needAccess } from "../../google/oauth.ts";
import type { SandboxApp } from "../../platform.ts";
import type { Property } from "./model.ts";
import { runReport } from "./report.ts";
import type { World } from "./world.ts";

const scope = "https://www.googleapis.com/auth/analytics.readonly";

/** Google's APIs, each below the name by which the connector knows its server. */
export function apiApp(world: World): SandboxApp {
  const app: SandboxApp = new Hono();

  app.onError((error, context) => {
    if (error instanceof GoogleError) return context.json(error.toBody(), error.code);
    if (error instanceof OAuthError) {
      return context.json({ error: error.error, error_description: error.message }, error.code);
    }
    throw error;
  });

  app.post("/oauth/token", async (context) => context.json(await answerToken(world, context.req.raw)));

  app.use("*", async (context, next) => {
    needAccess(world, context.req.header("authorization"), scope);
    await next();
  });

  app.get("/admin/v1beta/accountSummaries", (context) => {
    const accounts = Map.groupBy(world.properties.list(), ({ accountId }) => accountId);
    const accountSummaries = [...accounts].map(([id, properties]) => ({
      name: `accountSummaries/${id}`,
      account: `accounts/${id}`,
      displayName: properties[0]?.accountName,
      propertySummaries: properties.map((property) => ({
        property: `properties/${property.id}`,
        displayName: property.displayName,
        propertyType: "PROPERTY_TYPE_ORDINARY",
        parent: `accounts/${id}`,
      })),
    }));
    return context.json({ accountSummaries });
  });

  app.get("/admin/v1beta/properties/:property", (context) => {
    const { id, displayName, timeZone, currencyCode, createdAt } = propertyOf(context.req.param("property"));
    const createTime = new Date(createdAt).toISOString();
    return context.json({ name: `properties/${id}`, displayName, timeZone, currencyCode, createTime });
  });

  app.post("/data/v1beta/properties/:call", async (context) => {
    const [id = "", method] = context.req.param("call").split(":");
    const property = propertyOf(id);
    if (method !== "runReport") throw new GoogleError("NOT_FOUND", "Requested entity was not found.");
    return context.json(runReport(world, property, await context.req.json().catch(() => undefined)));
  });

  app.all("*", () => {
    throw new GoogleError("NOT_FOUND", "Requested entity was not found.");
  });
  return app;

  /** Of a property that there is not, Google says that it may not be read. */
  function propertyOf(id: string): Property {
    const property = world.properties.get(id);
    if (!property)
      throw new GoogleError("PERMISSION_DENIED", "User does not have sufficient permissions for this property.");
    return property;
  }
}
