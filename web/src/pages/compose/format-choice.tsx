import { contentFor } from "#core/content/model.ts";
import { formatWord } from "#core/i18n/formats.ts";
import type { Channel } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { Segments } from "../../ui/segments.tsx";
import type { Draft } from "./draft.ts";
import { shownFormat, withFormat } from "./formats.ts";

interface FormatChoiceProps {
  readonly draft: Draft;
  readonly channel: Channel;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** In which of the platform's formats the channel shows the post; nothing where there is only one to choose. */
export function FormatChoice({ draft, channel, change }: FormatChoiceProps) {
  const { formats } = channel.manifest;
  const wanted = contentFor(draft, channel.id).format;
  const isPossible = wanted === undefined || formats.some(({ name }) => name === wanted);
  if (formats.length === 1 && isPossible) return null;
  return (
    <Segments
      label={t().compose.format}
      options={formats.map(({ name }) => ({ value: name, text: formatWord(language.value, name) }))}
      value={isPossible ? shownFormat(draft, channel).name : undefined}
      onChange={(name) => change((old) => withFormat(old, channel, name))}
    />
  );
}
