import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-preact";
import type { Rule } from "../../api/rules.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { type Named, thenOfRule, whenOfRule } from "./sentence.ts";

interface RuleItemProps {
  readonly rule: Rule;
  readonly named: Named;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onSwitch: () => void;
  readonly onRemove: () => void;
}

/** A rule as a sentence, how often it acted, and what can be done with it. */
export function RuleItem({ rule, named, isFirst, isLast, onEdit, onMove, onSwitch, onRemove }: RuleItemProps) {
  const texts = t().rules;
  const may = mayI("respond");
  return (
    <li id={`rule-${rule.id}`} tabIndex={-1} class={`rule ${rule.enabled ? "" : "rule-off"}`}>
      <label class="check rule-switch">
        <input
          type="checkbox"
          checked={rule.enabled}
          disabled={!may}
          aria-label={texts.on(rule.name)}
          onChange={onSwitch}
        />
      </label>
      <div class="rule-what">
        <p>
          <strong>{rule.name}</strong> <span class="aside small rule-count">{texts.acted(rule.acted)}</span>
        </p>
        <p>
          {whenOfRule(rule, named)}, {thenOfRule(rule, named)}
        </p>
        {!rule.continues && !isLast && <p class="aside small">{texts.stops}</p>}
      </div>
      {may && (
        <span class="row rule-acts">
          <IconButton icon={ArrowUp} label={texts.up(rule.name)} disabled={isFirst} onClick={() => onMove(-1)} />
          <IconButton icon={ArrowDown} label={texts.down(rule.name)} disabled={isLast} onClick={() => onMove(1)} />
          <IconButton icon={Pencil} label={texts.edit} onClick={onEdit} />
          <IconButton icon={Trash2} label={texts.remove} onClick={onRemove} />
        </span>
      )}
    </li>
  );
}
