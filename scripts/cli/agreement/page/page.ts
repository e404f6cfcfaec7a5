import type { Agreement } from '../../../../shared/agreement/types.ts';
import { html } from './html.ts';
import { sections } from './sections.ts';
import { CSS } from './style.ts';
import { dateWords } from './words.ts';

/**
 * The agreement as one HTML page that prints on one sheet of A4 or Letter, for signing (Q16, Q17). It needs
 * nothing from anywhere and runs no script.
 */
export function agreementPage(agreement: Agreement): string {
    const { title, version, hash, id, effectiveFrom, owner } = agreement;
    const all = sections(agreement);
    const inColumns = all.slice(0, -1);
    const last = all.slice(-1);
    const section = ({ title: name, body }: (typeof all)[number], n: number) =>
        html`<section>
            <h2>${n}. ${name}</h2>
            ${body}
        </section>`;
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta
                    http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'"
                />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}, version ${version}</title>
                <style>
                    ${{ html: CSS }}
                </style>
            </head>
            <body>
                <header>
                    <h1>${title}</h1>
                    <p>
                        ${id} · version ${version} · ${hash} · in force from
                        ${dateWords(effectiveFrom)} · ${owner}
                    </p>
                </header>
                <main>${inColumns.map((one, i) => section(one, i + 1))}</main>
                <footer>${last.map((one) => section(one, all.length))}</footer>
            </body>
        </html> `.html
        .replace(/^ +/gm, '')
        .replace(/\n{2,}/g, '\n')
        .trimEnd()
        .concat('\n');
}
