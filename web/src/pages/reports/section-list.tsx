import { ChevronDown, ChevronUp } from "lucide-preact";
import { type ReportSection, reportSections } from "#core/reports/schedule.ts";
import { t } from "../../language.ts";
import { IconButton } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";

interface SectionListProps {
  readonly sections: readonly ReportSection[];
  readonly problem: string | undefined;
  readonly onChange: (sections: readonly ReportSection[]) => void;
}

/** What a report says: the chosen sections in their order, then those that could be added. */
export function SectionList({ sections, problem, onChange }: SectionListProps) {
  const texts = t().reports;
  const others = reportSections.filter((section) => !sections.includes(section));
  const swap = (index: number, by: -1 | 1) => {
    const next = [...sections];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    onChange(next);
  };
  return (
    <fieldset class="field">
      <legend class="field-label">{texts.sections}</legend>
      <ul class="report-sections">
        {[...sections, ...others].map((section, index) => {
          const on = index < sections.length;
          return (
            <li key={section}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={on}
                  onChange={() => onChange(on ? sections.filter((one) => one !== section) : [...sections, section])}
                />
                {texts.section[section]}
              </label>
              {on && (
                <span class="row push">
                  <IconButton
                    icon={ChevronUp}
                    label={texts.up(texts.section[section])}
                    disabled={index === 0}
                    onClick={() => swap(index, -1)}
                  />
                  <IconButton
                    icon={ChevronDown}
                    label={texts.down(texts.section[section])}
                    disabled={index === sections.length - 1}
                    onClick={() => swap(index, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {problem && <FieldProblem text={problem} />}
    </fieldset>
  );
}
