import type {} from '@sa11y/jest';
import { createElement } from 'lwc';

/** An element with the properties that tests read or set. */
export interface Mounted extends HTMLElement {
    alternativeText?: unknown;
    clock?: unknown;
    disabled?: unknown;
    label?: unknown;
    maxLength?: unknown;
    panel?: unknown;
    required?: unknown;
    value?: unknown;
}

/** Puts a component on the page, as a record page does. */
export function mount(tag: string, is: unknown, properties: object): Mounted {
    const element = createElement(tag, { is: is as never }) as unknown as Mounted;
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

/** Lets promises settle and components redraw. */
export async function settle(turns = 20): Promise<void> {
    if (turns > 0) {
        await Promise.resolve();
        await settle(turns - 1);
    }
}

/** Every element below, through the shadows of our own components, that matches. */
export function all(root: Element, selector: string): Mounted[] {
    const inner = root.shadowRoot ?? root;
    return [...inner.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches(selector) ? [element as Mounted] : []),
        ...(element.shadowRoot ? all(element, selector) : [])
    ]);
}

/** The first of `all`; fails when there is none. */
export function one(root: Element, selector: string): Mounted {
    const [first] = all(root, selector);
    if (first === undefined) {
        throw new Error(`Nothing matches ${selector}`);
    }
    return first;
}

/** What can be read, through all shadows and slots, in the order of the screen. */
export function textOf(root: Node): string {
    const children =
        root instanceof HTMLSlotElement
            ? root.assignedNodes()
            : [...((root instanceof Element && root.shadowRoot) || root).childNodes];
    return children
        .map((node) => (node instanceof Text ? node.data : textOf(node)))
        .join(' ')
        .replace(/\s+/g, ' ');
}

/** What has the focus, within all shadows. */
export function focused(): Element | null {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
        element = element.shadowRoot.activeElement;
    }
    return element;
}

/** Lets the page be hidden or seen again. */
export function showPage(seen: boolean): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: !seen });
    document.dispatchEvent(new CustomEvent('visibilitychange'));
}
