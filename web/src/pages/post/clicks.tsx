import { MousePointerClick } from "lucide-preact";
import { formatDay, formatNumber } from "#core/i18n/format.ts";
import type { PublicationSummary } from "../../api/contract.ts";
import { readClicks, useLinkSettings } from "../../api/links.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";

const EVERY_MS = 30_000;

/** How often a publication's short links were followed, and on which days; nothing where it has none. */
export function Clicks({ publication }: { readonly publication: PublicationSummary }) {
  const shortBase = useLinkSettings().data?.shortBase;
  const isShort = shortBase && `${publication.text} ${publication.link ?? ""}`.includes(shortBase);
  return isShort ? <ClickCount publication={publication} /> : null;
}

function ClickCount({ publication: { id, postId } }: { readonly publication: PublicationSummary }) {
  const { data } = useResource(`clicks:${postId}`, () => readClicks(postId), EVERY_MS);
  const found = data?.publications.find(({ publicationId }) => publicationId === id);
  const texts = t().links;
  if (!found) return null;
  const total = (
    <>
      <MousePointerClick size={14} aria-hidden="true" /> {texts.clicks(found.total)}
    </>
  );
  if (found.days.length === 0) return <p class="publication-clicks small aside">{total}</p>;
  return (
    <details class="publication-clicks small aside">
      <summary>{total}</summary>
      <table aria-label={texts.clicksByDay}>
        <thead>
          <tr>
            <th scope="col">{texts.day}</th>
            <th scope="col">{texts.people}</th>
          </tr>
        </thead>
        <tbody>
          {found.days.toReversed().map(({ day, clicks }) => (
            <tr key={day}>
              <th scope="row">{formatDay(language.value, day)}</th>
              <td>{formatNumber(language.value, clicks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
