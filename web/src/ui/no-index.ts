import { useEffect } from "preact/hooks";

/** Keeps the page out of search engines, should the address ever be found by one. */
export function useNoIndex(): void {
  useEffect(() => {
    const meta = Object.assign(document.createElement("meta"), { name: "robots", content: "noindex, nofollow" });
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}
