import type {
    Cell,
    Figure,
    OverviewPage,
    OverviewPanel,
    OverviewSection,
    Table
} from '../../../shared/panel/overviewTypes.ts';
import type { Badge } from '../../../shared/panel/types.ts';
import { html } from '../../cli/agreement/page/html.ts';
import type { Html } from '../../cli/agreement/page/html.ts';
import { barPicture, chartPicture } from './chart.ts';
import { CSS } from './style.ts';

/** Longer tables are for a spreadsheet. */
const MOST_ROWS = 25;

/**
 * The report as one page that needs nothing from anywhere and runs no script (Q80, Q84). All numbers and
 * words are the panel's.
 *
 * @param reading how it was read, for its foot, one sentence each; `csv`: the file that holds all rows
 */
export function reportPage(panel: OverviewPanel, reading: readonly string[], csv: string): string {
    const { asOf, footer, method, notes, pages, subtitle, title } = panel;
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta
                    http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'"
                />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}: ${subtitle}</title>
                <style>
                    ${{ html: CSS }}
                </style>
            </head>
            <body>
                <header>
                    <h1>${title}</h1>
                    <p>${subtitle}</p>
                    <p>${asOf}</p>
                    ${noteList(notes)}
                </header>
                <main>${pages.map((one) => pageOf(one, csv))}</main>
                <footer>
                    <ul>
                        ${[...method, ...reading].map((text) => html`<li>${text}</li>`)}
                    </ul>
                    <p>${footer}</p>
                </footer>
            </body>
        </html>`.html
        .replace(/^ +/gm, '')
        .replace(/\n{2,}/g, '\n')
        .trimEnd()
        .concat('\n');
}

function pageOf({ id, label, sections }: OverviewPage, csv: string): Html {
    return html`<section class="page" id="page-${id}">
        <h2>${label}</h2>
        ${sections.map((one) => sectionOf(one, csv))}
    </section>`;
}

function sectionOf(section: OverviewSection, csv: string): Html {
    const { charts, figures, heading, id, notes, tables } = section;
    return html`<section id="${id}">
        <h3>${heading}</h3>
        ${noteList(notes)}
        ${figures.length === 0 ? '' : html`<dl class="figures">${figures.map(figureOf)}</dl>`}
        ${charts.length === 0 ? '' : html`<div class="charts">${charts.map(chartPicture)}</div>`}
        ${tables.map((table) => tableOf(table, heading, csv))}
    </section>`;
}

function noteList(notes: readonly Badge[]): Html {
    if (notes.length === 0) return html``;
    return html`<ul class="notes">
        ${notes.map(({ text, tone }) => html`<li class="${tone}">${text}</li>`)}
    </ul>`;
}

function figureOf({ bar, basis, details, label, tone, value }: Figure): Html {
    const isWords = !/\d/.test(value);
    return html`<div>
        <dt>${label}</dt>
        <dd>
            <p class="number ${tone} ${isWords ? 'words' : ''}">${value}</p>
            ${bar === null ? '' : barPicture(bar)}
            ${[...(basis === null ? [] : [basis]), ...details].map((text) => html`<p>${text}</p>`)}
        </dd>
    </div>`;
}

function tableOf({ columns, empty, heading, id, rows }: Table, above: string, csv: string): Html {
    const caption =
        heading === above
            ? ''
            : html`<caption>
                  ${heading}
              </caption>`;
    if (empty !== null) {
        // Its section says so already, where both have the same heading.
        return html`<p class="empty">${heading === above ? '' : `${heading}: `}${empty}</p>`;
    }
    const left = rows.length - MOST_ROWS;
    const shared = columns.map((_, i) => sharedDetail(rows, i));
    return html`<div class="table">
        <table id="table-${id}">
            ${caption}
            <thead>
                <tr>
                    ${columns.map(
                        ({ label, numeric }, i) =>
                            html`<th scope="col" class="${numeric ? 'numeric' : ''}">
                                ${label}${smallOf(shared[i] ?? null)}
                            </th>`
                    )}
                </tr>
            </thead>
            <tbody>
                ${rows.slice(0, MOST_ROWS).map(
                    ({ cells }) =>
                        html`<tr>
                            ${cells.map((cell, i) =>
                                cellOf(
                                    shared[i] ? { ...cell, detail: null } : cell,
                                    i === 0,
                                    columns[i]?.numeric ?? false
                                )
                            )}
                        </tr>`
                )}
            </tbody>
        </table>
        ${left > 0 ? html`<p class="empty">${left.toLocaleString('en')} more in ${csv}</p>` : ''}
    </div>`;
}

/** What is said of every cell of a column is said once, in its head; a dash has no detail. */
function sharedDetail(rows: Table['rows'], column: number): string | null {
    const details = rows.flatMap(({ cells }) => cells[column]?.detail ?? []);
    const [first = null] = details;
    return details.length > 1 && details.every((one) => one === first) ? first : null;
}

function smallOf(text: string | null): Html {
    return text === null ? html`` : html`<small>${text}</small>`;
}

function cellOf({ bar, detail, text, tone }: Cell, isHead: boolean, isNumeric: boolean): Html {
    const inside = html`<span class="${tone}">${text}</span
        >${smallOf(detail)}${bar === null ? '' : barPicture(bar)}`;
    const kind = isNumeric ? 'numeric' : '';
    return isHead
        ? html`<th scope="row" class="${kind}">${inside}</th>`
        : html`<td class="${kind}">${inside}</td>`;
}
