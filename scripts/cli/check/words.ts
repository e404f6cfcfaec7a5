import type { Style } from '../output/style.ts';
import { table } from '../output/table.ts';
import { count, wrap } from '../output/text.ts';
import { placeOf, type CheckedPart, type CheckFinding } from './types.ts';

interface Look {
    readonly style: Style;
    readonly width: number;
}

/** One line a part, and under it what was found where. */
export function checkText(parts: readonly CheckedPart[], { style, width }: Look): string {
    const rows = parts.map((part) => [stateOf(part, style), part.title, part.skipped ?? part.seen]);
    const overview = table([{ head: '' }, { head: 'Part' }, { head: 'Looked at' }], rows, {
        width,
        style
    });
    const found = parts.flatMap((part) =>
        part.findings.length === 0 ? [] : [partText(part, { style, width })]
    );
    return [overview, ...found].join('\n\n');
}

function stateOf({ findings, skipped }: CheckedPart, style: Style): string {
    if (skipped !== null) return style.warn('– skipped');
    if (findings.length === 0) return style.good('✔ ok');
    return style.bad(`✖ ${findings.length} wrong`);
}

function partText({ title, findings }: CheckedPart, look: Look): string {
    const lines = findings.map((finding, i) => {
        const before = findings[i - 1];
        return findingText(finding, before !== undefined && placeOf(before), look);
    });
    return [`${look.style.bold(title)}: ${count(findings.length, 'finding')}`, ...lines].join('\n');
}

/** The place stands alone on its line, so that a terminal can open it; once for all that is found there. */
function findingText(
    finding: CheckFinding,
    before: string | false,
    { style, width }: Look
): string {
    const message = wrap(finding.message, width, { first: '    ', rest: '      ' });
    const place = placeOf(finding);
    return place === '' || place === before ? message : `  ${style.bad('✖')} ${place}\n${message}`;
}
