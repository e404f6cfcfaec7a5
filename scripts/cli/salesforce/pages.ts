/** Which Lightning page a record opens with, as the org's own default. */
import type { PlanItem } from '../plan/plan.ts';
import { covers } from './compare.ts';
import { keyOf, listOf, textOf, type Component, type Node } from './components.ts';
import type { Files } from './package.ts';
import { withMembers, withPart } from './parts.ts';
import { manifest } from './removal.ts';
import type { OrgComponents } from './retrieve.ts';

export interface PagePlace {
    readonly object: string;
    readonly page: string;
}

/** The package's record pages and the objects that they are for. */
export function recordPages(components: Iterable<Component>): PagePlace[] {
    return [...components].flatMap(({ type, fullName: page, content }) => {
        if (type !== 'FlexiPage' || content === null || typeof content === 'string') return [];
        const object = textOf(content['sobjectType']);
        return textOf(content['type']) === 'RecordPage' && object !== '' ? [{ object, page }] : [];
    });
}

/** The page that records of an object open with on a desktop; null: Salesforce's own. */
export function activePage({ components }: OrgComponents, object: string): string | null {
    const content = components.get(keyOf({ type: 'CustomObject', fullName: object }))?.content;
    const overrides = typeof content === 'object' ? listOf(content?.['actionOverrides']) : [];
    const view = overrides.find((one) => covers(one, OVERRIDE as Node));
    return typeof view === 'object' ? textOf(view['content']) : null;
}

const OVERRIDE = { actionName: 'View', formFactor: 'Large', type: 'Flexipage' };

export function planPages(pages: readonly PagePlace[], org: OrgComponents): PlanItem[] {
    return pages.map(({ object, page }) => {
        const what = 'record page';
        const item = { target: 'salesforce', what, name: `${object}: ${page}` } as const;
        const active = activePage(org, object);
        if (active === page) return { ...item, change: 'same', why: null };
        return active === null
            ? { ...item, change: 'create', why: `instead of Salesforce’s own page` }
            : { ...item, change: 'update', why: `instead of ${active}` };
    });
}

/** The archive with the pages made the default of their objects. */
export function withActivePages(files: Files, pages: readonly PagePlace[]): Files {
    return withOverrides(files, pages, ({ page }) => ({ ...OVERRIDE, content: page }));
}

/** An archive of the objects alone that gives Salesforce's own page back. */
export function withoutPages(pages: readonly PagePlace[]): Files {
    return withOverrides(new Map([['package.xml', manifest([])]]), pages, () => ({
        actionName: 'View',
        formFactor: 'Large',
        type: 'Default'
    }));
}

function withOverrides(
    files: Files,
    pages: readonly PagePlace[],
    overrideOf: (page: PagePlace) => { readonly [tag: string]: string }
): Files {
    const changed = new Map(files);
    for (const page of pages) {
        const name = `objects/${page.object}.object`;
        const elements = Object.entries(overrideOf(page))
            .sort()
            .map(([tag, text]) => `        <${tag}>${text}</${tag}>\n`);
        const override = `    <actionOverrides>\n${elements.join('')}    </actionOverrides>\n`;
        changed.set(name, withPart(changed.get(name), override));
    }
    const objects = [...new Set(pages.map(({ object }) => object))];
    const named = withMembers(files.get('package.xml') ?? '', 'CustomObject', objects);
    return changed.set('package.xml', named);
}
