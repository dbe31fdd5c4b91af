import { useLayoutEffect, useRef } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { t } from "../language.ts";
import { isWithin, type PageEntry, tabsOf } from "./pages.ts";

/** The pages of one work beside each other, above the title, in the same place on each of them. */
export function SectionTabs({ section }: { readonly section: PageEntry["id"] }) {
  const [location] = useLocation();
  const list = useRef<HTMLElement>(null);
  const pages = t().shell.pages;
  const tabs = tabsOf(section);
  // The longest path that fits: the page that heads a section may be above another in the address.
  const open = tabs
    .filter(({ path }) => isWithin(path, location))
    .toSorted((a, b) => b.path.length - a.path.length)[0]?.id;
  useLayoutEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (list.current && tab) list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - 24;
  }, [open]);
  return (
    <nav class="section-tabs" aria-label={pages[section]} ref={list}>
      {tabs.map(({ id, path }) => (
        <Link key={id} href={path} aria-current={id === open ? "page" : undefined}>
          {pages[id]}
        </Link>
      ))}
    </nav>
  );
}
