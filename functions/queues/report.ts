import regular from "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf";
import bold from "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf";
import serif from "@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf";
import resvgWasm from "@resvg/resvg-wasm/index_bg.wasm";
import { systemClock } from "#core/kernel/clock.ts";
import { checkReport, collectReport, reportMessageSchema, sendReport } from "#core/reports/index.ts";
import { reportRenderer } from "#core/reports/render/render-report.ts";
import { environment } from "../environment.ts";
import {
  adAccounts,
  adDays,
  adviceBooks,
  alerts,
  assets,
  budgetLines,
  campaigns,
  cases,
  channels,
  competitors,
  events,
  exchangeRates,
  goals,
  kpiDays,
  leads,
  mailer,
  members,
  objects,
  pageDays,
  posts,
  publications,
  readerChoices,
  reportDeliveries,
  reportQueue,
  reports,
  results,
  reviews,
  siteDays,
  sites,
  suspensions,
  threads,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";

const render = reportRenderer({ fonts: { regular, bold, serif }, resvgWasm });

/** Builds reports and mails them, once to each reader; looks later whether each got it. */
export const handler = consume(reportMessageSchema, (message) => {
  const kept = { reports: reports(), deliveries: reportDeliveries(), events: events(), clock: systemClock };
  if (message.task === "check") return checkReport(kept, message);
  const source = {
    workspaces: workspaces(),
    channels: channels(),
    posts: posts(),
    cases: cases(),
    leads: leads(),
    alerts: alerts(),
    adAccounts: adAccounts(),
    adDays: adDays(),
    competitors: competitors(),
    pageDays: pageDays(),
    sites: sites(),
    siteDays: siteDays(),
    adviceBooks: adviceBooks(),
    budgetLines: budgetLines(),
    exchangeRates: exchangeRates(),
    campaigns: campaigns(),
    assets: assets(),
    objects: objects(),
    publications: publications(),
    results: results(),
    threads: threads(),
    reviews: reviews(),
    goals: goals(),
    kpiDays: kpiDays(),
    clock: systemClock,
    publicUrl: environment("PUBLIC_URL"),
  };
  return sendReport(
    {
      ...kept,
      choices: readerChoices(),
      suspensions: suspensions(),
      members: members(),
      source: { collect: (workspaceId, scope) => collectReport(source, workspaceId, scope) },
      render,
      mailer: mailer(),
      queue: reportQueue(),
      publicUrl: source.publicUrl,
    },
    message,
  );
});
