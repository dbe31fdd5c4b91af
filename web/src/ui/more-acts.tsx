import { Ellipsis } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language.ts";
import { narrow } from "../narrow.ts";
import { IconButton } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** The lesser acts of a page: beside the main ones, and on a phone one press away. */
export function MoreActs({ children }: { readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const label = t().common.moreActs;
  if (!narrow.value) return <>{children}</>;
  return (
    <>
      <span class="more-acts-open">
        <IconButton icon={Ellipsis} label={label} onClick={() => setOpen(true)} />
      </span>
      {open && (
        <Dialog title={label} onClose={() => setOpen(false)}>
          {/* Whatever was chosen, the sheet has done its work. */}
          <div class="more-acts" onClickCapture={() => setOpen(false)}>
            {children}
          </div>
        </Dialog>
      )}
    </>
  );
}
