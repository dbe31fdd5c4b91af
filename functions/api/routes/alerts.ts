import { Hono } from "hono";
import {
  acknowledgeAlert,
  acknowledgeByLink,
  changeAlertSettings,
  changeAlertSettingsSchema,
  decideAlert,
  decideAlertSchema,
  getAlert,
  listAlerts,
  listAlertsSchema,
  openAlertLink,
  readAlertSettings,
} from "#core/alerts/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { alertLinkView, alertSummary, alertView } from "../views/alert.ts";

/** The register of threats and opportunities; `/alert` is what the link in a mail opens, without an account. */
export const alertRoutes = (deps: ApiDeps) => {
  const around = (workspaceId: string) =>
    Promise.all([deps.channels.list(workspaceId), deps.members.list(workspaceId)]);
  return new Hono<ApiEnv>()
    .get("/alerts", parse("query", listAlertsSchema), async (c) => {
      const [actor, language] = [c.get("actor"), c.get("language")];
      const page = await listAlerts(deps, actor, c.req.valid("query"));
      if (!page.ok) return refuse(c, page.error);
      const [channels, members] = await around(actor.workspaceId);
      const alerts = page.value.items.map((alert) => alertSummary(language, alert, channels, members));
      return c.json({ alerts, cursor: page.value.cursor });
    })
    .get("/alerts/settings", async (c) => {
      const settings = await readAlertSettings(deps, c.get("actor"));
      return settings.ok ? c.json({ settings: settings.value }) : refuse(c, settings.error);
    })
    .put("/alerts/settings", parse("json", changeAlertSettingsSchema), async (c) => {
      const settings = await changeAlertSettings(deps, c.get("actor"), c.req.valid("json"));
      return settings.ok ? c.json({ settings: settings.value }) : refuse(c, settings.error);
    })
    .get("/alerts/:id", async (c) => {
      const actor = c.get("actor");
      const found = await getAlert(deps, actor, { alertId: c.req.param("id") });
      if (!found.ok) return refuse(c, found.error);
      const [channels, members] = await around(actor.workspaceId);
      const { alert, mails } = found.value;
      return c.json({ alert: alertView(c.get("language"), alert, mails, channels, members) });
    })
    .post("/alerts/:id/acknowledge", async (c) => {
      const done = await acknowledgeAlert(deps, c.get("actor"), { alertId: c.req.param("id") });
      return done.ok ? c.json({ state: done.value.state }) : refuse(c, done.error);
    })
    .post("/alerts/:id/decide", parse("json", decideAlertSchema), async (c) => {
      const input = { ...c.req.valid("json"), alertId: c.req.param("id") ?? "" };
      const done = await decideAlert(deps, c.get("actor"), input);
      return done.ok ? c.json({ state: done.value.state, version: done.value.version }) : refuse(c, done.error);
    })
    .get("/alert/:token", async (c) => {
      const opened = await openAlertLink(deps, c.req.param("token"));
      if (!opened.ok) return refuse(c, opened.error);
      const { alert, mail } = opened.value;
      const [workspace, channel] = await Promise.all([
        deps.workspaces.get(alert.workspaceId),
        alert.channelId ? deps.channels.get(alert.workspaceId, alert.channelId) : null,
      ]);
      return c.json(alertLinkView(alert, mail, workspace, channel?.name));
    })
    .post("/alert/:token", async (c) => {
      const done = await acknowledgeByLink(deps, c.req.param("token"));
      return done.ok ? c.json({ state: done.value.state }) : refuse(c, done.error);
    });
};
