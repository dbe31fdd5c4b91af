import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { type View, views } from "./period.ts";

interface ToolbarProps {
  readonly view: View;
  readonly onChange: (change: Record<string, string | undefined>) => void;
}

/** What part of the calendar is on show; everything is kept in the address. */
export function Toolbar({ view, onChange }: ToolbarProps) {
  const texts = t().calendar;
  return (
    <>
      <Button onClick={() => onChange({ date: undefined })}>{texts.toToday}</Button>
      <Segments
        label={texts.view}
        options={views.map((value) => ({ value, text: texts[value] }))}
        value={view}
        onChange={(value) => onChange({ view: value })}
      />
    </>
  );
}
