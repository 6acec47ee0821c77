/** How the report looks: on a phone and on paper, by day and by night, without a single file beside it. */

/** The shares of the width that columns may have; the policy of the page allows no style beside this sheet. */
const widths = Array.from({ length: 100 }, (_, share) => `.w${share} { width: ${share}%; }`).join('\n');

export const style = `${widths}
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #555f6b; --line: #c9d1d9; --panel: #f4f7fa;
  --accent: #0b4f8a; --bar: #0b4f8a; --alert: #8a1c00; --alert-panel: #fff3ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e8ecf1; --soft: #aab4c0; --line: #3d4651; --panel: #1d232b;
    --accent: #8cc4ff; --bar: #6fb1f5; --alert: #ffb199; --alert-panel: #33201a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word; hyphens: auto;
}
header.top, nav, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header.top { padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 2.25rem 0 .5rem; padding-top: .5rem; border-top: 3px solid var(--accent); }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 1.5rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .35rem; }
p { margin: .4rem 0; }
a { color: var(--accent); }
a:focus-visible, .skip:focus { outline: 3px solid var(--accent); outline-offset: 2px; }
.made, .note, figcaption, .fill-labels { color: var(--soft); font-size: .92rem; }
.lead { font-size: 1.05rem; }
.alert { border-left: 6px solid var(--alert); background: var(--alert-panel); padding: .6rem .8rem; }
.alert strong, .alert a { color: var(--alert); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: 0; margin: .75rem 0 0; }
code { hyphens: none; overflow-wrap: anywhere; font: .88em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate; }
.grade { display: flex; gap: 1rem; align-items: center; margin: .75rem 0; }
.letter {
  flex: none; width: 4.2rem; height: 4.2rem; display: grid; place-items: center; margin: 0;
  border: 3px solid var(--accent); border-radius: .6rem; font-size: 2.6rem; font-weight: 700; line-height: 1;
}
.grade p { margin: .1rem 0; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: .75rem 0; }
figure { margin: 0; flex: 1 1 16rem; max-width: 34rem; min-width: 0; }
figcaption { margin-bottom: .25rem; }
figcaption strong { color: var(--ink); }
figure svg { display: block; width: 100%; height: auto; }
.axis { stroke: var(--line); fill: none; }
.curve { stroke: var(--bar); stroke-width: 2.5; fill: none; }
.dot { fill: var(--paper); stroke: var(--bar); stroke-width: 2; }
.had { fill: var(--bar); stroke: var(--bar); }
.open { fill: var(--paper); stroke: var(--bar); }
.barred { fill: url(#hatch); stroke: var(--soft); }
.hatch { stroke: var(--soft); stroke-width: 2; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
.fill-labels { list-style: none; padding: 0; margin: .25rem 0 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
.fill-labels svg { display: inline-block; width: 1rem; height: .8rem; margin-right: .35rem; vertical-align: -.05rem; }
ol.actions { list-style: none; padding: 0; margin: .5rem 0; }
.action { border: 1px solid var(--line); border-left: 6px solid var(--accent); border-radius: .4rem; background: var(--panel); padding: .6rem .9rem; margin: .6rem 0; }
.action h3 { margin: 0 0 .2rem; }
.action dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .1rem .8rem; margin: .4rem 0; }
.action dt { color: var(--soft); }
.action dd { margin: 0; min-width: 0; }
table { table-layout: fixed; border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 400; }
.numeric { text-align: right; font-variant-numeric: tabular-nums; }
td > div + div, th > div + div { margin-top: .15rem; }
footer { padding: 2rem 1rem; color: var(--soft); }
@media screen and (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; }
  tr { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .7rem; margin: .6rem 0; }
  tbody th, tbody td { border: 0; padding: .2rem 0; text-align: left; }
  tbody th { font-weight: 600; }
  tbody td::before { content: attr(data-head); display: block; color: var(--soft); font-size: .85rem; }
  .action dl { grid-template-columns: 1fr; }
  .action dd { margin-bottom: .3rem; }
  h1 { font-size: 1.5rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --panel: #fff; --accent: #0b4f8a; --bar: #0b4f8a; --alert: #8a1c00; --alert-panel: #fff; }
  @page { size: A4; margin: 16mm 15mm 18mm; }
  html { font-size: 9pt; }
  body { line-height: 1.3; }
  header.top, main { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; margin: 9pt 0 2pt; padding-top: 3pt; border-top-width: 2px; } h3 { font-size: 11.5pt; } h4 { font-size: 10.5pt; }
  .new-page { break-before: page; }
  h2, h3, h4, figcaption { break-after: avoid; }
  tr, .action, .grade, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .charts { flex-wrap: nowrap; margin: 4pt 0; }
  .charts figure { max-width: 50%; }
  .charts svg { max-height: 52pt; }
  ol.actions { margin: 0; }
  .action { padding: 2pt 8pt; margin: 3pt 0; }
  .action h3, .action p { margin: 0; }
  .action > p:last-child { display: none; }
  .action dl { display: block; margin: 0; }
  .action dt, .action dd { display: inline; }
  .action dt::after { content: ': '; }
  .action dd:not(:last-child)::after { content: ' · '; }
  .letter { width: 44pt; height: 44pt; font-size: 28pt; }
  a { text-decoration: none; }
}
`;
