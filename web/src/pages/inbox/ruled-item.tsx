import { Workflow } from "lucide-preact";
import type { ThreadView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

type Ruled = ThreadView["ruled"][number];

/** What one rule did at one message: its deeds under one name. */
export interface RuledGroup {
  readonly at: number;
  readonly rule: string;
  readonly deeds: readonly Ruled[];
}

/** The deeds of rules by message and rule, in their order. */
export function ruledGroups(ruled: readonly Ruled[]): RuledGroup[] {
  const groups = new Map<string, { at: number; rule: string; deeds: Ruled[] }>();
  for (const deed of ruled) {
    const key = `${deed.at} ${deed.rule}`;
    const group = groups.get(key) ?? { at: deed.at, rule: deed.rule, deeds: [] };
    group.deeds.push(deed);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A line in the conversation: which rule did what, and what it could not do. */
export function RuledItem({ group }: { readonly group: RuledGroup }) {
  return (
    <li class="thread-ruled small aside">
      <Workflow size={14} aria-hidden="true" />
      <span>
        <strong>{t().rules.byRule(group.rule)}</strong>: {group.deeds.map(sayingOf).join("; ")}.{" "}
        <time>{whenOf(group.at, me.value?.workspace.timeZone ?? "UTC")}</time>
      </span>
    </li>
  );
}

function sayingOf({ kind, what, outcome, hiding }: Ruled): string {
  const { did, hidden, act, notDone, why, whyElse, waits, somebody } = t().rules;
  if (outcome === undefined) return notDone(act[kind], waits);
  if (outcome !== "done") return notDone(act[kind], why[outcome] ?? whyElse);
  if (hiding) return hiding.done ? hidden : notDone(act[kind], hiding.failure.message.replace(/\.$/, ""));
  if (kind === "assign") return did.assign(what ?? somebody);
  return kind === "label" ? did.label(what ?? "") : did[kind];
}
