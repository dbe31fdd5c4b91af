import { Languages, LogOut, SquarePen, SunMoon } from "lucide-preact";
import { languages } from "#core/kernel/language.ts";
import { changeMe, signOut } from "../api/session.ts";
import { language, t } from "../language.ts";
import { theme, themes } from "../theme.ts";
import { pageName } from "./page-name.ts";
import { allPages } from "./pages.ts";
import type { PaletteEntry } from "./palette.tsx";

/** Everything the palette offers. */
export function usePaletteActions(go: (path: string) => void): readonly PaletteEntry[] {
  const texts = t().shell;
  return [
    { name: texts.newPost, group: "do", icon: SquarePen, keys: "C", run: () => go("/compose") },
    ...allPages.map(
      (page): PaletteEntry => ({
        name: pageName(page),
        group: "go",
        icon: page.icon,
        keys: `G ${page.key.toUpperCase()}`,
        run: () => go(page.path),
      }),
    ),
    ...themes.map(
      (one): PaletteEntry => ({
        name: `${texts.themeLabel}: ${texts.theme[one]}`,
        group: "do",
        icon: SunMoon,
        run: () => {
          theme.value = one;
        },
      }),
    ),
    ...languages
      .filter((one) => one !== language.value)
      .map(
        (one): PaletteEntry => ({
          name: `${texts.languageLabel}: ${texts.language[one]}`,
          group: "do",
          icon: Languages,
          run: () => {
            language.value = one;
            void changeMe({ language: one });
          },
        }),
      ),
    { name: texts.signOut, group: "do", icon: LogOut, run: () => void signOut() },
  ];
}
