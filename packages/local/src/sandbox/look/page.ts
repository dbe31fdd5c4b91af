import { html, raw } from "hono/html";
import type { Language } from "#core/kernel/language.ts";
import { style } from "./style.ts";

type Markup = ReturnType<typeof html>;

const words = {
  uk: {
    notice: "Це пісочниця: тут ви граєте роль аудиторії. Справжню платформу ніхто не чіпає.",
    other: "English",
    code: "en",
  },
  en: {
    notice: "This is the sandbox: here you play the audience. The real platform is not touched.",
    other: "Українською",
    code: "uk",
  },
} as const;

/** A page of the sandbox: says on top that it is one, and offers the other language. */
export function page({ language, title, body }: { language: Language; title: string; body: Markup }): Markup {
  const { notice, other, code } = words[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<link rel="icon" href="data:," />
<style>${raw(style)}</style>
</head>
<body>
<header class="notice"><span>${notice}</span><nav><a href="/">Sandbox</a><a href="?lang=${code}" lang="${code}">${other}</a></nav></header>
${body}
</body>
</html>`;
}
