import { CornerDownLeft, type LucideIcon, Search } from "lucide-preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { t } from "../language.ts";
import { Dialog } from "../ui/dialog.tsx";
import { usePaletteActions } from "./palette-actions.ts";

export interface PaletteEntry {
  readonly name: string;
  readonly group: "go" | "do";
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly run: () => void;
}

/** Go to or do anything by name: ⌘K. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const [, go] = useLocation();
  const texts = t().shell.palette;
  const found = usePaletteActions(go).filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const act = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((at) => (at + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter") act(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={texts.title} onClose={onClose} className="palette" bare>
      <div class="palette-search">
        <Search size={16} aria-hidden="true" />
        <input
          role="combobox"
          aria-label={texts.title}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
          placeholder={texts.hint}
          value={words}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id="palette-list" role="listbox" aria-label={texts.title} class="palette-list">
        {found.map((entry, index) => (
          <PaletteRow
            key={entry.name}
            entry={entry}
            id={`palette-${index}`}
            selected={index === chosen}
            onChoose={() => act(entry)}
            onPoint={() => setChosen(index)}
          />
        ))}
      </div>
      {found.length === 0 && <p class="palette-none">{texts.none(words)}</p>}
    </Dialog>
  );
}

interface RowProps {
  readonly entry: PaletteEntry;
  readonly id: string;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

function PaletteRow({ entry, id, selected, onChoose, onPoint }: RowProps) {
  const Icon = entry.icon;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      class="palette-row"
      onClick={onChoose}
      onKeyDown={undefined}
      onMouseMove={onPoint}
    >
      <Icon size={16} aria-hidden="true" />
      <span>{entry.name}</span>
      <span class="push row small aside">
        {t().shell.palette[entry.group]}
        {entry.keys && <kbd>{entry.keys}</kbd>}
        {selected && <CornerDownLeft size={14} aria-hidden="true" />}
      </span>
    </div>
  );
}
