import { useState } from "preact/hooks";
import type { Recipient } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";

interface ReaderFormProps {
  readonly readers: readonly Recipient[];
  readonly onAdd: (reader: Recipient) => void;
}

/** Adds a reader by name and address; the language can be changed in the list. */
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
  );
}

function refusal(reader: Recipient, readers: readonly Recipient[]): string | undefined {
  const texts = t().reports;
  if (reader.name === "") return texts.nameNeeded;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(reader.email)) return texts.notAnAddress;
  return readers.some(({ email }) => email === reader.email) ? texts.twice : undefined;
}
