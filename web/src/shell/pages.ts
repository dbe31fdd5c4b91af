import {
  CalendarDays,
  ChartNoAxesColumn,
  FileText,
  Images,
  Inbox,
  type LucideIcon,
  Megaphone,
  Radio,
  Settings,
  Sun,
  Target,
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
  { id: "insights", path: "/insights", icon: ChartNoAxesColumn, key: "n" },
  { id: "goals", path: "/goals", icon: Target, key: "o" },
  { id: "reports", path: "/reports", icon: FileText, key: "r" },
];

export const lowerPages: readonly PageEntry[] = [
  { id: "channels", path: "/channels", icon: Radio, key: "h" },
  { id: "media", path: "/media", icon: Images, key: "m" },
  { id: "settings", path: "/settings", icon: Settings, key: "s" },
];

/** Pages without a place in the rail: reached by name, by key, and from where they are needed. */
const otherPages: readonly PageEntry[] = [{ id: "campaigns", path: "/campaigns", icon: Megaphone, key: "p" }];

export const allPages: readonly PageEntry[] = [...mainPages, ...lowerPages, ...otherPages];

/** Whether an address is within a page. */
export const isWithin = (path: string, location: string): boolean =>
  path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
