import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { useKeys } from "../keys.ts";
import { t } from "../language.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { Guarded } from "./guarded.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { allPages } from "./pages.ts";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import "./shell.css";

/** The frame around every page of a signed-in member. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const [open, setOpen] = useState<"palette" | "keys" | undefined>();
  const [place, go] = useLocation();
  useKeys({
    c: () => go("/compose"),
    "?": () => setOpen("keys"),
    "mod+k": () => setOpen("palette"),
    ...Object.fromEntries(allPages.map((page) => [`g ${page.key}`, () => go(page.path)])),
  });
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t().shell.skip}
      </a>
      <Rail />
      <main id="content" tabIndex={-1} class="content">
        <Guarded place={place}>{children}</Guarded>
      </main>
      <BottomBar />
      {open === "palette" && <Palette onClose={() => setOpen(undefined)} />}
      {open === "keys" && <KeysDialog onClose={() => setOpen(undefined)} />}
    </div>
  );
}
