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
        const top = element(
            'div',
            { className: 'record-top' },
            heading,
            ...linksFor(crm, person, choice)
        );
        return element('section', { className: `record ${crm}` }, top, frame);
    });
    into.replaceChildren(...frames);
}

/** What else of the app can be opened in this CRM. */
function linksFor(crm: string, { id }: PersonSummary, { slds }: Choice): HTMLElement[] {
    if (crm !== 'hubspot') {
        const href = `/salesforce-acceptance.html?slds=${slds}`;
        return [element('a', { href, target: '_blank' }, 'Acceptance')];
    }
    const query = new URLSearchParams({ person: id });
    const href = `/hubspot-settings.html?${query.toString()}`;
    return [
        element('a', { href: '/hubspot-acceptance.html', target: '_blank' }, 'Acceptance'),
        element('a', { href, target: '_blank' }, 'App settings')
    ];
}
