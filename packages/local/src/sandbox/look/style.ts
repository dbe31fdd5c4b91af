/** The look of the sandbox's pages: the product's tokens, light and dark, one column that fits a phone. */
export const style = `
:root {
  --paper: #fbfaf6; --raised: #ffffff; --sunken: #f3f1ea; --ink: #1b1c21; --soft: #5a5d68; --line: #e4e1d8;
  --cornflower: #3457d5; --on-accent: #ffffff; --wheat: #8a5a12; --wheat-paper: #fbf0d9; --poppy: #b02a22;
  --poppy-paper: #fbe6e3; --leaf: #1a6b43; --leaf-paper: #e0f2e7; color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15161a; --raised: #1d1f25; --sunken: #101114; --ink: #ecebe6; --soft: #a9acb8; --line: #2b2e36;
    --cornflower: #8ca3ff; --on-accent: #101114; --wheat: #f0c46b; --wheat-paper: #3a2f17; --poppy: #ff8a80;
    --poppy-paper: #3c1d1b; --leaf: #6fd39c; --leaf-paper: #15301f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2 { font-family: ui-serif, Georgia, "Noto Serif", serif; font-weight: 600; line-height: 1.2; margin: 0; }
h1 { font-size: 28px; } h2 { font-size: 20px; } h2.name { font: 600 14px/1.45 system-ui, sans-serif; }
p { margin: 0; } a { color: var(--cornflower); }
.notice { background: var(--wheat-paper); color: var(--wheat); padding: 8px 16px; font-size: 12px; display: flex; gap: 16px;
  justify-content: space-between; align-items: center; }
.notice nav { display: flex; gap: 12px; white-space: nowrap; } .notice a { color: inherit; }
main { max-width: 1040px; margin: 0 auto; padding: 24px 16px 48px; display: grid; gap: 24px; }
main.narrow { max-width: 560px; }
@media (min-width: 860px) { main.two { grid-template-columns: minmax(0, 1fr) 340px; } main.two > header { grid-column: 1 / -1; } }
main.two > * { min-width: 0; }
.soft { color: var(--soft); } .small { font-size: 12px; }
.stack { display: grid; gap: 16px; align-content: start; } .tight { display: grid; gap: 8px; align-content: start; }
.row { display: flex; gap: 8px; flex-wrap: wrap; align-items: center; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 16px; }
.card > .bleed { margin: 0 -16px; }
.avatar { flex: none; width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-weight: 600;
  background: var(--sunken); border: 1px solid var(--line); }
.avatar.own { background: var(--cornflower); border-color: var(--cornflower); color: var(--on-accent); }
.avatar.large { width: 72px; height: 72px; font: 600 28px ui-serif, Georgia, serif; }
.text { white-space: pre-wrap; }
.photos { display: grid; gap: 2px; grid-template-columns: repeat(auto-fit, minmax(45%, 1fr)); }
.photos img, .photos video { width: 100%; max-height: 480px; object-fit: cover; display: block; background: var(--sunken); }
.link { display: block; border: 1px solid var(--line); border-radius: 6px; padding: 12px; text-decoration: none; background: var(--sunken); }
.figures { display: flex; gap: 16px; color: var(--soft); border-top: 1px solid var(--line); padding-top: 8px; font-variant-numeric: tabular-nums; }
.comment { display: flex; gap: 8px; } .comment .avatar { width: 28px; height: 28px; font-size: 12px; }
.comment .bubble { background: var(--sunken); border-radius: 10px; padding: 8px 12px; min-width: 0; }
.comment.hidden .bubble { background: transparent; border: 1px dashed var(--soft); } .replies { margin-left: 36px; }
.mark { display: inline-block; font-size: 12px; border-radius: 6px; padding: 0 8px; background: var(--leaf-paper); color: var(--leaf); }
.mark.negative { background: var(--poppy-paper); color: var(--poppy); } .mark.quiet { background: var(--sunken); color: var(--soft); }
label { display: grid; gap: 4px; font-size: 12px; color: var(--soft); } label.choice { display: flex; align-items: center; min-height: 32px; gap: 8px; color: var(--ink); font-size: 14px; }
input, textarea, select { font: inherit; font-size: 16px; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; padding: 8px 12px; width: 100%; min-height: 40px; }
input[type=checkbox], input[type=radio] { width: 18px; min-height: 18px; height: 18px; accent-color: var(--cornflower); padding: 0; flex: none; }
fieldset { border: 0; padding: 0; margin: 0; } legend { font-weight: 600; padding: 0; margin-bottom: 4px; }
button { font: inherit; font-weight: 600; min-height: 40px; padding: 8px 16px; border-radius: 6px; border: 1px solid var(--cornflower);
  background: var(--cornflower); color: var(--on-accent); cursor: pointer; }
button.quiet { background: transparent; color: var(--cornflower); }
:focus-visible { outline: 2px solid var(--cornflower); outline-offset: 2px; }
summary { cursor: pointer; color: var(--cornflower); min-height: 32px; display: flex; align-items: center; gap: 8px; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; font-weight: 600; } details[open] > summary::before { content: "−"; }
details[open] { padding-bottom: 8px; }
.profile { gap: 16px; flex-wrap: nowrap; align-items: flex-start; } h1.plain { font: 600 14px/1.45 system-ui, sans-serif; }
.figures-plain { display: flex; gap: 16px; font-variant-numeric: tabular-nums; }
.grid, .stories { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; grid-template-columns: repeat(3, minmax(0, 1fr)); }
.stories { display: flex; gap: 12px; flex-wrap: wrap; }
.grid a { display: block; position: relative; aspect-ratio: 4 / 5; background: var(--sunken); }
.stories a { display: block; width: 72px; height: 72px; border-radius: 50%; overflow: hidden; border: 3px solid var(--cornflower); }
:is(.grid, .stories) :is(img, video) { width: 100%; height: 100%; object-fit: cover; display: block; }
.corner { position: absolute; top: 8px; right: 8px; background: rgb(0 0 0 / 0.55); color: #fff; font-size: 12px; padding: 0 8px; border-radius: 6px; }
.slides { display: flex; overflow-x: auto; scroll-snap-type: x mandatory; background: var(--sunken); }
.slides figure { flex: none; width: 100%; margin: 0; scroll-snap-align: start; }
.slides :is(img, video) { width: 100%; display: block; } .slides.upright :is(img, video) { aspect-ratio: 9 / 16; object-fit: cover; max-height: 80vh; }
:target { outline: 2px solid var(--cornflower); outline-offset: 2px; }
`;
