import { useState } from "preact/hooks";
import { noted } from "../../ui/field.tsx";

interface WordsInputProps {
  readonly id: string;
  readonly words: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (words: string[]) => void;
}

const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n;]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
];

/** Words and phrases with commas between them; what is typed stays as it is typed. */
export function WordsInput({ id, words, problem, onChange }: WordsInputProps) {
  const [text, setText] = useState(words.join(", "));
  return (
    <input
      {...noted(id, problem)}
      class="input"
      value={text}
      onInput={(event) => {
        setText(event.currentTarget.value);
        onChange(listed(event.currentTarget.value));
      }}
    />
  );
}
