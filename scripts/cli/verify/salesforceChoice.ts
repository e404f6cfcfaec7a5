/** What an admin may leave out of a deployment, and what is therefore no drift: the tests, the history. */
import { keyOf, type Component } from '../salesforce/components.ts';
import { isTestClass } from '../salesforce/package.ts';
import type { OrgComponents } from '../salesforce/retrieve.ts';
import { count } from '../output/text.ts';
import type { Line } from './lines.ts';
import { salesforceLine } from './salesforceLine.ts';

export interface Choice {
    /** What the org has to have. */
    readonly expected: ReadonlyMap<string, Component>;
    readonly lines: readonly Line[];
}

/** A part of a choice that is there is no choice: then what is missing of it has drifted. */
export function choiceOf(
    ours: ReadonlyMap<string, Component>,
    { components }: OrgComponents
): Choice {
    const expected = new Map(ours);
    const lines: Line[] = [];
    const tests = [...ours.values()].filter(isTest);
    if (tests.length > 0 && !tests.some((one) => components.has(keyOf(one)))) {
        for (const one of tests) expected.delete(keyOf(one));
        const why = `${count(tests.length, 'class', 'classes')} not deployed, as with --no-tests`;
        lines.push(salesforceLine('Apex tests', 'of the package', 'told', why));
    }
    const tracked = [...ours.values()].filter(isTracked);
    if (tracked.length > 0 && !tracked.some((one) => isTracked(components.get(keyOf(one))))) {
        for (const one of tracked) expected.set(keyOf(one), without(one, 'trackHistory'));
        for (const [key, one] of expected) {
            if (/^CustomObject:[A-Za-z]+$/.test(key)) {
                expected.set(key, without(one, 'enableHistory'));
            }
        }
        const why = `${count(tracked.length, 'field')} not tracked, as with --no-history-tracking`;
        lines.push(salesforceLine('history', 'of our fields', 'told', why));
    }
    return { expected, lines };
}

function isTest({ type, texts }: Component): boolean {
    return type === 'ApexClass' && [...texts.values()].some(isTestClass);
}

/** Of an object of Salesforce's own: the only ones whose slots others share. */
function isTracked(component: Component | undefined): boolean {
    if (component?.type !== 'CustomField' || !/^[A-Za-z]+\./.test(component.fullName)) return false;
    const { content } = component;
    return typeof content === 'object' && content?.['trackHistory'] === 'true';
}

function without(component: Component, tag: string): Component {
    const { content } = component;
    if (content === null || typeof content === 'string') return component;
    const { [tag]: _left, ...rest } = content;
    return { ...component, content: rest };
}
