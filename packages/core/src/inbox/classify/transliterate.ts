/** Latin letters as people write Ukrainian with them on a keyboard that has no other; the longest first. */
const ukrainian: readonly (readonly [string, string])[] = [
  ["shch", "щ"],
  ["sch", "щ"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["ya", "я"],
  ["ia", "я"],
  ["ja", "я"],
  ["yu", "ю"],
  ["iu", "ю"],
  ["ju", "ю"],
  ["ye", "є"],
  ["ie", "є"],
  ["je", "є"],
  ["yi", "ї"],
  ["ji", "ї"],
  ...[..."abvhgdezyijklmnoprstufcxwq"].map(
    (latin, at) => [latin, [..."абвггдезиійклмнопрстуфцхвк"][at] ?? latin] as const,
  ),
];

/** The same for Russian, where it differs. */
const russian: readonly (readonly [string, string])[] = [
  ["ye", "е"],
  ["ie", "ие"],
  ["je", "е"],
  ["yo", "е"],
  ["jo", "е"],
  ["iy", "ий"],
  ["yj", "ый"],
  ["yy", "ый"],
  ["oy", "ой"],
  ["ey", "ей"],
  ["ay", "ай"],
  ["i", "и"],
  ["y", "ы"],
  ["h", "х"],
];

const spellings = { uk: ukrainian, ru: [...russian, ...ukrainian.filter(([latin]) => latin.length > 2), ...ukrainian] };

/** Spells a word of Latin letters in Cyrillic ones; the soft sign, which nobody writes in Latin, is lost. */
export function inCyrillic(word: string, language: "uk" | "ru"): string {
  let spelt = "";
  for (let at = 0; at < word.length; ) {
    const found = spellings[language].find(([latin]) => word.startsWith(latin, at));
    spelt += found ? found[1] : (word[at] ?? "");
    at += found ? found[0].length : 1;
  }
  return spelt;
}
