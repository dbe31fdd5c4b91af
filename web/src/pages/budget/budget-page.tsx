import { ArrowLeftRight, ChevronLeft, ChevronRight, Download, FileUp } from "lucide-preact";
import { useSearchParams } from "wouter-preact";
import { dayOf } from "#core/kernel/time.ts";
import { addMonths, monthOf } from "#core/strategy/budget/model.ts";
import { type BudgetView, readBudget } from "../../api/budget.ts";
import { download } from "../../api/files.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tellFailure } from "../../toasts.ts";
import { Button, IconButton, LinkButton } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { MonthDetail } from "./month-detail.tsx";
import { MonthTable } from "./month-table.tsx";
import "./budget.css";

const monthsShown = 12;
/** How many of them lie behind the month that is looked at first. */
const monthsBehind = 6;

/** Planned and spent by month; the month that is chosen can be changed in place. */
export function BudgetPage() {
  const [params, setParams] = useSearchParams();
  const thisMonth = monthOf(dayOf(now.value, me.value?.workspace.timeZone ?? "UTC"));
  const month = monthParam(params.get("month")) ?? thisMonth;
  const from = monthParam(params.get("from")) ?? addMonths(thisMonth, -monthsBehind);
  const to = addMonths(from, monthsShown - 1);
  const budget = useResource(`budget:${from}:${to}`, () => readBudget(from, to));
  const texts = t().budget;
  const go = (months: number) => {
    const first = addMonths(from, months);
    setParams({ from: first, month: addMonths(first, monthsBehind) });
  };
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      section="goals"
      actions={
        <>
          <Button kind="quiet" icon={Download} onClick={() => void save(from, to)}>
            {texts.save}
          </Button>
          <LinkButton to="/budget/rates" kind="quiet" icon={ArrowLeftRight}>
            {texts.rates.link}
          </LinkButton>
          {mayI("manage-goals") && (
            <LinkButton to="/budget/import" kind="quiet" icon={FileUp}>
              {texts.import}
            </LinkButton>
          )}
          <IconButton icon={ChevronLeft} label={texts.previous} onClick={() => go(-monthsBehind)} />
          <IconButton icon={ChevronRight} label={texts.next} onClick={() => go(monthsBehind)} />
        </>
      }
    >
      <Shown of={budget}>
        {(data) => (
          <div class="budget">
            <MonthTable
              budget={data}
              chosen={month}
              onChoose={(one) => setParams(params.get("from") ? { from, month: one } : { month: one })}
            />
            <Chosen budget={data} month={month} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

async function save(from: string, to: string): Promise<void> {
  const done = await download(`/api/budget/export.csv?from=${from}&to=${to}`, `dopys-budget-${from}.csv`);
  if (!done.ok) tellFailure(done.error);
}

function Chosen({ budget, month }: { readonly budget: BudgetView; readonly month: string }) {
  const found = budget.months.find((one) => one.month === month) ?? budget.months[0];
  return found ? (
    <MonthDetail key={found.month} budget={budget} month={found} />
  ) : (
    <Section title={month}>{null}</Section>
  );
}

const monthParam = (text: string | null): string | undefined =>
  text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
