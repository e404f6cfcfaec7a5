/** `npm start`: both CRMs' panels side by side, over a sandbox on this machine. */
import process from 'node:process';
import { loadCases } from '../../test/cases/load.ts';
import { answerApi } from './api.ts';
import { HELP, PORT, readArguments } from './arguments.ts';
import type { AcceptanceSettings } from './frame/acceptanceSettings.ts';
import type { Folders } from './assets.ts';
import { fileOf, prepareAssets } from './assets.ts';
import { ACCEPTANCE_NOW } from './acceptance.ts';
import { countAhead } from './acceptanceOrg.ts';
import {
    hubspotAcceptanceFrame,
    hubspotFrame,
    salesforceAcceptanceFrame,
    salesforceFrame
} from './frame/html.ts';
import { settingsOf } from './frame/settingsOf.ts';
import type { Answer, Asked } from './http.ts';
import { listen } from './http.ts';
import { openMemory } from './memory.ts';
import type { People, Person } from './people.ts';
import { openPeople } from './people.ts';

/** What is shown of a person, each in a page of its own. */
const PAGES = ['/salesforce.html', '/hubspot.html', '/hubspot-settings.html'];

/** Runs the command line; prints one `ready:` line once the page can be opened. */
export async function main(argv: readonly string[]): Promise<void> {
    const given = readArguments(argv);
    if ('error' in given) {
        console.error(`${given.error}\n\n${HELP}`);
        process.exitCode = 2;
        return;
    }
    if (given.help) {
        console.log(HELP);
        return;
    }
    try {
        countAhead();
        const folders = await prepareAssets();
        const people = openPeople(loadCases(), openMemory(given.state));
        const origin = await listen(given.port, (asked) => answer(folders, people, asked));
        console.log(`ready: ${origin}`);
        const [first] = people.all;
        // What fails here, the page shows.
        if (first) await warmUp(first).catch(() => {});
    } catch (error) {
        console.error(explained(error as NodeJS.ErrnoException, given.port));
        process.exitCode = 1;
    }
}

/** The first request to each sandbox reads the whole package: not at the first visitor's cost. */
async function warmUp(person: Person): Promise<void> {
    const { recordId, user } = person.seen.salesforce;
    const { objectId } = person.seen.hubspot;
    person.salesforce((org) => org.apex('HandoffLeadContext', 'load', { recordId }, { id: user }));
    await person.hubspot('handoff-lead-context', { objectId: Number(objectId) });
}

async function answer(folders: Folders, people: People, asked: Asked): Promise<Answer | null> {
    const { method, path, query } = asked;
    if (path.startsWith('/api/')) return answerApi(people, asked);
    if (method !== 'GET') return null;
    if (PAGES.includes(path)) {
        const person = people.find(query.get('person') ?? '');
        if (person === null) return null;
        person.open();
        const settings = settingsOf(person, query.get('width') === 'sidebar');
        return {
            html:
                path === '/salesforce.html'
                    ? salesforceFrame(settings, query.get('slds') ?? '1')
                    : hubspotFrame(settings, path === '/hubspot.html' ? 'record' : 'settings')
        };
    }
    if (path === '/hubspot-acceptance.html') {
        const clockShift = ACCEPTANCE_NOW - Date.now();
        return { html: hubspotAcceptanceFrame(acceptanceSettings(clockShift)) };
    }
    if (path === '/salesforce-acceptance.html') {
        const settings = acceptanceSettings(ACCEPTANCE_NOW - Date.now());
        const campaign = query.get('campaign');
        return {
            html: salesforceAcceptanceFrame({ ...settings, campaign }, query.get('slds') ?? '1')
        };
    }
    const file = fileOf(folders, path === '/' ? '/index.html' : path);
    return file === null ? null : { file };
}

/** Of the pages that count leads. */
function acceptanceSettings(clockShift: number): AcceptanceSettings {
    return {
        clockShift,
        locale: 'en-US',
        timeZone: 'America/New_York',
        org: 'acceptance/salesforce',
        campaign: null
    };
}

function explained(error: NodeJS.ErrnoException, port: number): string {
    if (error.code === 'EADDRINUSE') {
        return `Port ${port} is taken. Stop what runs there, or choose another: npm start -- --port ${port === PORT ? PORT + 1 : 0}`;
    }
    if (error.code === 'EACCES') {
        return `Port ${port} may not be used. Choose another: npm start -- --port 0`;
    }
    return error.stack ?? String(error);
}
