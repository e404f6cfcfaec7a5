/** The contact's record page: its header, and the card that HubSpot's bundler made. */
import { mountExtension } from '../hubspot/host.tsx';
import { askerFor } from './ask.ts';
import { frameSettings } from './settings.ts';

const { person, name, timeZone, locale, clockShift, compact, hubspot } = frameSettings();
const record = document.getElementById('record') as HTMLElement;

function textElement(tag: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    element.dir = 'auto';
    element.textContent = text;
    return element;
}

function header(): HTMLElement {
    const made = document.createElement('header');
    made.className = 'record-header';
    const list = document.createElement('dl');
    for (const [label, value] of hubspot.properties) {
        const row = document.createElement('div');
        row.append(textElement('dt', label), textElement('dd', value));
        list.append(row);
    }
    made.append(textElement('h1', name), list);
    return made;
}

const ask = askerFor(person);
const card = document.createElement('div');
card.className = 'record-card';
record.append(header(), card);
mountExtension(card, {
    bundleUrl: '/hubspot/HandoffCard.js',
    workerUrl: '/hubspot/hubspot-worker.js',
    nowOffset: clockShift,
    context: {
        location: compact ? 'crm.record.sidebar' : 'crm.record.tab',
        user: { ...hubspot.user, locale },
        portal: { id: 1, timezone: timeZone },
        crm: { objectId: Number(hubspot.objectId), objectTypeId: '0-1' },
        extension: { appId: 1, cardTitle: 'Handoff' }
    },
    serverless: (uid, parameters) => ask('function', { uid, parameters }),
    record: {
        properties: (names) => ask('properties', { names }),
        associations: (request) => ask('associations', request),
        fields: (names) => ask('fields', { names }),
        edit: (values) => ask('edit', { values })
    }
});
