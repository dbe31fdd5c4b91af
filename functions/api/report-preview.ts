import regular from "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf";
import bold from "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf";
import serif from "@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf";
import resvgWasm from "@resvg/resvg-wasm/index_bg.wasm";
import { handle } from "hono/aws-lambda";
import { systemClock } from "#core/kernel/clock.ts";
import { reportRenderer } from "#core/reports/render/render-report.ts";
import { environment } from "../environment.ts";
import { log } from "../log.ts";
import * as runtime from "../runtime.ts";
import { createReportPreview } from "./report-preview-app.ts";

/** Shows a report before it is sent or even saved; beside the API, because it carries all that draws and sets a PDF. */
export const handler = handle(
  createReportPreview({
    sessions: runtime.sessions(),
    members: runtime.members(),
    workspaces: runtime.workspaces(),
    channels: runtime.channels(),
    posts: runtime.posts(),
    cases: runtime.cases(),
    leads: runtime.leads(),
    alerts: runtime.alerts(),
    adAccounts: runtime.adAccounts(),
    adDays: runtime.adDays(),
    competitors: runtime.competitors(),
    pageDays: runtime.pageDays(),
    sites: runtime.sites(),
    siteDays: runtime.siteDays(),
    adviceBooks: runtime.adviceBooks(),
    budgetLines: runtime.budgetLines(),
    exchangeRates: runtime.exchangeRates(),
    campaigns: runtime.campaigns(),
    assets: runtime.assets(),
    objects: runtime.objects(),
    publications: runtime.publications(),
    results: runtime.results(),
    threads: runtime.threads(),
    reviews: runtime.reviews(),
    goals: runtime.goals(),
    kpiDays: runtime.kpiDays(),
    clock: systemClock,
    publicUrl: environment("PUBLIC_URL"),
    render: reportRenderer({ fonts: { regular, bold, serif }, resvgWasm }),
    onTrouble: (error) =>
      log.error("preview failed", { error: error instanceof Error ? error : new Error("not an error") }),
  }),
);
