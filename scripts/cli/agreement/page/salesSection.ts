/** What sales owes a lead: windows, attempts, decisions and their reasons, cover. */
import { quoted } from '../../../../shared/agreement/diff/values.ts';
import { lengthWords } from '../../../../shared/agreement/lengthWords.ts';
import type { Agreement } from '../../../../shared/agreement/types.ts';
import { html, joined, list, type Html } from './html.ts';
import { evidenceWords, windowWords } from './words.ts';

export function salesSection(agreement: Agreement): Html[] {
    const { windows, attempts, decision, reasons, coverage, reassignment } = agreement;
    const { beforeUnresponsive: few, planned } = attempts;
    const due = decision.due.map(
        ({ within, after }) => `${lengthWords(within)} after ${AFTER[after]}`
    );
    const { labels } = decision;
    return [
        list([
            ...windows.map(
                (window) => html`<b>${window.label}:</b> ${windowWords(window, agreement)}`
            ),
            html`decides within ${due.join(', and within ')}: ${labels.accepted.label},
            ${labels.qualified.label}, ${labels.recycled.label} or ${labels.rejected.label}`,
            html`calls nobody unresponsive before ${few.atLeast} attempts on ${few.channels}
            channels within
            ${lengthWords(few.within)}${
                planned === null
                    ? ''
                    : `; plans ${planned.atLeast} in ${lengthWords(planned.within)}`
            }`,
            html`a change of owner ${REASSIGNED[reassignment]}`
        ]),
        html`<p>
            <b>Reasons for ${quoted(labels.rejected.label)} and ${quoted(labels.recycled.label)}</b
            >, and what each asks for: ${joined(reasons.map(reason), '; ')}.
        </p>`,
        ...(coverage === null
            ? []
            : [html`<p><b>Cover: ${coverage.by}.</b> ${coverage.procedure}</p>`])
    ];
}

const AFTER = {
    assigned: 'the assignment',
    first_attempt: 'the first attempt',
    first_contact: 'the first contact'
};
const REASSIGNED = {
    restart: 'starts the window again',
    continue: 'lets the window run on',
    split: 'is counted for each owner apart'
};

function reason({ label, evidence, details }: Agreement['reasons'][number]): Html {
    const asked = (all: typeof evidence): string =>
        all.length === 0 ? '' : ` (${all.map(evidenceWords).join(', ')})`;
    const inner = details.map((detail) => detail.label + asked(detail.evidence)).join(', ');
    return html`<b>${label}</b>${asked(evidence)}${inner === '' ? '' : `: ${inner}`}`;
}
