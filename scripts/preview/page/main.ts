/** The page of npm start: the people, and the chosen one's record in both CRMs. */
import * as api from './api.ts';
import { hashOf, readChoice, type Choice } from './choice.ts';
import { element } from './element.ts';
import { drawPeople, moveByArrows } from './list.ts';
import { drawRecords } from './records.ts';
import { drawSwitches, type Switched } from './switches.ts';

const place = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function choiceNow(people: readonly api.PersonSummary[]): Choice {
    const choice = readChoice(location.hash);
    const isThere = people.some(({ id }) => id === choice.person);
    return isThere ? choice : { ...choice, person: people[0]?.id ?? null };
}

async function draw(): Promise<void> {
    const people = await api.people();
    const choice = choiceNow(people);
    drawPeople(place('people'), people, choice);
    const person = people.find(({ id }) => id === choice.person);
    if (person === undefined) {
        place('records').replaceChildren(element('p', {}, 'There are no people in test/cases.'));
        return;
    }
    document.title = `${person.name} – Handoff preview`;
    drawSwitches(place('switches'), person, choice, switchedOn(person, choice));
    drawRecords(place('records'), person, choice);
}

function switchedOn(person: api.PersonSummary, choice: Choice): Switched {
    const redrawAfter = (work: Promise<unknown>): void => void work.then(draw).catch(report);
    return {
        choose: (changed) => {
            location.hash = hashOf({ ...choice, ...changed });
        },
        setClock: (offset) => redrawAfter(api.setClock(person.id, offset)),
        setTrouble: (kind) => redrawAfter(api.setTrouble(person.id, kind)),
        reset: (id) => redrawAfter(api.reset(id))
    };
}

function report(error: unknown): void {
    const message = `The preview's server does not answer (${String(error)}). Start it again with npm start, then reload.`;
    const alert = element('p', { className: 'problem' }, message);
    alert.setAttribute('role', 'alert');
    place('records').replaceChildren(alert);
}

moveByArrows(place('people'));
addEventListener('hashchange', () => void draw().catch(report));
draw().catch(report);
