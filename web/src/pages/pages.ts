import { lazy } from "../lazy.tsx";

export const CalendarPage = lazy(async () => (await import("./calendar/calendar-page.tsx")).CalendarPage);
export const ChannelsPage = lazy(async () => (await import("./channels/channels-page.tsx")).ChannelsPage);
export const ComposePage = lazy(async () => (await import("./compose/compose-page.tsx")).ComposePage);
export const ExperimentsPage = lazy(async () => (await import("./experiments/experiments-page.tsx")).ExperimentsPage);
export const GoalsPage = lazy(async () => (await import("./goals/goals-page.tsx")).GoalsPage);
export const ImportPage = lazy(async () => (await import("./import/import-page.tsx")).ImportPage);
export const InboxPage = lazy(async () => (await import("./inbox/inbox-page.tsx")).InboxPage);
export const InsightsPage = lazy(async () => (await import("./insights/insights-page.tsx")).InsightsPage);
export const KpiPage = lazy(async () => (await import("./insights/kpi-page.tsx")).KpiPage);
export const MediaPage = lazy(async () => (await import("./media/media-page.tsx")).MediaPage);
export const PostPage = lazy(async () => (await import("./post/post-page.tsx")).PostPage);
export const ReportsPage = lazy(async () => (await import("./reports/reports-page.tsx")).ReportsPage);
export const SeriesListPage = lazy(async () => (await import("./series/series-list-page.tsx")).SeriesListPage);
export const SeriesPage = lazy(async () => (await import("./series/series-page.tsx")).SeriesPage);
export const ReviewPage = lazy(async () => (await import("./review/review-page.tsx")).ReviewPage);
export const SettingsPage = lazy(async () => (await import("./settings/settings-page.tsx")).SettingsPage);
export const TodayPage = lazy(async () => (await import("./today/today-page.tsx")).TodayPage);
