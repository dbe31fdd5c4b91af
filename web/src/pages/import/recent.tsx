import { Link } from "wouter-preact";
import type { Import } from "../../api/contract.ts";
import { listImports } from "../../api/imports.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Section } from "../../ui/page.tsx";

const tones: Record<Import["state"], string> = {
  "awaiting-file": "",
  checking: "pill-wheat",
  checked: "pill-wheat",
  importing: "pill-wheat",
  done: "pill-leaf",
  failed: "pill-poppy",
};

/** The imports that were begun before. */
export function Recent() {
  const texts = t().exchange;
  const imports = useResource("imports", listImports).data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <Section title={texts.recent}>
      <ul class="list">
        {imports.map((item) => (
          <li key={item.id}>
            <Link href={`/import/${item.id}`} class="list-row import-row">
              <span class="clip">{item.fileName}</span>
              <span class={`pill push ${tones[item.state]}`}>{texts.state[item.state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
