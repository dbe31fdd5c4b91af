import { listExperiments } from "../../api/experiments.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { ExperimentCard } from "./experiment-card.tsx";
import "./experiments.css";

const EVERY_MS = 30_000;

/** Every A/B test with what came of it. */
export function ExperimentsPage() {
  const experiments = useResource("experiments", listExperiments, EVERY_MS);
  const texts = t().experiments;
  return (
    <Page title={texts.title} lead={texts.lead} section="insights">
      <Shown of={experiments}>
        {({ experiments: all }) =>
          all.length === 0 ? (
            <Empty text={texts.empty}>
              <LinkButton to="/calendar" kind="primary">
                {texts.toCalendar}
              </LinkButton>
            </Empty>
          ) : (
            <>
              <ul class="experiments">
                {all.map((experiment) => (
                  <ExperimentCard key={experiment.id} experiment={experiment} />
                ))}
              </ul>
              <p class="small aside">{texts.method}</p>
            </>
          )
        }
      </Shown>
    </Page>
  );
}
