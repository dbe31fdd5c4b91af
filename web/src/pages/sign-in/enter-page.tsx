import { useEffect, useState } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import type { ApiFailure } from "../../api/client.ts";
import { enterByLink } from "../../api/session.ts";
import { t } from "../../language.ts";
import { signedOut } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { SignInPage } from "./sign-in-page.tsx";

/** Where the link of the sign-in mail leads: uses its token up and goes on to Today. */
export function EnterPage() {
  const token = new URLSearchParams(useSearch()).get("token");
  const [, go] = useLocation();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().signIn;

  useEffect(() => {
    if (!token) return;
    void enterByLink(token).then((answer) => {
      if (answer.ok) go("/", { replace: true });
      else setFailure(answer.error);
    });
  }, [token]);

  if (!token) return <SignInPage />;
  if (!failure) return <SignInFrame title={texts.entering}>{null}</SignInFrame>;
  return (
    <SignInFrame title={texts.refusedTitle}>
      <FailureNote failure={failure} />
      <Button
        kind="primary"
        wide
        onClick={() => {
          signedOut.value = true;
          go("/sign-in", { replace: true });
        }}
      >
        {texts.again}
      </Button>
    </SignInFrame>
  );
}
