/**
 * For paper first: two columns on one sheet. On a screen it looks like that sheet. No text is smaller than 8 pt.
 * The reader's font is not known: the wider its figures (Arial's are 0.556 em, Verdana's 0.636), the more lines
 * the text takes and the closer they stand, so that it fits a sheet all the same.
 */
export const CSS = `
@page { margin: 8mm 9mm; }
* { box-sizing: border-box; margin: 0; }
html { color: #181818; background: #fff; }
body {
    font: 8pt "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
    line-height: clamp(1.16em, 2.55em - 2.2ch, 1.32em);
    overflow-wrap: break-word;
}
header { border-bottom: 1.5pt solid #032d60; padding-bottom: 1mm; margin-bottom: 2mm; }
header p { color: #444; }
h1 { font-size: 14pt; line-height: 1.2; color: #032d60; }
h2 { font-size: 9.5pt; line-height: 1.2; color: #032d60; margin-bottom: .6mm; break-after: avoid; }
h3 { font-size: 8pt; margin-top: .8mm; break-after: avoid; }
main { columns: 2; column-gap: 6mm; }
section { margin-bottom: 2.2mm; }
li, tr, dl > div { break-inside: avoid; }
p { margin-top: .8mm; orphans: 2; widows: 2; }
time { white-space: nowrap; }
ul { padding-left: 3.2mm; }
li { padding-left: .2mm; }
li::marker { color: #747474; }
dt { display: inline; font-weight: bold; }
dt::after { content: ":"; }
dd { display: inline; }
i { color: #444; }
i::before { content: "— "; }
small { font-size: inherit; color: #444; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; color: #444; border-bottom: .5pt solid #aeaeae; }
td { vertical-align: top; border-bottom: .25pt solid #d8d8d8; padding: .3mm 0; }
th + th, td + td { padding-left: 2mm; white-space: nowrap; }
th:nth-child(n + 3), td:nth-child(n + 3) { text-align: right; }
footer { margin-top: 1mm; border-top: .75pt solid #032d60; padding-top: 1.5mm; break-inside: avoid; }
footer section { margin: 0; }
.signatures { display: flex; flex-wrap: wrap; gap: 0 8mm; }
.signatures > div { flex: 1 1 45mm; }
.line { display: block; height: 8mm; border-bottom: .5pt solid #181818; margin-bottom: .8mm; }
@media screen {
    html { background: #ecebea; }
    body { max-width: 210mm; margin: 8mm auto; padding: 8mm 9mm; background: #fff; }
}
@media screen and (max-width: 640px) {
    body { font-size: 11pt; line-height: 1.35; margin: 0; padding: 5mm; }
    h2, h3 { font-size: 12pt; }
    th { font-size: 10pt; }
    main { columns: 1; }
    tr { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 3fr) minmax(0, 3fr); }
    th:first-child, td:first-child { grid-column: 1 / -1; border: 0; padding: .6mm 0 0; }
    th:nth-child(2), td:nth-child(2) { padding-left: 0; }
    th + th, td + td { white-space: normal; }
}
`;
