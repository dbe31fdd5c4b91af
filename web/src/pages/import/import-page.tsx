import { useLocation } from "wouter-preact";
import { readImport } from "../../api/imports.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { Recent } from "./recent.tsx";
import { UploadCard } from "./upload-card.tsx";
import "./import.css";

/** Bringing posts in from a table: choose a file, see what would be imported, import it. */
export function ImportPage({ id }: { readonly id: string | undefined }) {
  const texts = t().exchange;
  const [, go] = useLocation();
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      width="narrow"
      section="calendar"
      actions={id && <LinkButton to="/import">{texts.other}</LinkButton>}
    >
      {id ? (
        <Current key={id} id={id} />
      ) : (
        <>
          <UploadCard onReady={(item) => go(`/import/${item.id}`)} />
          <Recent />
        </>
      )}
    </Page>
  );
}

/** How often a running import is looked at. */
const EVERY_MS = 800;

function Current({ id }: { readonly id: string }) {
  const found = useResource(`import:${id}`, () => readImport(id), EVERY_MS);
  return <Shown of={found}>{(data) => <ImportSteps item={data.import} onChange={found.reload} />}</Shown>;
}
