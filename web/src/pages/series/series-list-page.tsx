import { Link } from "wouter-preact";
import { listSeries } from "../../api/series.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { whenOf } from "../../wording.ts";
import { ruleWords } from "./rule-words.ts";
import { SeriesPill } from "./series-pill.tsx";
import "./series.css";

/** Every series of the workspace with its rule and next date. */
export function SeriesListPage() {
  const all = useResource("series", listSeries);
  const texts = t().series;
  return (
    <Page title={texts.title} lead={texts.lead} width="narrow" section="calendar">
      <Shown of={all}>
        {({ series }) =>
          series.length === 0 ? (
            <Empty text={texts.empty}>
              <LinkButton to="/compose" kind="primary">
                {texts.write}
              </LinkButton>
            </Empty>
          ) : (
            <ul class="list">
              {series.map((one) => {
                const next = one.dates.find(({ skipped }) => !skipped);
                return (
                  <li key={one.id}>
                    <Link href={`/series/${one.id}`} class="list-row row-link series-row">
                      <span class="series-what">
                        <span class="clip">{one.text.trim() || t().post.untitled}</span>
                        <span class="aside small">
                          {ruleWords(one.rule, one.start)}
                          {next && ` · ${whenOf(next.dueAt, one.timeZone)}`}
                        </span>
                      </span>
                      <SeriesPill series={one} />
                    </Link>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Shown>
    </Page>
  );
}
