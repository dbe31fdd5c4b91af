import { t } from "../language.ts";
import { LinkButton } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Empty } from "../ui/states.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const texts = t().common.notFound;
  return (
    <Page title={texts.title} width="narrow">
      <Empty text={texts.text}>
        <LinkButton to="/">{texts.action}</LinkButton>
      </Empty>
    </Page>
  );
}
