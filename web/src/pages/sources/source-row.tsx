import type { Source } from "../../api/contract.ts";
import { changeSource } from "../../api/sources.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { whenOf } from "../../wording.ts";
import { draftOf } from "./draft.ts";

interface RowProps {
  readonly source: Source;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A source: what it is, what came of it, and what is wrong with it. */
export function SourceRow({ source, mayWrite, onEdit, onRemove }: RowProps) {
  const texts = t().sources;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const { title, address, made, lastReadAt, nextReadAt, failure, paused, version, id } = source;
  const pause = async () => {
    const answer = await changeSource(id, version, { ...draftOf(source), paused: !paused });
    if (!answer.ok) tellFailure(answer.error);
    invalidate("sources");
  };
  return (
    <li class="source">
      <div class="source-what">
        <p class="clip">
          <strong>{title ?? address}</strong>
        </p>
        {title && <p class="aside small clip">{address}</p>}
        <p class="aside small">
          {texts.kinds[source.kind]} · {texts.made(made)} ·{" "}
          {lastReadAt === undefined ? texts.waiting : texts.read(whenOf(lastReadAt, zone))}
        </p>
        {failure && (
          <p class="source-failure small" role="alert">
            <strong>{failure.message}</strong> {failure.cure}{" "}
            {nextReadAt !== undefined && texts.again(whenOf(nextReadAt, zone))}
          </p>
        )}
      </div>
      {paused && <span class="pill">{texts.paused}</span>}
      {mayWrite && (
        <div class="row row-wrap">
          <Button kind="quiet" onClick={() => void pause()}>
            {paused ? texts.resume : texts.pause}
          </Button>
          <Button kind="quiet" onClick={onEdit}>
            {texts.edit}
          </Button>
          <Button kind="quiet" onClick={onRemove}>
            {texts.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
