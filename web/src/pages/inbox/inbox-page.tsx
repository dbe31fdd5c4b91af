import { useLocation, useSearchParams } from "wouter-preact";
import type { InboxState } from "../../api/contract.ts";
import { listThreads } from "../../api/inbox.ts";
import { useKeys } from "../../keys.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { useTabTitle } from "../../ui/page.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { setDone } from "./finishing.ts";
import { useMoreThreads } from "./more-threads.ts";
import { ThreadList } from "./thread-list.tsx";
import { ThreadPane } from "./thread-pane.tsx";
import "./inbox.css";

const states = ["open", "done", "all"] as const satisfies readonly InboxState[];
const EVERY_MS = 10_000;

/** Everything people wrote: list, thread, person. On a phone one after another. */
export function InboxPage({ id }: { readonly id: string | undefined }) {
  const [params, setParams] = useSearchParams();
  const [, go] = useLocation();
  const state = states.find((one) => one === params.get("state")) ?? "open";
  const first = useResource(`inbox:${state}`, () => listThreads(state), EVERY_MS);
  const { threads, hasMore, loadMore } = useMoreThreads(state, first.data);
  const texts = t().inbox;
  useTabTitle(texts.title);

  const search = state === "open" ? "" : `?state=${state}`;
  const open = (threadId: string | undefined) => threadId && go(`/inbox/${threadId}${search}`);
  const at = threads.findIndex((thread) => thread.id === id);
  const current = threads[at];
  useKeys({
    j: () => open(threads[at + 1]?.id),
    k: () => open(threads[Math.max(0, at - 1)]?.id),
    r: () => document.getElementById("reply")?.focus(),
    e: () => current && setDone(current, current.state === "open"),
    a: () => document.getElementById("assignee")?.focus(),
  });

  return (
    <div class={`inbox ${id ? "inbox-opened" : ""}`}>
      <h1 class="hidden-visually">{texts.title}</h1>
      <section class="inbox-list" aria-label={texts.list}>
        <header class="inbox-head">
          <h2 class="inbox-title">{texts.title}</h2>
          <Segments
            label={texts.list}
            options={states.map((value) => ({ value, text: texts.states[value] }))}
            value={state}
            onChange={(value) => setParams(value === "open" ? {} : { state: value })}
          />
        </header>
        <Shown of={first}>
          {() =>
            threads.length === 0 ? (
              <div class="inbox-empty">
                <Empty text={texts.empty[state]} />
              </div>
            ) : (
              <ThreadList threads={threads} openId={id} search={search} onMore={hasMore ? loadMore : undefined} />
            )
          }
        </Shown>
      </section>
      {id ? (
        <ThreadPane key={id} id={id} backTo={`/inbox${search}`} />
      ) : (
        <div class="inbox-choose">
          <p class="aside">{threads.length > 0 ? texts.choose : ""}</p>
        </div>
      )}
    </div>
  );
}
