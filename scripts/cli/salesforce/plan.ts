import type { PlanItem } from '../plan/plan.ts';
import { difference } from './compare.ts';
import { keyOf, type Component } from './components.ts';
import type { OrgComponents } from './retrieve.ts';

/** What each component of the package would do to an org that has these. */
export function planComponents(
    ours: ReadonlyMap<string, Component>,
    { components, changes }: OrgComponents
): PlanItem[] {
    return [...ours.values()].map((component): PlanItem => {
        const { type, fullName: name } = component;
        const item = { target: 'salesforce', what: typeWords(type), name } as const;
        const found = components.get(keyOf(component));
        if (found === undefined) return { ...item, change: 'create', why: null };
        const differing = difference(found, component);
        if (differing === null) return { ...item, change: 'same', why: null };
        const by = changes.get(keyOf(component))?.by;
        const why = by === undefined ? differing : `${differing} (last changed by ${by})`;
        return { ...item, change: 'update', why };
    });
}

const WORDS: { readonly [type: string]: string } = {
    ApexClass: 'Apex class',
    ApexTrigger: 'Apex trigger',
    CustomNotificationType: 'notification type',
    CustomTab: 'tab',
    FlexiPage: 'Lightning page',
    LightningComponentBundle: 'Lightning component'
};

/** "custom field", as Setup calls it. */
export function typeWords(type: string): string {
    return (
        WORDS[type] ?? type.replace(/(?<=[a-z])[A-Z]/g, (c) => ` ${c.toLowerCase()}`).toLowerCase()
    );
}
