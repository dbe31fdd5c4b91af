import { useState } from "preact/hooks";
import type { Recipient } from "../../api/contract.ts";
import { listMembers } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";

interface ReaderFormProps {
  readonly readers: readonly Recipient[];
  readonly onAdd: (reader: Recipient) => void;
}

/** Adds a member of the team, or somebody else by name and address; the language can be changed in the list. */
export function ReaderForm({ readers, onAdd }: ReaderFormProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const texts = t().reports;
  const add = (event: Event) => {
    event.preventDefault();
    const reader = { email: email.trim().toLowerCase(), name: name.trim(), language: language.value };
    const wrong = refusal(reader, readers);
    setProblem(wrong);
    if (wrong) return;
    onAdd(reader);
    setName("");
    setEmail("");
  };
  return (
    <>
      <TeamChoice readers={readers} onAdd={onAdd} />
      <form class="reader-form" onSubmit={add} noValidate>
        <input
          class="input"
          aria-label={texts.readerName}
          placeholder={texts.readerName}
          maxLength={100}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <input
          class="input"
          type="email"
          aria-label={texts.readerEmail}
          placeholder={texts.readerEmail}
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit">{texts.addReader}</Button>
        {problem && <FieldProblem text={problem} />}
      </form>
    </>
  );
}

/** Those of the team who do not read it yet; nothing where all do. */
function TeamChoice({ readers, onAdd }: ReaderFormProps) {
  const members = useResource("members", listMembers).data?.members ?? [];
  const others = members.filter(({ email }) => !readers.some((reader) => reader.email === email));
  if (others.length === 0) return null;
  const choose = (id: string) => {
    const member = others.find((one) => one.id === id);
    if (member) onAdd({ email: member.email, name: member.name, language: member.language });
  };
  return (
    <select
      class="input"
      aria-label={t().reports.fromTeam}
      value=""
      onChange={(event) => {
        choose(event.currentTarget.value);
        event.currentTarget.value = "";
      }}
    >
      <option value="">{t().reports.fromTeam}</option>
      {others.map(({ id, name, email }) => (
        <option key={id} value={id}>
          {name} ({email})
        </option>
      ))}
    </select>
  );
}

function refusal(reader: Recipient, readers: readonly Recipient[]): string | undefined {
  const texts = t().reports;
  if (reader.name === "") return texts.readerNameNeeded;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(reader.email)) return texts.notAnAddress;
  return readers.some(({ email }) => email === reader.email) ? texts.twice : undefined;
}
