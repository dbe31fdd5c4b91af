import { signal } from "@preact/signals";
import { PanelLeftClose, PanelLeftOpen, SquarePen } from "lucide-preact";
import { Link, useLocation } from "wouter-preact";
import { t } from "../language.ts";
import { me } from "../session-state.ts";
import { isIn, lowerPages, mainPages, type PageEntry } from "./pages.ts";
import { useOpenAlerts, useWaiting } from "./waiting.ts";

const KEY = "dopys.rail";
const narrow = signal(localStorage.getItem(KEY) === "narrow");

function toggle(): void {
  narrow.value = !narrow.value;
  localStorage.setItem(KEY, narrow.value ? "narrow" : "wide");
}

/** The way around on a wide screen. */
export function Rail() {
  const waiting = useWaiting();
  const openAlerts = useOpenAlerts();
  const texts = t().shell;
  const counts: Partial<Record<PageEntry["id"], number>> = { inbox: waiting, alerts: openAlerts };
  const Fold = narrow.value ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside class={`rail ${narrow.value ? "rail-narrow" : ""}`}>
      <Link href="/" class="rail-brand">
        <img src="/mark.svg" alt="" width="26" height="26" />
        <span class="rail-text clip">{me.value?.workspace.name ?? t().common.product}</span>
      </Link>
      <Link href="/compose" class="button button-primary rail-new" title={`${texts.newPost} (C)`}>
        <SquarePen size={16} aria-hidden="true" />
        <span class="rail-text">{texts.newPost}</span>
      </Link>
      <nav aria-label={texts.mainPages} class="rail-nav">
        <ul>
          {mainPages.map((page) => (
            <RailLink key={page.id} page={page} count={counts[page.id] ?? 0} />
          ))}
        </ul>
        <ul class="rail-lower">
          {lowerPages.map((page) => (
            <RailLink key={page.id} page={page} count={0} />
          ))}
        </ul>
      </nav>
      <button type="button" class="rail-link rail-fold" onClick={toggle} aria-pressed={narrow.value}>
        <Fold size={20} aria-hidden="true" />
        <span class="rail-text">{narrow.value ? texts.expand : texts.collapse}</span>
      </button>
    </aside>
  );
}

function RailLink({ page, count }: { readonly page: PageEntry; readonly count: number }) {
  const [location] = useLocation();
  const Icon = page.icon;
  const name = t().shell.pages[page.id];
  return (
    <li>
      <Link href={page.path} class="rail-link" title={name} aria-current={isIn(page, location) ? "page" : undefined}>
        <Icon size={20} aria-hidden="true" />
        <span class="rail-text">{name}</span>
        {count > 0 && (
          <span class="rail-count">
            <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
            <span class="hidden-visually">
              {(page.id === "alerts" ? t().shell.openAlerts : t().shell.waiting)(count)}
            </span>
          </span>
        )}
      </Link>
    </li>
  );
}
