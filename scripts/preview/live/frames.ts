/** The record pages of a person in a real org and portal. */
import type { FrameSettings } from '../frame/settings.ts';
import { escaped, hubspotFrame, salesforceFrame } from '../frame/html.ts';
import { objectOf } from './orgPeople.ts';
import type { Pair, Sources } from './people.ts';
import { personOf } from './people.ts';
import { HEADER } from './portalPeople.ts';

export type Crm = 'salesforce' | 'hubspot';

export interface Look {
    readonly compact: boolean;
    readonly slds: string;
}

/** What each CRM's frame says on top. */
export function noteOf({ org, portal }: Sources, crm: Crm): string {
    const place = (crm === 'salesforce' ? org : portal)?.place ?? '';
    const lacking = crm === 'salesforce' ? org?.lacking : portal?.lacking;
    const without =
        lacking === null || lacking === undefined
            ? ''
            : ` ${lacking} are not there yet, and count as empty.`;
    return `Read from ${place}; nothing is written.${without}`;
}

/** The page of one CRM, or one that says that it does not know the person. */
export function frameOf(
    sources: Sources,
    crm: Crm,
    id: string,
    pair: Pair,
    { compact, slds }: Look
): string {
    const { lead, contact } = pair;
    const note = noteOf(sources, crm);
    if ((crm === 'salesforce' ? lead : contact) === null) {
        const { name } = personOf(pair);
        const email = (lead ?? contact)?.email;
        const known = email
            ? `with the email address ${email}`
            : 'to go with this one: it has no email address';
        const kind = crm === 'salesforce' ? 'Lead or Contact' : 'contact';
        return messagePage(note, name, `There is no ${kind} ${known}.`);
    }
    const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const settings: FrameSettings = {
        person: id,
        name: (crm === 'salesforce' ? lead : contact)?.name ?? '',
        note,
        locale,
        timeZone,
        clockShift: sources.now() - Date.now(),
        compact,
        salesforce: {
            recordId: lead?.id ?? '',
            objectName: objectOf(lead?.id ?? '') ?? 'Lead',
            userId: sources.org?.userId ?? ''
        },
        hubspot: {
            objectId: contact?.id ?? '',
            user: { id: 0, email: '', firstName: '', lastName: '' },
            properties: HEADER.flatMap(([label, name]) => {
                const value = contact?.properties[name];
                return typeof value === 'string' && value !== '' ? [[label, value] as const] : [];
            })
        }
    };
    return crm === 'salesforce'
        ? salesforceFrame(settings, slds)
        : hubspotFrame(settings, 'record');
}

function messagePage(note: string, title: string, message: string): string {
    const [a, b, c] = [note, title, message].map(escaped);
    return `<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${b} – Handoff preview</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/hubspot/hubspot-host.css" />
        <link rel="stylesheet" href="/hubspot.css" />
    </head>
    <body class="hubspot">
        <aside class="sandbox-note">${a}</aside>
        <main id="record">
            <header class="record-header"><h1>${b}</h1></header>
            <p>${c}</p>
        </main>
    </body>
</html>
`;
}
