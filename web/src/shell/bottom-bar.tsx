import { Ellipsis, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { t } from "../language.ts";
import { Dialog } from "../ui/dialog.tsx";
import { pageName } from "./page-name.ts";
import { allPages, isIn, type PageEntry } from "./pages.ts";
import { useOpenAlerts, useWaiting } from "./waiting.ts";

const inBar = ["today", "calendar", "inbox"];
const [left, right] = [
  allPages.filter((page) => inBar.slice(0, 2).includes(page.id)),
  allPages.filter((page) => page.id === "inbox"),
];

/** The way around on a phone. */
export function BottomBar() {
  const [more, setMore] = useState(false);
  const waiting = useWaiting();
  const openAlerts = useOpenAlerts();
  const texts = t().shell;
  return (
    <nav class="bar" aria-label={texts.mainPages}>
      {left.map((page) => (
        <BarLink key={page.id} page={page} count={0} />
      ))}
      <Link href="/compose" class="bar-new" aria-label={texts.newPost}>
        <Plus size={24} aria-hidden="true" />
      </Link>
      {right.map((page) => (
        <BarLink key={page.id} page={page} count={waiting} />
      ))}
      <button type="button" class="bar-link" onClick={() => setMore(true)} aria-haspopup="dialog">
        <span class="bar-icon">
          <Ellipsis size={20} aria-hidden="true" />
          <BarCount count={openAlerts} said={`${texts.pages.alerts}: ${texts.openAlerts(openAlerts)}`} />
        </span>
        {texts.more}
      </button>
      {more && <MorePages openAlerts={openAlerts} onClose={() => setMore(false)} />}
    </nav>
  );
}

function BarLink({ page, count }: { readonly page: PageEntry; readonly count: number }) {
  const [location] = useLocation();
  const Icon = page.icon;
  return (
    <Link href={page.path} class="bar-link" aria-current={isIn(page, location) ? "page" : undefined}>
      <span class="bar-icon">
        <Icon size={20} aria-hidden="true" />
        <BarCount count={count} said={t().shell.waiting(count)} />
      </span>
      {t().shell.pages[page.id]}
    </Link>
  );
}

/** A number at an icon's corner, with what it counts for those who listen. */
function BarCount({ count, said }: { readonly count: number; readonly said: string }) {
  if (count === 0) return null;
  return (
    <span class="bar-count">
      <span aria-hidden="true">{count > 9 ? "9+" : count}</span>
      <span class="hidden-visually">{said}</span>
    </span>
  );
}

function MorePages({ openAlerts, onClose }: { readonly openAlerts: number; readonly onClose: () => void }) {
  return (
    <Dialog title={t().shell.mainPages} onClose={onClose}>
      <ul class="list">
        {allPages
          .filter((page) => !inBar.includes(page.id))
          .map((page) => (
            <li key={page.id}>
              <Link href={page.path} class="list-row more-link" onClick={onClose}>
                <page.icon size={20} aria-hidden="true" />
                {pageName(page)}
                {page.id === "alerts" && openAlerts > 0 && (
                  <span class="rail-count">
                    <span aria-hidden="true">{openAlerts > 99 ? "99+" : openAlerts}</span>
                    <span class="hidden-visually">{t().shell.openAlerts(openAlerts)}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}
