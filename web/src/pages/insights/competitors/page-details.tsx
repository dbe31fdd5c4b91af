import { EyeOff } from "lucide-preact";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { daysIn } from "#core/insights/pages.ts";
import type { ComparedPage } from "../../../api/competitors.ts";
import { language, t } from "../../../language.ts";
import { Button } from "../../../ui/button.tsx";
import { dayName } from "../../../wording.ts";

interface DetailsProps {
  readonly page: ComparedPage;
  readonly period: { readonly from: string; readonly to: string };
  readonly onRemove: ((page: ComparedPage) => void) | undefined;
}

/** What a page posts and what of it did best, after what has to be known to read its figures rightly. */
export function PageDetails({ page, period, onRemove }: DetailsProps) {
  const texts = t().competitors;
  const notes = notesOf(page, period);
  const isBad = page.competitor?.trouble !== undefined;
  return (
    <details class="competitor" open={isBad}>
      <summary>
        {page.name} <span class="aside">{texts.details}</span>
      </summary>
      <div class="stack competitor-body">
        {notes.map((note) => (
          <p key={note} class={isBad && note === notes[0] ? "note note-wheat" : "small aside"}>
            {note}
          </p>
        ))}
        <Kinds page={page} />
        <Best page={page} />
        {onRemove && (
          <div>
            <Button kind="quiet" icon={EyeOff} onClick={() => onRemove(page)}>
              {texts.remove(page.name)}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

function notesOf({ figures, competitor }: ComparedPage, { from, to }: DetailsProps["period"]): readonly string[] {
  const texts = t().competitors;
  const { growth, days, counted, isThin, hidden, followersOn } = figures;
  const of = daysIn(from, to);
  if (competitor && !competitor.trouble && competitor.measuredAt === undefined) return [texts.measuring];
  return [
    ...(competitor?.trouble ? [texts.trouble[competitor.trouble]] : []),
    ...(!growth && followersOn ? [texts.growthUnknown(dayName(followersOn))] : []),
    ...(days > 0 && days < of ? [texts.daysKnown(days, of)] : []),
    ...(isThin ? [texts.few(texts.posts(counted))] : []),
    ...(hidden > 0 ? [texts.hidden(texts.posts(hidden))] : []),
  ];
}

function Kinds({ page }: { readonly page: ComparedPage }) {
  const texts = t().competitors;
  const { kinds } = page.figures;
  if (kinds.length === 0) return null;
  return (
    <div>
      <h4>{texts.kinds}</h4>
      <ul class="competitor-kinds">
        {kinds.map(({ kind, posts, share, perPost }) => (
          <li key={kind}>
            <span>{kind ? t().insights.contentType[kind] : texts.otherKind}</span>
            <span class="number">{texts.kindShare(formatPercent(language.value, share), texts.posts(posts))}</span>
            <span class="aside small">
              {perPost.available
                ? texts.kindPerPost(formatNumber(language.value, perPost.value, 1), Math.round(perPost.value * 10) / 10)
                : "—"}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Best({ page }: { readonly page: ComparedPage }) {
  const texts = t().competitors;
  const { best } = page.figures;
  return (
    <div>
      <h4>{texts.best}</h4>
      {best.length === 0 && <p class="small aside">{texts.noBest}</p>}
      <ul class="competitor-best">
        {best.map(({ opening, url, day, kind, interactions }) => (
          <li key={`${day} ${opening} ${interactions}`}>
            {url ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {opening || texts.wordless}
              </a>
            ) : (
              opening || texts.wordless
            )}
            <span class="aside small">
              {[dayName(day), kind && t().insights.contentType[kind], texts.interactions(interactions)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
