import { useState } from "preact/hooks";
import { type Language, languages } from "#core/kernel/language.ts";
import type { ApiFailure } from "../../api/client.ts";
import { inviteMember } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

const roles = ["manager", "author", "viewer", "owner"] as const;

/** Invites somebody: the person gets a link by e-mail, in their own language. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const [fields, setFields] = useState({ name: "", email: "" });
  const [role, setRole] = useState<(typeof roles)[number]>("manager");
  const [speaks, setSpeaks] = useState<Language>(language.value);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().settings;
  const wrong = {
    name: fields.name.trim() === "" ? texts.inviteNameNeeded : undefined,
    email: /^\S+@\S+\.\S+$/.test(fields.email.trim()) ? undefined : texts.emailNeeded,
  };
  const problemOf = (field: keyof typeof wrong) => (shown ? wrong[field] : undefined);

  const invite = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (wrong.name || wrong.email) return;
    setBusy(true);
    const email = fields.email.trim();
    const answer = await inviteMember({ name: fields.name.trim(), email, role, language: speaks });
    setBusy(false);
    invalidate("members");
    if (!answer.ok) return setFailure(answer.error);
    tell(texts.invited(email));
    onClose();
  };

  return (
    <Dialog title={texts.inviteTitle} onClose={onClose}>
      <form class="stack" onSubmit={invite} noValidate>
        <Field id="invite-name" label={texts.name} problem={problemOf("name")}>
          <input
            {...noted("invite-name", problemOf("name"))}
            class="input"
            maxLength={100}
            value={fields.name}
            onInput={(event) => setFields({ ...fields, name: event.currentTarget.value })}
          />
        </Field>
        <Field id="invite-email" label={texts.email} hint={texts.emailHint} problem={problemOf("email")}>
          <input
            {...noted("invite-email", problemOf("email"))}
            class="input"
            type="email"
            inputMode="email"
            value={fields.email}
            onInput={(event) => setFields({ ...fields, email: event.currentTarget.value })}
          />
        </Field>
        <div class="field-pair">
          <Field id="invite-role" label={texts.roleLabel} hint={texts.roleMeans[role]}>
            <select
              id="invite-role"
              class="input"
              aria-describedby="invite-role-note"
              value={role}
              onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? role)}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {texts.role[one]}
                </option>
              ))}
            </select>
          </Field>
          <Field id="invite-language" label={t().shell.languageLabel}>
            <select
              id="invite-language"
              class="input"
              value={speaks}
              onChange={(event) => setSpeaks(languages.find((one) => one === event.currentTarget.value) ?? speaks)}
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {t().shell.language[one]}
                </option>
              ))}
            </select>
          </Field>
        </div>
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {texts.invite}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
