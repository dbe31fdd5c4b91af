/** Colours of the light theme; what has a class is turned round by `darkStyles` where the mail program allows it. */
export const colour = {
  paper: "#FBFAF6",
  raised: "#FFFFFF",
  sunken: "#F3F1EA",
  ink: "#1B1C21",
  soft: "#5A5D68",
  line: "#E4E1D8",
  accent: "#3457D5",
  leaf: "#1A6B43",
  poppy: "#B02A22",
  poppyWash: "#FBE6E3",
  wheat: "#8A5A12",
  wheatWash: "#FBF0D9",
} as const;

/**
 * Turns the marked elements round where the mail program allows it, and takes room from narrow screens. `[data-ogsc]` is
 * how Outlook on the web says that it is dark.
 */
export const mailStyles = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
@media (prefers-color-scheme:dark){
.paper{background:#15161A!important}.raised{background:#1D1F25!important;border-color:#2B2E36!important}
.ink{color:#ECEBE6!important}.soft{color:#A9ACB8!important}.line{border-color:#2B2E36!important}
.link{color:#8CA3FF!important}.leaf{color:#6FD39C!important}.poppy{color:#FF8A80!important}
.wheat-card{background:#3A2F17!important}.poppy-card{background:#3C1D1B!important}.track{background:#2B2E36!important}.bar-leaf{background:#6FD39C!important}.bar-poppy{background:#FF8A80!important}.bar-soft{background:#A9ACB8!important}
}
[data-ogsc] .ink{color:#ECEBE6!important}[data-ogsc] .soft{color:#A9ACB8!important}
@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}.narrow{font-size:11px!important;padding-left:4px!important}.edge{padding:0!important}}
@media (max-width:359px){.pad{padding-left:8px!important;padding-right:8px!important}.narrow{font-size:10px!important;padding-left:2px!important}}`;

/** Word, which draws Outlook's mail, takes an unknown first typeface for Times, and scales pictures by the screen's density. */
export const outlookHead =
  "<!--[if mso]><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>td,div,a,h1,h2{font-family:Arial,sans-serif!important}</style><![endif]-->";

/** It stands in every cell of a mail of at most 100 KB, so it is short; what `system-ui` is, each system knows. */
export const sans = "system-ui,Arial,sans-serif";
export const serif = "Georgia,'Noto Serif',serif";
export const text = `font:16px/1.45 ${sans};color:${colour.ink}`;
export const small = `font:14px/1.45 ${sans};color:${colour.soft}`;
export const note = `font:13px/1.45 ${sans};color:${colour.soft}`;
