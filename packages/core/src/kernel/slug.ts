/** Ukrainian letters in Latin script (resolution 55 of the Cabinet of Ministers, 2010), and the Russian ones beside them. */
const latin: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "h", ґ: "g", д: "d", е: "e", є: "ie", ж: "zh", з: "z", и: "y", і: "i", ї: "i" },
  ...{ й: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh" },
  ...{ ц: "ts", ч: "ch", ш: "sh", щ: "shch", ь: "", ю: "iu", я: "ia", ы: "y", э: "e", ё: "io", ъ: "" },
};

/** Letters that are written otherwise where a word begins. */
const atStart: Readonly<Record<string, string>> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

/**
 * A name as a short Latin code: «Осіннє меню» is `osinnie-meniu`. Lower-case letters, digits and single hyphens, at most
 * `maxLength`; empty when the name has nothing that can be written so.
 */
export function slugOf(name: string, maxLength: number): string {
  const written = name
    .toLowerCase()
    .replace(/['’ʼ]/g, "")
    .replace(/зг/g, "zgh")
    .replace(/(?<![\p{L}\p{N}])[єїйюя]/gu, (letter) => atStart[letter] ?? letter)
    .replace(/[\u0400-\u04ff]/g, (letter) => latin[letter] ?? "-")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  return trimmed(trimmed(written).slice(0, maxLength));
}

const trimmed = (code: string): string => code.replace(/^-+|-+$/g, "");
