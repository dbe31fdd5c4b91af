import type { Evidence } from "./evidence.ts";

const pages: Readonly<Record<Evidence["what"], (id: string) => string>> = {
  message: (id) => `/inbox/${id}`,
  review: (id) => `/inbox/${id}`,
  post: (id) => `/posts/${id}`,
  lead: (id) => `/leads/${id}`,
  channel: () => "/channels",
  report: () => "/reports",
};

/** The page of the dashboard on which a piece of evidence is shown. */
export const evidencePage = ({ what, id }: Pick<Evidence, "what" | "id">): string => pages[what](id);
