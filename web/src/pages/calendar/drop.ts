import type { PublicationSummary } from "../../api/contract.ts";
import { dragged } from "./moving.ts";

/** The handlers of a cell that takes a dragged publication and lights up while it hovers. */
export const dropTarget = (onDrop: (publication: PublicationSummary) => void) => ({
  onDragOver: (event: DragEvent & { currentTarget: HTMLElement }) => {
    if (!dragged.value) return;
    event.preventDefault();
    event.currentTarget.dataset.over = "true";
  },
  onDragLeave: (event: DragEvent & { currentTarget: HTMLElement }) => {
    delete event.currentTarget.dataset.over;
  },
  onDrop: (event: DragEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    delete event.currentTarget.dataset.over;
    if (dragged.value) onDrop(dragged.value);
    dragged.value = undefined;
  },
});
