import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Source } from "../../api/contract.ts";
import { listSources, removeSource } from "../../api/sources.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { SourceDialog } from "./source-dialog.tsx";
import { SourceRow } from "./source-row.tsx";
import "./sources.css";

const EVERY_MS = 10_000;

/** The feeds and sites whose new entries become drafts. */
export function SourcesPage() {
  const sources = useResource("sources", listSources, EVERY_MS);
  const [open, setOpen] = useState<{ readonly source?: Source } | undefined>();
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const texts = t().sources;
  const mayWrite = mayI("write");
  const add = (
    <Button kind="primary" icon={Plus} onClick={() => setOpen({})}>
      {texts.add}
    </Button>
  );

  const remove = ({ id, title, address }: Source) => {
    setLeaving((ids) => [...ids, id]);
    const back = () => setLeaving((ids) => ids.filter((one) => one !== id));
    afterGrace(
      texts.removed(title ?? address),
      async (isLeaving) => {
        const answer = await removeSource(id, isLeaving);
        if (!answer.ok) {
          back();
          return tellFailure(answer.error);
        }
        invalidate("sources");
      },
      back,
    );
  };

  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      section="calendar"
      actions={mayWrite && sources.data && sources.data.sources.length > 0 ? add : undefined}
    >
      <Shown of={sources}>
        {(data) => {
          const shown = data.sources.filter(({ id }) => !leaving.includes(id));
          if (shown.length === 0) return <Empty text={texts.empty}>{mayWrite && add}</Empty>;
          return (
            <ul class="list">
              {shown.map((source) => (
                <SourceRow
                  key={source.id}
                  source={source}
                  mayWrite={mayWrite}
                  onEdit={() => setOpen({ source })}
                  onRemove={() => remove(source)}
                />
              ))}
            </ul>
          );
        }}
      </Shown>
      {open && <SourceDialog source={open.source} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
