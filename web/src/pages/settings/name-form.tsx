import { useState } from "preact/hooks";
import { changeMe } from "../../api/session.ts";
import { t } from "../../language.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";

/** The member's own name. */
export function NameForm({ name }: { readonly name: string }) {
  const [typed, setTyped] = useState(name);
  const [busy, setBusy] = useState(false);
  const texts = t().settings;
  const blank = typed.trim() === "";
  const save = async (event: Event) => {
    event.preventDefault();
    if (blank) return;
    setBusy(true);
    const answer = await changeMe({ name: typed.trim() });
    setBusy(false);
    if (answer.ok) tell(texts.nameSaved);
    else tellFailure(answer.error);
  };
  return (
    <form class="row" onSubmit={save}>
      <input
        class="input"
        aria-label={texts.name}
        autoComplete="name"
        maxLength={100}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {typed.trim() !== name && !blank && (
        <Button type="submit" kind="primary" busy={busy}>
          {t().common.save}
        </Button>
      )}
      {blank && <FieldProblem text={texts.nameNeeded} />}
    </form>
  );
}
