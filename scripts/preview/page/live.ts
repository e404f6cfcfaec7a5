/** The page of handoff preview: people of a real org and portal, and the chosen one's record in both. */
import type { LivePerson } from '../live/people.ts';
import { hashOf, readChoice, WIDTHS, type Choice } from './choice.ts';
import { element } from './element.ts';
import { drawPeople, moveByArrows } from './list.ts';
import { viewSwitches } from './switches.ts';

interface Places {
    readonly salesforce: string | null;
    readonly hubspot: string | null;
}

const NAMES = { salesforce: 'Salesforce', hubspot: 'HubSpot' } as const;
const place = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

let people: readonly LivePerson[] = [];
let found = '';

async function get<T>(path: string): Promise<T> {
    const response = await fetch(path);
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(answer.message ?? `${path}: ${response.status}`);
    return answer;
}

async function search(): Promise<void> {
    const text = place<HTMLInputElement>('query').value.trim();
    place('found').textContent = 'Searching…';
    const listed = await get<readonly LivePerson[]>(
        `/api/people?${new URLSearchParams({ q: text }).toString()}`
    );
    // A later search has been answered already.
    if (text !== place<HTMLInputElement>('query').value.trim()) return;
    people = listed;
    found = text === '' ? 'The newest' : `Found by “${text}”`;
    if (people.length === 0)
        found = text === '' ? 'There is nobody.' : `Nobody is found by “${text}”.`;
    place('found').textContent = found;
    await draw();
}

async function draw(): Promise<void> {
    const given = readChoice(location.hash);
    const { person } = given;
    // Who was opened by one record is listed by both.
    const listed = people.find(({ id }) => id === person || id.split('~').includes(person ?? ''));
    const choice: Choice = { ...given, person: listed?.id ?? person ?? people[0]?.id ?? null };
    drawPeople(place('people'), people, choice);
    place('switches').replaceChildren(
        ...viewSwitches(choice, (changed) => {
            location.hash = hashOf({ ...choice, ...changed });
        })
    );
    if (choice.person !== null) await drawRecords(choice.person, choice);
}

async function drawRecords(id: string, choice: Choice): Promise<void> {
    const places = await get<Places>('/api/places');
    const { name } = await get<LivePerson>(`/api/people/${encodeURIComponent(id)}`);
    document.title = `${name} – Handoff preview`;
    const { pixels } = WIDTHS[choice.width];
    const crms = (['salesforce', 'hubspot'] as const).filter((crm) => places[crm] !== null);
    const frames = crms.map((crm) => {
        const query = new URLSearchParams({ person: id, slds: choice.slds, width: choice.width });
        const frame = element('iframe', {
            src: `/${crm}.html?${query.toString()}`,
            title: `${NAMES[crm]} record of ${name}`
        });
        if (pixels !== null) frame.style.width = `${pixels}px`;
        const top = element('div', { className: 'record-top' }, element('h2', {}, NAMES[crm]));
        return element('section', { className: `record ${crm}` }, top, frame);
    });
    place('records').replaceChildren(...frames);
}

async function start(): Promise<void> {
    const { salesforce, hubspot } = await get<Places>('/api/places');
    const told = [salesforce, hubspot].filter((one) => one !== null).join(' and ');
    place('places').textContent = `Reads ${told}`;
    await search();
}

function report(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const alert = element('p', { className: 'problem' }, `This could not be read. ${message}`);
    alert.setAttribute('role', 'alert');
    place('found').textContent = found;
    place('records').replaceChildren(alert);
}

moveByArrows(place('people'));
place('search').addEventListener('submit', (event) => {
    event.preventDefault();
    search().catch(report);
});
// The cross of the box empties it: the newest come back.
place('query').addEventListener('search', () => void search().catch(report));
addEventListener('hashchange', () => void draw().catch(report));
start().catch(report);
