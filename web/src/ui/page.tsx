import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language.ts";
import { SectionTabs } from "../shell/section-tabs.tsx";

interface PageProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly width?: "wide" | "narrow";
  /** The page of the rail whose work this one belongs to. */
  readonly section?: "calendar" | "reviews" | "insights" | "leads" | "goals";
  readonly children: ComponentChildren;
}

/** A page: its title heads it and names the tab. */
export function Page({ title, lead, actions, width, section, children }: PageProps) {
  useTabTitle(title);
  return (
    <div class={`page ${width ? `page-${width}` : ""}`}>
      {section && <SectionTabs section={section} />}
      <header class="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p class="page-lead">{lead}</p>}
        </div>
        {actions && <div class="row row-wrap push">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${t().common.product}`;
  }, [title]);
}

/** A part of a page under a ruled heading. */
export function Section(props: {
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="section">
      <div class="section-head">
        <h2>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
