/** For paper first: two columns on one sheet. On a screen it looks like that sheet. */
export const CSS = `
@page { margin: 10mm 11mm; }
* { box-sizing: border-box; margin: 0; }
html { color: #181818; background: #fff; }
body { font: 8pt/1.32 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
header { border-bottom: 1.5pt solid #032d60; padding-bottom: 1.5mm; margin-bottom: 2.5mm; }
header p { color: #444; }
h1 { font-size: 15pt; line-height: 1.2; color: #032d60; }
h2 { font-size: 9.5pt; color: #032d60; margin-bottom: .8mm; break-after: avoid; }
h3 { font-size: 8pt; margin-top: .9mm; break-after: avoid; }
main { columns: 2; column-gap: 7mm; }
section { margin-bottom: 2.6mm; }
body { overflow-wrap: break-word; }
li, tr, dl > div { break-inside: avoid; }
p { orphans: 2; widows: 2; }
time { white-space: nowrap; }
p { margin-top: .9mm; }
ul { padding-left: 3.2mm; }
li { padding-left: .2mm; }
li::marker { color: #747474; }
dt { display: inline; font-weight: bold; }
dt::after { content: ":"; }
dd { display: inline; }
i { color: #444; }
i::before { content: "— "; }
small { font-size: 7.2pt; color: #444; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 7.2pt; color: #444; border-bottom: .5pt solid #aeaeae; }
td { vertical-align: top; border-bottom: .25pt solid #d8d8d8; padding: .3mm 0; }
th + th, td + td { padding-left: 2mm; white-space: nowrap; }
th:nth-child(n + 3), td:nth-child(n + 3) { text-align: right; }
footer { margin-top: 1mm; border-top: .75pt solid #032d60; padding-top: 2mm; break-inside: avoid; }
footer section { margin: 0; }
.signatures { display: flex; flex-wrap: wrap; gap: 0 8mm; }
.signatures > div { flex: 1 1 45mm; }
.line { display: block; height: 9mm; border-bottom: .5pt solid #181818; margin-bottom: .8mm; }
@media screen {
    html { background: #ecebea; }
    body { max-width: 210mm; margin: 8mm auto; padding: 10mm 11mm; background: #fff; }
}
@media screen and (max-width: 640px) {
    body { font-size: 11pt; margin: 0; }
    small, th { font-size: 10pt; }
    h2, h3 { font-size: 12pt; }
    main { columns: 1; }
    th + th, td + td { white-space: normal; }
}
`;
