import {
  Bell,
  CalendarDays,
  ChartNoAxesColumn,
  ClipboardList,
  Coins,
  FileText,
  FileUp,
  FlaskConical,
  Images,
  Inbox,
  LifeBuoy,
  ListTodo,
  type LucideIcon,
  MailQuestion,
  Megaphone,
  MousePointerClick,
  Radio,
  Repeat2,
  Rss,
  Settings,
  Star,
  Sun,
  Target,
  UserRoundPlus,
  Wallet,
} from "lucide-preact";
import type { WebTexts } from "#core/i18n/web/index.ts";

export interface PageEntry {
  readonly id: keyof WebTexts["shell"]["pages"];
  readonly path: string;
  readonly icon: LucideIcon;
  /** The key that follows `g`. */
  readonly key: string;
}

/** The pages of the rail, in its order. */
export const mainPages: readonly PageEntry[] = [
  { id: "today", path: "/", icon: Sun, key: "t" },
  { id: "calendar", path: "/calendar", icon: CalendarDays, key: "c" },
  { id: "inbox", path: "/inbox", icon: Inbox, key: "i" },
  { id: "reviews", path: "/reviews", icon: Star, key: "v" },
  { id: "leads", path: "/leads", icon: UserRoundPlus, key: "l" },
  { id: "insights", path: "/insights", icon: ChartNoAxesColumn, key: "n" },
  { id: "goals", path: "/goals", icon: Target, key: "o" },
  { id: "reports", path: "/reports", icon: FileText, key: "r" },
  { id: "alerts", path: "/alerts", icon: Bell, key: "a" },
];

export const lowerPages: readonly PageEntry[] = [
  { id: "channels", path: "/channels", icon: Radio, key: "h" },
  { id: "media", path: "/media", icon: Images, key: "m" },
  { id: "settings", path: "/settings", icon: Settings, key: "s" },
];

/** Pages without a place of their own in the rail: they stand as tabs beside the page whose work they belong to. */
const otherPages = [
  { id: "campaigns", path: "/campaigns", icon: Megaphone, key: "p" },
  { id: "series", path: "/series", icon: Repeat2, key: "e" },
  { id: "sources", path: "/sources", icon: Rss, key: "f" },
  { id: "import", path: "/import", icon: FileUp, key: "u" },
  { id: "leadForms", path: "/leads/forms", icon: ClipboardList, key: "w" },
  { id: "leadImport", path: "/leads/import", icon: FileUp, key: "k" },
  { id: "cases", path: "/reviews/cases", icon: LifeBuoy, key: "y" },
  { id: "reviewImport", path: "/reviews/import", icon: FileUp, key: "j" },
  { id: "reviewRequests", path: "/reviews/requests", icon: MailQuestion, key: "q" },
  { id: "tasks", path: "/tasks", icon: ListTodo, key: "z" },
  { id: "tests", path: "/insights/tests", icon: FlaskConical, key: "x" },
  { id: "returns", path: "/insights/return", icon: Coins, key: "d" },
  { id: "visits", path: "/insights/visits", icon: MousePointerClick, key: "g" },
  { id: "budget", path: "/budget", icon: Wallet, key: "b" },
] as const satisfies readonly PageEntry[];

export const allPages: readonly PageEntry[] = [...mainPages, ...lowerPages, ...otherPages];

/** The tabs of a page and of those that belong to its work, by the page that stands in the rail. */
const sections: Partial<Record<PageEntry["id"], readonly PageEntry["id"][]>> = {
  calendar: ["calendar", "campaigns", "series", "sources", "import"],
  insights: ["insights", "visits", "returns", "tests"],
  goals: ["goals", "tasks", "budget"],
  reviews: ["reviews", "cases", "reviewRequests", "reviewImport"],
  leads: ["leads", "leadForms", "leadImport"],
};

/** The pages of a section in the order of its tabs. */
export const tabsOf = (section: PageEntry["id"]): readonly PageEntry[] =>
  (sections[section] ?? []).flatMap((id) => allPages.find((page) => page.id === id) ?? []);

/** Whether an address is within a page. */
export const isWithin = (path: string, location: string): boolean =>
  path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);

/** Whether an address is within a page of the rail or within one that belongs to it. */
export const isIn = (page: PageEntry, location: string): boolean =>
  [page, ...tabsOf(page.id)].some(({ path }) => isWithin(path, location));
