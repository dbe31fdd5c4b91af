import { useEffect, useRef, useState } from "preact/hooks";

/** Hands on files that are dropped or pasted anywhere on the page; answers whether some are being dragged over it. */
export function useDropped(onFiles: ((files: readonly File[]) => void) | undefined): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const files = (data: DataTransfer | null) => [...(data?.files ?? [])];
    const drag = (event: DragEvent) => {
      if (!take.current || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(event.type === "dragover");
    };
    const drop = (event: DragEvent) => {
      drag(event);
      const dropped = files(event.dataTransfer);
      if (dropped.length > 0) take.current?.(dropped);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const paste = (event: ClipboardEvent) => {
      const pasted = files(event.clipboardData);
      if (pasted.length > 0) take.current?.(pasted);
    };
    document.addEventListener("dragover", drag);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragover", drag);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, []);
  return over;
}
