interface ManyOfProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly chosen: readonly T[] | undefined;
  readonly onChange: (chosen: T[]) => void;
}

/** Any number of a few choices, in one row where there is room. */
export function ManyOf<T extends string>({ label, options, chosen = [], onChange }: ManyOfProps<T>) {
  return (
    <fieldset class="many-of">
      <legend class="field-label">{label}</legend>
      <div class="row row-wrap">
        {options.map(([value, text]) => (
          <label key={value} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
