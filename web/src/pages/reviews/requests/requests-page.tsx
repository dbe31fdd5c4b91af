import { FileUp, Settings2, UserRoundPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ReviewRequest } from "../../../api/contract.ts";
import { listRequests, readRequestFigures, readRequestSettings } from "../../../api/review-requests.ts";
import { t } from "../../../language.ts";
import { useResource } from "../../../resource.ts";
import { mayI } from "../../../session-state.ts";
import { tellFailure } from "../../../toasts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { MoreActs } from "../../../ui/more-acts.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Shown } from "../../../ui/states.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { RequestRow } from "./request-row.tsx";
import { RequestTiles } from "./request-tiles.tsx";
import "../reviews.css";

const EVERY_MS = 30_000;

/** Who is asked for a review, and what followed. */
export function RequestsPage() {
  const [asking, setAsking] = useState(false);
  const figures = useResource("review-requests:figures", readRequestFigures, EVERY_MS);
  const settings = useResource("review-requests:settings", readRequestSettings).data?.settings;
  const texts = t().reviewRequests;
  const may = mayI("manage-review-requests");
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      section="reviews"
      actions={
        may && (
          <>
            <Button kind="primary" icon={UserRoundPlus} onClick={() => setAsking(true)}>
              {texts.ask}
            </Button>
            <MoreActs>
              <LinkButton icon={FileUp} to="/reviews/requests/purchases">
                {texts.purchases}
              </LinkButton>
              <LinkButton icon={Settings2} to="/reviews/requests/settings">
                {texts.settings}
              </LinkButton>
            </MoreActs>
          </>
        )
      }
    >
      {settings && (
        <p class={`note review-filters ${settings.on ? "" : "note-wheat"}`}>{settings.on ? texts.isOn : texts.isOff}</p>
      )}
      <Shown of={figures}>{(data) => <RequestTiles figures={data.figures} />}</Shown>
      {may ? <List /> : <p class="aside">{texts.hidden}</p>}
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </Page>
  );
}

function List() {
  const first = useResource("review-requests:list", () => listRequests(), EVERY_MS);
  const [later, setLater] = useState<{ requests: readonly ReviewRequest[]; cursor?: string | undefined } | undefined>();
  const texts = t().reviewRequests;
  const more = async (cursor: string) => {
    const answer = await listRequests(cursor);
    if (!answer.ok) return tellFailure(answer.error);
    setLater({ requests: [...(later?.requests ?? []), ...answer.value.requests], cursor: answer.value.cursor });
  };
  return (
    <Shown of={first}>
      {(data) => {
        const known = new Set(data.requests.map(({ id }) => id));
        const shown = [...data.requests, ...(later?.requests ?? []).filter(({ id }) => !known.has(id))];
        const cursor = later ? later.cursor : data.cursor;
        if (shown.length === 0) return <Empty text={texts.empty} />;
        return (
          <>
            <ul class="list">
              {shown.map((request) => (
                <RequestRow key={request.id} request={request} />
              ))}
            </ul>
            {cursor && <Button onClick={() => void more(cursor)}>{texts.more}</Button>}
          </>
        );
      }}
    </Shown>
  );
}
