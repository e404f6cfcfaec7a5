import type { PersonSummary } from './api.ts';
import { hashOf, type Choice } from './choice.ts';
import { element } from './element.ts';

/** Draws the people, the chosen one marked. Each is a link, so that keyboard and history work by themselves. */
export function drawPeople(
    into: HTMLElement,
    people: readonly Pick<PersonSummary, 'id' | 'name' | 'title'>[],
    choice: Choice
): void {
    const rows = people.map(({ id, name, title }) => {
        const link = element(
            'a',
            { href: hashOf({ ...choice, person: id }) },
            element('span', { className: 'name', dir: 'auto' }, name),
            element('span', { className: 'case' }, title)
        );
        if (id === choice.person) link.setAttribute('aria-current', 'page');
        return element('li', {}, link);
    });
    // A link that has the focus keeps it.
    const focused = [...into.querySelectorAll('a')].indexOf(document.activeElement as never);
    into.replaceChildren(...rows);
    if (focused >= 0) into.querySelectorAll('a')[focused]?.focus();
}

/** Up and down move between the people, beside Tab. */
export function moveByArrows(list: HTMLElement): void {
    list.addEventListener('keydown', (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const links = [...list.querySelectorAll('a')];
        const at = links.indexOf(document.activeElement as never);
        if (step === undefined || at < 0) return;
        event.preventDefault();
        links[at + step]?.focus();
    });
}
