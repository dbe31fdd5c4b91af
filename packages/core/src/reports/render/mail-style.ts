/** Colours of the light theme; what has a class is turned round by `darkStyles` where the mail program allows it. */
export const colour = {
  paper: "#FBFAF6",
  raised: "#FFFFFF",
  ink: "#1B1C21",
  soft: "#5A5D68",
  line: "#E4E1D8",
  accent: "#3457D5",
  leaf: "#1A6B43",
  poppy: "#B02A22",
  wheat: "#8A5A12",
  wheatWash: "#FBF0D9",
} as const;

/** Turns the marked elements round where the mail program allows it. */
export const darkStyles = `@media (prefers-color-scheme: dark){
.paper{background:#15161A!important}.raised{background:#1D1F25!important;border-color:#2B2E36!important}
.ink{color:#ECEBE6!important}.soft{color:#A9ACB8!important}.line{border-color:#2B2E36!important}
.accent{color:#8CA3FF!important}.leaf{color:#6FD39C!important}.poppy{color:#FF8A80!important}
.wheat{background:#3A2F17!important;color:#F0C46B!important}.track{background:#2B2E36!important}
}
@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}.half{display:block!important;width:100%!important;box-sizing:border-box}}`;

export const sans = "system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
export const serif = "Georgia,'Noto Serif',serif";
export const text = `font-family:${sans};font-size:16px;line-height:1.45;color:${colour.ink}`;
export const small = `font-family:${sans};font-size:14px;line-height:1.45;color:${colour.soft}`;
