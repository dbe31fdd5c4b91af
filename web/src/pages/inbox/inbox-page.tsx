import { SlidersHorizontal } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation, useSearchParams } from "wouter-preact";
import { listThreads } from "../../api/inbox.ts";
import { useKeys } from "../../keys.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { useTabTitle } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { filterCount, type InboxView, paramsOf, searchOf, states, viewOf } from "./filters.ts";
import { useMoreThreads } from "./more-threads.ts";
import { neighbour } from "./neighbour.ts";
import { ThreadList } from "./thread-list.tsx";
import { ThreadPane } from "./thread-pane.tsx";
import "./inbox.css";
import "./team.css";

const EVERY_MS = 10_000;

/** Everything people wrote: list, thread, person. On a phone one after another. */
export function InboxPage({ id }: { readonly id: string | undefined }) {
  const [params, setParams] = useSearchParams();
  const [, go] = useLocation();
  const view = viewOf(params);
  const search = searchOf(view);
  const first = useResource(`inbox:${search}`, () => listThreads(view), EVERY_MS);
  const { threads, hasMore, loadMore } = useMoreThreads(view, first.data);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const texts = t().inbox;
  useTabTitle(texts.title);

  const ids = threads.map((thread) => thread.id);
  const chosen = new Set(ids.filter((one) => picked.has(one)));
  useEffect(() => setPicked(new Set()), [search]);
  const pick = (threadId: string) =>
    setPicked(new Set(chosen.has(threadId) ? [...chosen].filter((one) => one !== threadId) : [...chosen, threadId]));
  /** The list as it stood when the thread was opened. */
  const opened = useRef<{ at: string; ids: readonly string[] }>({ at: "", ids: [] });
  const at = `${id ?? ""}${search}`;
  if (opened.current.at !== at || opened.current.ids.length === 0) opened.current = { at, ids };
  const beside = (by: 1 | -1) => neighbour(opened.current.ids, ids, id, by);
  const open = (next: string | undefined) => next && go(`/inbox/${next}${search}`);
  const may = mayI("respond");
  useKeys({
    j: () => open(beside(1)),
    k: () => open(beside(-1)),
    x: () => id && may && ids.includes(id) && pick(id),
  });

  return (
    <div class={`inbox ${id ? "inbox-opened" : ""}`}>
      <h1 class="hidden-visually">{texts.title}</h1>
      <section class="inbox-list" aria-label={texts.list}>
        <ListHead view={view} onChange={(next) => setParams(paramsOf(next))} />
        {chosen.size > 0 && <BulkBar picked={chosen} onClear={() => setPicked(new Set())} />}
        <Shown of={first}>
          {() =>
            threads.length === 0 ? (
              <div class="inbox-empty">
                <EmptyList view={view} onClear={() => setParams(paramsOf({ state: view.state, sort: view.sort }))} />
              </div>
            ) : (
              <ThreadList
                threads={threads}
                openId={id}
                search={search}
                picked={chosen}
                onPick={may ? pick : undefined}
                onMore={hasMore ? loadMore : undefined}
              />
            )
          }
        </Shown>
      </section>
      {id ? (
        <ThreadPane key={id} id={id} backTo={`/inbox${search}`} onDone={() => open(beside(1) ?? beside(-1))} />
      ) : (
        <div class="inbox-choose">
          <p class="aside">{threads.length > 0 ? texts.choose : ""}</p>
        </div>
      )}
    </div>
  );
}

interface ListHeadProps {
  readonly view: InboxView;
  readonly onChange: (view: InboxView) => void;
}

function ListHead({ view, onChange }: ListHeadProps) {
  const [isOpen, setOpen] = useState(false);
  const texts = t().inbox;
  const count = filterCount(view);
  return (
    <header class="inbox-head">
      <h2 class="inbox-title">{texts.title}</h2>
      <span class="push">
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isOpen}
          aria-controls="inbox-filters"
          onClick={() => setOpen(!isOpen)}
        >
          <SlidersHorizontal size={16} aria-hidden="true" />
          {t().inboxTeam.filters}
          {count > 0 && <span class="pill pill-cornflower">{count}</span>}
        </button>
      </span>
      <Segments
        label={texts.list}
        options={states.map((value) => ({ value, text: texts.states[value] }))}
        value={view.state}
        onChange={(state) => onChange({ ...view, state })}
      />
      <div id="inbox-filters" class="inbox-filters-box" hidden={!isOpen}>
        {isOpen && <FilterPanel view={view} onChange={onChange} />}
      </div>
    </header>
  );
}

function EmptyList({ view, onClear }: { readonly view: InboxView; readonly onClear: () => void }) {
  const { noMatch, clearFilters } = t().inboxTeam;
  if (filterCount(view) === 0) return <Empty text={t().inbox.empty[view.state]} />;
  return (
    <Empty text={noMatch}>
      <Button onClick={onClear}>{clearFilters}</Button>
    </Empty>
  );
}
