import { lazy } from "../lazy.tsx";

export const AlertLinkPage = lazy(async () => (await import("./alert-link/alert-link-page.tsx")).AlertLinkPage);
export const AlertPage = lazy(async () => (await import("./alerts/alert-page.tsx")).AlertPage);
export const AlertsPage = lazy(async () => (await import("./alerts/alerts-page.tsx")).AlertsPage);
export const CalendarPage = lazy(async () => (await import("./calendar/calendar-page.tsx")).CalendarPage);
export const CampaignsPage = lazy(async () => (await import("./campaigns/campaigns-page.tsx")).CampaignsPage);
export const CasePage = lazy(async () => (await import("./reviews/cases/case-page.tsx")).CasePage);
export const CasesPage = lazy(async () => (await import("./reviews/cases/cases-page.tsx")).CasesPage);
export const ChannelsPage = lazy(async () => (await import("./channels/channels-page.tsx")).ChannelsPage);
export const ComposePage = lazy(async () => (await import("./compose/compose-page.tsx")).ComposePage);
export const ExperimentsPage = lazy(async () => (await import("./experiments/experiments-page.tsx")).ExperimentsPage);
export const GoalsPage = lazy(async () => (await import("./goals/goals-page.tsx")).GoalsPage);
export const ImportPage = lazy(async () => (await import("./import/import-page.tsx")).ImportPage);
export const InboxPage = lazy(async () => (await import("./inbox/inbox-page.tsx")).InboxPage);
export const InsightsPage = lazy(async () => (await import("./insights/insights-page.tsx")).InsightsPage);
export const KpiPage = lazy(async () => (await import("./insights/kpi-page.tsx")).KpiPage);
export const LeadFormPage = lazy(async () => (await import("./leads/forms/form-page.tsx")).LeadFormPage);
export const LeadFormsPage = lazy(async () => (await import("./leads/forms/forms-page.tsx")).LeadFormsPage);
export const LeadImportPage = lazy(async () => (await import("./leads/import/import-page.tsx")).LeadImportPage);
export const LeadPage = lazy(async () => (await import("./leads/lead-page.tsx")).LeadPage);
export const LeadsPage = lazy(async () => (await import("./leads/leads-page.tsx")).LeadsPage);
export const MediaPage = lazy(async () => (await import("./media/media-page.tsx")).MediaPage);
export const PostPage = lazy(async () => (await import("./post/post-page.tsx")).PostPage);
export const ReportsPage = lazy(async () => (await import("./reports/reports-page.tsx")).ReportsPage);
export const BuyersPage = lazy(async () => (await import("./reviews/requests/buyers-page.tsx")).BuyersPage);
export const RequestsPage = lazy(async () => (await import("./reviews/requests/requests-page.tsx")).RequestsPage);
export const RequestSettingsPage = lazy(
  async () => (await import("./reviews/requests/settings-page.tsx")).RequestSettingsPage,
);
export const RulesPage = lazy(async () => (await import("./rules/rules-page.tsx")).RulesPage);
export const SeriesListPage = lazy(async () => (await import("./series/series-list-page.tsx")).SeriesListPage);
export const SeriesPage = lazy(async () => (await import("./series/series-page.tsx")).SeriesPage);
export const ReviewDetailPage = lazy(async () => (await import("./reviews/review-detail-page.tsx")).ReviewDetailPage);
export const ReviewsPage = lazy(async () => (await import("./reviews/reviews-page.tsx")).ReviewsPage);
export const ReviewPage = lazy(async () => (await import("./review/review-page.tsx")).ReviewPage);
export const SettingsPage = lazy(async () => (await import("./settings/settings-page.tsx")).SettingsPage);
export const SourcesPage = lazy(async () => (await import("./sources/sources-page.tsx")).SourcesPage);
export const TodayPage = lazy(async () => (await import("./today/today-page.tsx")).TodayPage);
