import type { Output } from '../output/output.ts';
import type { Style } from '../output/style.ts';
import { reasonTable } from '../output/table.ts';
import { count } from '../output/text.ts';
import type { Line, State } from './lines.ts';

const STATES: {
    readonly [state in State]: { readonly word: string; readonly paint: keyof Style };
} = {
    drift: { word: '✖ drift', paint: 'bad' },
    unseen: { word: '? unseen', paint: 'warn' },
    told: { word: '· counted', paint: 'dim' },
    agreed: { word: '✔ agreed', paint: 'good' }
};
const ORDER = Object.keys(STATES) as State[];

const TARGETS: { readonly [target in Line['target']]: string } = {
    salesforce: 'Salesforce',
    hubspot: 'HubSpot',
    both: 'Salesforce against HubSpot'
};

/** What was found, by CRM: drift first; what is as agreed is only counted, unless --verbose. */
export function verifyText(lines: readonly Line[], out: Output): string {
    const targets = [...new Set(lines.map(({ target }) => target))];
    return targets
        .map((target) =>
            targetText(
                target,
                lines.filter((line) => line.target === target),
                out
            )
        )
        .join('\n\n');
}

function targetText(
    target: Line['target'],
    lines: readonly Line[],
    { style, width, isVerbose }: Output
): string {
    const listed = ORDER.flatMap((state) => lines.filter((line) => line.state === state)).filter(
        ({ state }) => isVerbose || state !== 'agreed'
    );
    const title = `${style.bold(TARGETS[target])}: ${summary(lines)}`;
    if (listed.length === 0) return title;
    const rows = listed.map(({ state, what, name, why }): [string, string, string, string] => {
        const { word, paint } = STATES[state];
        return [style[paint](word), what, name, why ?? ''];
    });
    const body = reasonTable(rows, { width: width - 2, style });
    return `${title}\n${body.replace(/^/gm, '  ')}`;
}

/** "24 as agreed, 1 drifted" */
function summary(lines: readonly Line[]): string {
    const of = (state: State): number => lines.filter((line) => line.state === state).length;
    const parts = [
        `${of('agreed')} as agreed`,
        ...(of('drift') > 0 ? [`${of('drift')} drifted`] : []),
        ...(of('unseen') > 0 ? [`${count(of('unseen'), 'thing')} not seen`] : [])
    ];
    return parts.join(', ');
}
