/** For a screen, light or dark, and for A4 or Letter, where it is always light. */
export const CSS = `
@page { margin: 12mm 11mm 13mm; }
:root {
    color-scheme: light;
    --ink: #181818; --soft: #505050; --line: #d4d4d4; --paper: #fff; --back: #f3f3f3; --head: #032d60;
    --fill: #7aa7e0; --track: #e8e8e8; --mark: #181818;
    --good: #1d6b34; --warn: #8c4b02; --bad: #b0111e;
    --good-fill: #6fbf88; --warn-fill: #e9b35c; --bad-fill: #e58a90;
}
@media screen and (prefers-color-scheme: dark) {
    :root {
        color-scheme: dark;
        --ink: #ececec; --soft: #b4b4b4; --line: #454545; --paper: #1c1c1e; --back: #111; --head: #a9cdf7;
        --fill: #3f72b5; --track: #333; --mark: #fff;
        --good: #7fd49a; --warn: #f2b866; --bad: #ff9aa2;
        --good-fill: #2f7d4a; --warn-fill: #96661c; --bad-fill: #a3434b;
    }
}
* { box-sizing: border-box; margin: 0; }
html { background: var(--back); color: var(--ink); }
body {
    font: 10.5pt/1.4 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
    max-width: 1080px; margin: 0 auto; padding: 28px 32px; background: var(--paper);
    overflow-wrap: break-word; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
h1, h2, h3 { color: var(--head); line-height: 1.25; break-after: avoid; }
h1 { font-size: 20pt; }
h2 { font-size: 15pt; border-bottom: 1.5pt solid var(--head); padding-bottom: 3px; margin: 34px 0 14px; }
h3 { font-size: 11.5pt; margin: 22px 0 8px; }
header p, small, .basis, .empty, footer { color: var(--soft); }
small, footer { font-size: 9pt; }
.notes { list-style: none; padding: 0; margin: 8px 0; }
.notes li { border-left: 3px solid var(--line); padding-left: 8px; margin: 4px 0; }
.notes .good { border-color: var(--good); }
.notes .warn { border-color: var(--warn); }
.notes .bad { border-color: var(--bad); }
.good { color: var(--good); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 10px; }
.figures > div { border: 1px solid var(--line); border-radius: 4px; padding: 9px 11px; break-inside: avoid; }
.figures dt { font-weight: bold; font-size: 9.5pt; }
.figures .number { font-size: 17pt; line-height: 1.3; }
.figures .number.words { font-size: 12pt; line-height: 1.85; }
.figures p:not(.number) { font-size: 9pt; color: var(--soft); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 14px 24px; margin-top: 12px; }
figure { break-inside: avoid; max-width: 500px; }
figcaption { font-weight: bold; font-size: 9.5pt; margin-bottom: 4px; }
figcaption small { font-weight: normal; }
svg { display: block; width: 100%; height: auto; }
svg.bar { height: 6px; margin: 3px 0; }
svg text { font-size: 9.5px; fill: var(--ink); text-anchor: middle; }
svg .value { font-weight: bold; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
svg .missing { fill: var(--soft); }
svg .label { fill: var(--soft); }
.bars text { text-anchor: start; }
.bars .name { text-anchor: end; }
.track { fill: var(--track); }
.fill { fill: var(--fill); }
.fill.good { fill: var(--good-fill); }
.fill.warn { fill: var(--warn-fill); }
.fill.bad { fill: var(--bad-fill); }
.range { fill: var(--mark); opacity: .55; }
rect.target { fill: var(--mark); }
.axis { stroke: var(--line); }
.whisker { stroke: var(--mark); opacity: .6; }
path.target { stroke: var(--mark); stroke-dasharray: 3 3; opacity: .8; }
.table { overflow-x: auto; margin-top: 12px; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
caption { text-align: left; font-weight: bold; padding-bottom: 4px; }
th { color: var(--soft); font-size: 8.5pt; text-align: left; vertical-align: bottom; border-bottom: 1px solid var(--soft); padding: 3px 10px 3px 0; }
td, tbody th { vertical-align: top; border-bottom: 1px solid var(--line); padding: 3px 10px 3px 0; }
tbody th { color: var(--ink); font-size: inherit; font-weight: normal; }
td small, th small { display: block; font-weight: normal; font-size: 8pt; line-height: 1.25; }
td svg.bar { max-width: 150px; margin-left: auto; }
.numeric { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
footer { border-top: 1.5pt solid var(--head); margin-top: 34px; padding-top: 10px; }
footer ul { padding-left: 16px; margin: 8px 0; }
@media (max-width: 640px) {
    body { padding: 16px; }
    .charts { grid-template-columns: 1fr; }
}
@media print {
    html { background: none; }
    body { max-width: none; padding: 0; font-size: 8.5pt; }
    h1 { font-size: 16pt; }
    h2 { font-size: 12.5pt; margin: 18px 0 8px; }
    h3 { font-size: 9.5pt; margin: 12px 0 5px; }
    .page + .page { break-before: page; }
    .figures { grid-template-columns: repeat(5, 1fr); gap: 5px; }
    .figures > div { padding: 5px 7px; }
    .figures .number { font-size: 13pt; }
    .figures .number.words { font-size: 10pt; line-height: 1.7; }
    .figures dt, figcaption { font-size: 8pt; }
    .figures p:not(.number), small, footer { font-size: 7pt; }
    .charts { grid-template-columns: 1fr 1fr; gap: 8px 18px; margin-top: 7px; }
    .table { overflow: visible; margin-top: 7px; }
    table { font-size: 7.6pt; }
    th { font-size: 7pt; }
    td, th, tbody th { padding: 1.5px 6px 1.5px 0; }
    td small, th small { font-size: 6.6pt; }
    footer { margin-top: 16px; break-inside: avoid; }
}
`;
