/** How far a platform's clock may be behind ours when something is looked for, ms. */
export const clockSlackMs = 60_000;

/** Text as compared: platforms trim it and change line ends. */
export const comparable = (text: string | undefined): string =>
  (text ?? "")
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
