import type { PersonSummary, Trouble } from './api.ts';
import { WIDTHS, type Choice, type Width } from './choice.ts';
import { element } from './element.ts';
import { inputOf, instantOf, nextMonday, OFFSETS } from './when.ts';

export interface Switched {
    readonly choose: (choice: Partial<Choice>) => void;
    setClock(offset: number): void;
    setTrouble(kind: Trouble | null): void;
    reset(person: string | null): void;
}

const TROUBLES: readonly (readonly [string, string])[] = [
    ['', 'Answered'],
    ['server-error', 'Server error'],
    ['offline', 'Offline'],
    ['read-only', 'May not write'],
    ['no-access', 'May not read'],
    ['no-functions', 'No functions (HubSpot below Enterprise)']
];
const MONDAY = 'monday';
const CUSTOM = 'custom';

/** Draws the switches above the records. */
export function drawSwitches(
    form: HTMLFormElement,
    person: PersonSummary,
    choice: Choice,
    switched: Switched
): void {
    // The control that has the focus keeps it.
    const focused = [...form.elements].indexOf(document.activeElement as Element);
    form.replaceChildren(
        ...viewSwitches(choice, switched.choose),
        ...nowSwitch(person, switched.setClock),
        select('Requests', TROUBLES, person.trouble.salesforce ?? '', (kind) =>
            switched.setTrouble(kind === '' ? null : (kind as Trouble))
        ),
        element(
            'div',
            { className: 'buttons' },
            button('Reset person', () => switched.reset(person.id)),
            button('Reset all', () => switched.reset(null))
        )
    );
    (form.elements[focused] as HTMLElement | undefined)?.focus();
}

/** How the records are looked at. */
export function viewSwitches(choice: Choice, choose: Switched['choose']): HTMLElement[] {
    const widths = Object.entries(WIDTHS).map(
        ([value, { label, pixels }]) =>
            [value, pixels === null ? label : `${label} ${pixels}`] as const
    );
    const designs = [
        ['1', '1'],
        ['2', '2']
    ] as const;
    return [
        radios('Width', 'width', widths, choice.width, (width) =>
            choose({ width: width as Width })
        ),
        radios('SLDS', 'slds', designs, choice.slds, (slds) =>
            choose({ slds: slds === '2' ? '2' : '1' })
        )
    ];
}

function nowSwitch(person: PersonSummary, setClock: (offset: number) => void): HTMLElement[] {
    const { now, offset, timeZone } = person;
    const start = now - offset;
    const options: (readonly [string, string])[] = [
        ...OFFSETS.map((one) => [String(one.offset), one.label] as const),
        [MONDAY, 'Next Monday, 9:00'],
        [CUSTOM, 'Another time…']
    ];
    const isListed = OFFSETS.some((one) => one.offset === offset);
    const input = element('input', {
        type: 'datetime-local',
        value: inputOf(timeZone, now),
        hidden: isListed,
        onchange: () => {
            const instant = instantOf(timeZone, input.value);
            if (instant !== null) setClock(instant - start);
        }
    });
    input.setAttribute('aria-label', 'Another time');
    const chosen = select('Now', options, isListed ? String(offset) : CUSTOM, (value) => {
        if (value === CUSTOM) {
            input.hidden = false;
            input.focus();
        } else setClock(value === MONDAY ? nextMonday(timeZone, start) - start : Number(value));
    });
    return [element('div', { className: 'now' }, chosen, input)];
}

function radios(
    legend: string,
    name: string,
    options: readonly (readonly [string, string])[],
    checked: string,
    onChoose: (value: string) => void
): HTMLElement {
    const labels = options.map(([value, label]) =>
        element(
            'label',
            {},
            element('input', {
                type: 'radio',
                name,
                value,
                checked: value === checked,
                onchange: () => onChoose(value)
            }),
            element('span', {}, label)
        )
    );
    return element('fieldset', {}, element('legend', {}, legend), ...labels);
}

function select(
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
    onChoose: (value: string) => void
): HTMLElement {
    const control = element(
        'select',
        { onchange: () => onChoose(control.value) },
        ...options.map(([value, text]) =>
            element('option', { value, selected: value === chosen }, text)
        )
    );
    return element('label', { className: 'select' }, element('span', {}, label), control);
}

const button = (label: string, onclick: () => void): HTMLElement =>
    element('button', { type: 'button', onclick }, label);
