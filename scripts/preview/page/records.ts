import type { PersonSummary } from './api.ts';
import { WIDTHS, type Choice } from './choice.ts';
import { element } from './element.ts';

const CRMS = { salesforce: 'Salesforce', hubspot: 'HubSpot' };

/** Draws both records of a person side by side, each in a frame of the chosen width. */
export function drawRecords(into: HTMLElement, person: PersonSummary, choice: Choice): void {
    const { pixels } = WIDTHS[choice.width];
    const frames = Object.entries(CRMS).map(([crm, name]) => {
        const query = new URLSearchParams({
            person: person.id,
            slds: choice.slds,
            width: choice.width
        });
        const frame = element('iframe', {
            src: `/${crm}.html?${query.toString()}`,
            title: `${name} record of ${person.name}`
        });
        if (pixels !== null) frame.style.width = `${pixels}px`;
        const heading = element('h2', {}, name);
        return element('section', { className: `record ${crm}` }, heading, frame);
    });
    into.replaceChildren(...frames);
}
