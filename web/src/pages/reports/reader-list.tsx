import { X } from "lucide-preact";
import { languages } from "#core/kernel/language.ts";
import type { Recipient } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { IconButton } from "../../ui/button.tsx";

interface ReaderListProps {
  readonly readers: readonly Recipient[];
  readonly onChange: (readers: readonly Recipient[]) => void;
}

/** Who gets the report, each in a language. */
export function ReaderList({ readers, onChange }: ReaderListProps) {
  const texts = t().reports;
  return (
    <div class="field">
      <span class="field-label">{texts.readers}</span>
      {readers.length === 0 && <p class="aside small">{texts.noReaders}</p>}
      <ul class="report-readers">
        {readers.map((reader) => (
          <li key={reader.email}>
            <span class="clip">
              {reader.name} <span class="aside">{reader.email}</span>
            </span>
            <select
              class="input select-small"
              aria-label={`${texts.readerLanguage}: ${reader.email}`}
              value={reader.language}
              onChange={(event) => {
                const language = languages.find((one) => one === event.currentTarget.value) ?? reader.language;
                onChange(readers.map((one) => (one === reader ? { ...one, language } : one)));
              }}
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {t().shell.language[one]}
                </option>
              ))}
            </select>
            <IconButton
              icon={X}
              label={texts.removeReader(reader.email)}
              onClick={() => onChange(readers.filter((one) => one !== reader))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
