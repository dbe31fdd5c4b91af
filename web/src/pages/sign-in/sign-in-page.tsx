import { Mail } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import { askForLink } from "../../api/session.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

const looksLikeAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Sign in by a link in e-mail. */
export function SignInPage() {
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().signIn;

  const send = async (event: Event) => {
    event.preventDefault();
    const address = email.trim();
    if (!looksLikeAddress(address)) return setProblem(texts.notAnAddress);
    setBusy(true);
    const answer = await askForLink(address);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setSentTo(address);
  };

  if (sentTo) {
    return (
      <SignInFrame title={texts.sentTitle}>
        <p class="door-lead" role="status">
          {texts.sent(sentTo)}
        </p>
        <Button kind="quiet" onClick={() => setSentTo("")}>
          {texts.other}
        </Button>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={texts.title}>
      <p class="door-lead">{texts.lead}</p>
      <form class="stack" onSubmit={send} noValidate>
        <Field id="email" label={texts.email} problem={problem}>
          <input
            {...noted("email", problem)}
            class="input"
            type="email"
            name="email"
            autoComplete="email"
            required
            value={email}
            onInput={(event) => {
              setEmail(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
        </Field>
        {failure && <FailureNote failure={failure} />}
        <Button kind="primary" type="submit" icon={Mail} busy={busy} wide>
          {busy ? texts.sending : texts.send}
        </Button>
      </form>
    </SignInFrame>
  );
}
