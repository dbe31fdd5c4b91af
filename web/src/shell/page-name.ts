import { t } from "../language.ts";
import { mainPages, type PageEntry, tabsOf } from "./pages.ts";

/** What a page is called where it stands alone: with the page of the rail that it belongs to, "Leads: Import". */
export function pageName(page: PageEntry): string {
  const { pages } = t().shell;
  const section = mainPages.find((main) => main !== page && tabsOf(main.id).includes(page));
  return section ? `${pages[section.id]}: ${pages[page.id]}` : pages[page.id];
}
