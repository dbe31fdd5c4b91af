import { useState } from "preact/hooks";

interface WordsInputProps {
  readonly id: string;
  readonly words: readonly string[];
  readonly most: number;
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
export function WordsInput({ id, words, most, onChange }: WordsInputProps) {
  const [text, setText] = useState(words.join(", "));
  return (
    <input
      id={id}
      class="input"
      aria-describedby={`${id}-note`}
      value={text}
      onInput={(event) => {
        setText(event.currentTarget.value);
        onChange(listed(event.currentTarget.value).slice(0, most));
      }}
    />
  );
}
