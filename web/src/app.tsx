import { useEffect, useState } from "preact/hooks";
import { Route, Switch } from "wouter-preact";
import type { ApiFailure } from "./api/client.ts";
import { loadMe } from "./api/session.ts";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import {
  AlertLinkPage,
  AlertPage,
  AlertsPage,
  BudgetImportPage,
  BudgetPage,
  BuyersPage,
  CalendarPage,
  CampaignsPage,
  CasePage,
  CasesPage,
  ChannelsPage,
  ComposePage,
  ExperimentsPage,
  GoalPage,
  GoalsPage,
  ImportPage,
  InboxPage,
  InsightsPage,
  KpiPage,
  LeadFormPage,
  LeadFormsPage,
  LeadImportPage,
  LeadPage,
  LeadsPage,
  MediaPage,
  PostPage,
  RatesPage,
  ReportsPage,
  RequestSettingsPage,
  RequestsPage,
  ReturnPage,
  ReviewDetailPage,
  ReviewImportPage,
  ReviewPage,
  ReviewsPage,
  RulesPage,
  SeriesListPage,
  SeriesPage,
  SettingsPage,
  SourcesPage,
  TasksPage,
  TodayPage,
  VisitsPage,
} from "./pages/pages.ts";
import { EnterPage } from "./pages/sign-in/enter-page.tsx";
import { SignInPage } from "./pages/sign-in/sign-in-page.tsx";
import { me, signedOut } from "./session-state.ts";
import { Shell } from "./shell/shell.tsx";
import { FailureNote } from "./ui/states.tsx";
import { ToastsView } from "./ui/toasts-view.tsx";

/** The dashboard: the way in for those without a session, what a review link opens, the pages for members. */
export function App() {
  return (
    <>
      <Switch>
        <Route path="/sign-in">
          <EnterPage />
        </Route>
        <Route path="/alert/:token">{({ token }) => <AlertLinkPage key={token} token={token} />}</Route>
        <Route path="/review/:token">{({ token }) => <ReviewPage key={token} token={token} />}</Route>
        <Route>
          <Members />
        </Route>
      </Switch>
      <ToastsView />
    </>
  );
}

function Members() {
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const ask = async () => {
    const answer = await loadMe();
    setFailure(answer.ok || answer.error.status === 401 ? undefined : answer.error);
  };
  useEffect(() => {
    if (!me.value) void ask();
  }, []);
  if (signedOut.value) return <SignInPage />;
  if (failure) return <div class="page page-narrow">{<FailureNote failure={failure} retry={ask} />}</div>;
  if (!me.value) return null;
  return (
    <Shell>
      <Switch>
        <Route path="/">
          <TodayPage />
        </Route>
        <Route path="/calendar">
          <CalendarPage />
        </Route>
        <Route path="/sources">
          <SourcesPage />
        </Route>
        <Route path="/import/:id?">{({ id }) => <ImportPage id={id} />}</Route>
        <Route path="/series">
          <SeriesListPage />
        </Route>
        <Route path="/series/:id">{({ id }) => <SeriesPage key={id} id={id} />}</Route>
        <Route path="/campaigns">
          <CampaignsPage />
        </Route>
        <Route path="/compose/:id?">{({ id }) => <ComposePage key={id ?? "new"} id={id} />}</Route>
        <Route path="/posts/:id">{({ id }) => <PostPage key={id} id={id} />}</Route>
        <Route path="/inbox/:id?">{({ id }) => <InboxPage id={id} />}</Route>
        <Route path="/reviews">
          <ReviewsPage />
        </Route>
        <Route path="/reviews/cases">
          <CasesPage />
        </Route>
        <Route path="/reviews/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
        <Route path="/reviews/requests">
          <RequestsPage />
        </Route>
        <Route path="/reviews/requests/settings">
          <RequestSettingsPage />
        </Route>
        <Route path="/reviews/requests/purchases">
          <BuyersPage />
        </Route>
        <Route path="/reviews/import">
          <ReviewImportPage />
        </Route>
        <Route path="/reviews/:id">{({ id }) => <ReviewDetailPage key={id} id={id} />}</Route>
        <Route path="/leads">
          <LeadsPage />
        </Route>
        <Route path="/leads/forms">
          <LeadFormsPage />
        </Route>
        <Route path="/leads/forms/:id">{({ id }) => <LeadFormPage key={id} id={id} />}</Route>
        <Route path="/leads/import">
          <LeadImportPage />
        </Route>
        <Route path="/leads/:id">{({ id }) => <LeadPage key={id} id={id} />}</Route>
        <Route path="/insights">
          <InsightsPage />
        </Route>
        <Route path="/insights/tests">
          <ExperimentsPage />
        </Route>
        <Route path="/insights/visits">
          <VisitsPage />
        </Route>
        <Route path="/insights/return">
          <ReturnPage />
        </Route>
        <Route path="/insights/:name">{({ name }) => <KpiPage key={name} name={name} />}</Route>
        <Route path="/goals">
          <GoalsPage />
        </Route>
        <Route path="/budget/import">
          <BudgetImportPage />
        </Route>
        <Route path="/budget/rates">
          <RatesPage />
        </Route>
        <Route path="/budget">
          <BudgetPage />
        </Route>
        <Route path="/goals/:id">{({ id }) => <GoalPage key={id} id={id} />}</Route>
        <Route path="/tasks">
          <TasksPage />
        </Route>
        <Route path="/reports">
          <ReportsPage />
        </Route>
        <Route path="/alerts">
          <AlertsPage />
        </Route>
        <Route path="/alerts/:id">{({ id }) => <AlertPage key={id} id={id} />}</Route>
        <Route path="/channels">
          <ChannelsPage />
        </Route>
        <Route path="/media">
          <MediaPage />
        </Route>
        <Route path="/settings/rules">
          <RulesPage />
        </Route>
        <Route path="/settings">
          <SettingsPage />
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </Shell>
  );
}
