import { useEffect } from "preact/hooks";

/**
 * Keys by where they lie, so that they work on a Ukrainian layout too: a letter is its Latin key (`c`), `?` the sign
 * itself, `mod+k` with ⌘ or Ctrl, `g t` one key after another.
 */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** The key that is held for a command on this machine, as its keyboard writes it. */
export const modifierKey = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

const layers: Keys[] = [];
const FOLLOW_MS = 900;
let lead = "";
let leadAt = 0;

/** The name of the key that was pressed, as `Keys` writes it. */
export function keyName(event: Pick<KeyboardEvent, "key" | "code" | "metaKey" | "ctrlKey">): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const name = event.key === "?" ? "?" : (letter ?? event.key);
  return event.metaKey || event.ctrlKey ? `mod+${name}` : name;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const name = keyName(event);
  const withModifier = name.startsWith("mod+");
  if (!withModifier && document.querySelector("dialog[open]")) return;
  if (!withModifier && typing(event.target)) {
    // Whoever has written something needs a way back to the keys of the page.
    if (name === "Escape" && event.target instanceof HTMLElement) event.target.blur();
    return;
  }
  const chord = Date.now() - leadAt < FOLLOW_MS ? `${lead} ${name}` : "";
  const layer = layers.findLast((keys) => keys[chord] ?? keys[name]);
  lead = name;
  leadAt = Date.now();
  const act = layer?.[chord] ?? layer?.[name];
  if (!act) return;
  event.preventDefault();
  act(event);
}

addEventListener("keydown", onKeyDown);

/** Lets `keys` act while the component is shown; the newest component's keys go first. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    layers.push(keys);
    return () => {
      layers.splice(layers.indexOf(keys), 1);
    };
  });
}
