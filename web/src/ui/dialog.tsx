import { X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../language.ts";
import { IconButton } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly className?: string;
  /** Without the visible head: the title is still the dialog's name. */
  readonly bare?: boolean;
}

const firstControl = ":is(.dialog-body, .palette-search) :is(input, select, textarea)";

/** The focus goes to where it came from, or to the page when that is gone. */
function giveBack(before: Element | null): void {
  if (document.querySelector("dialog:modal")) return;
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
  const place = isThere ? before : document.getElementById("content");
  place?.focus({ preventScroll: true });
}

/** A modal dialog: takes the focus, gives it back, closes by Escape or a press beside it. On a phone, a sheet. */
export function Dialog({ title, onClose, children, className = "", bare = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    ref.current?.querySelector<HTMLElement>(firstControl)?.focus();
    // A browser gives the focus back when a dialog is closed, but not when it is taken out of the page while open.
    return () => queueMicrotask(() => giveBack(before));
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog dialog-sheet ${className}`}
      aria-label={title}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) ref.current?.close();
      }}
    >
      {!bare && (
        <div class="dialog-head">
          <h2>{title}</h2>
          <span class="push">
            <IconButton icon={X} label={t().common.close} onClick={() => ref.current?.close()} />
          </span>
        </div>
      )}
      <div class={bare ? "" : "dialog-body"}>{children}</div>
    </dialog>
  );
}
