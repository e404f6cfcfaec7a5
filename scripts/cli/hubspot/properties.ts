/** The portal's contact properties, and what the agreement's must become there. */
import { SETTINGS } from '../../../shared/crm/hubspot/names.ts';
import type {
    ContactProperties,
    PropertyDefinition,
    PropertyOption
} from '../../build/hubspot-properties.ts';
import { count } from '../output/text.ts';
import type { PlanItem } from '../plan/plan.ts';
import { createOnce, type Api } from './api.ts';

export const PROPERTIES = '/crm/properties/2026-09/contacts';
export const PREFIX = 'handoff_';

/** As HubSpot describes a property. */
export interface PortalProperty {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly groupName: string;
    readonly type: string;
    readonly fieldType: string;
    readonly hidden?: boolean;
    readonly options: readonly PropertyOption[];
    readonly updatedAt?: string;
    readonly updatedUserId?: string;
}
export interface PortalProperties {
    readonly group: { readonly label: string } | null;
    readonly all: readonly PortalProperty[];
}

/** A write that makes the portal agree with the agreement. */
export type PropertyChange =
    | { readonly do: 'createGroup'; readonly body: ContactProperties['group'] }
    | {
          readonly do: 'updateGroup';
          readonly name: string;
          readonly body: { readonly label: string };
      }
    | { readonly do: 'create'; readonly body: PropertyDefinition }
    | { readonly do: 'update'; readonly name: string; readonly body: Partial<PropertyDefinition> };

export interface PropertyPlan {
    readonly items: readonly PlanItem[];
    readonly changes: readonly PropertyChange[];
}

/** How many contacts bear a value of a property. */
export type Uses = (property: string, value: string) => number;

/** Reads all properties, and our group. */
export async function readProperties(api: Api, group: string): Promise<PortalProperties> {
    const [found, { results }] = await Promise.all([
        api.find<{ label: string }>(`${PROPERTIES}/groups/${group}`),
        api.get<{ results: readonly PortalProperty[] }>(PROPERTIES)
    ]);
    return { group: found, all: results };
}

/** Options that the portal offers and the agreement no longer has, by property. */
export function retiredOptions(
    wanted: ContactProperties,
    { all }: PortalProperties
): readonly { readonly property: string; readonly value: string }[] {
    return wanted.properties.flatMap(({ name, options, groupName }) => {
        const found = all.find((one) => one.name === name && one.groupName === groupName);
        return (found?.options ?? [])
            .filter(({ value, hidden }) => !hidden && !options.some((one) => one.value === value))
            .map(({ value }) => ({ property: name, value }));
    });
}

/**
 * What is to be created and changed. A property that is not ours by name and group is never touched, an
 * option never removed: contacts may bear it, now or in their history, so it is hidden instead.
 */
export function planProperties(
    wanted: ContactProperties,
    { group, all }: PortalProperties,
    uses: Uses
): PropertyPlan {
    const items: PlanItem[] = [groupItem(wanted.group, group)];
    const changes: PropertyChange[] = [];
    if (group === null) changes.push({ do: 'createGroup', body: wanted.group });
    else if (group.label !== wanted.group.label) {
        const { name, label } = wanted.group;
        changes.push({ do: 'updateGroup', name, body: { label } });
    }
    for (const property of wanted.properties) {
        const found = all.find(({ name }) => name === property.name);
        const item = (change: PlanItem['change'], why: string | null = null): void =>
            void items.push({
                target: 'hubspot',
                what: 'contact property',
                name: property.name,
                change,
                why
            });
        if (found === undefined) {
            item('create');
            changes.push({ do: 'create', body: property });
            continue;
        }
        const conflict = conflictOf(property, found);
        if (conflict !== null) {
            item('refused', conflict);
            continue;
        }
        const { body, why } = differences(property, found, uses);
        item(why.length === 0 ? 'same' : 'update', why.length === 0 ? null : why.join('; '));
        if (why.length > 0) changes.push({ do: 'update', name: property.name, body });
    }
    return { items, changes };
}

/** Why a property of this name is none of ours, or cannot become it; null: it is ours. */
export function conflictOf(
    { name, groupName, type }: PropertyDefinition,
    found: PortalProperty
): string | null {
    if (!name.startsWith(PREFIX) || found.groupName !== groupName) {
        return `is in the group ${found.groupName}, so it may be somebody else’s; move it into the group ${groupName} if it is ours`;
    }
    if (found.type !== type) {
        return `is of the type ${found.type}, and ${type} is needed; archive it in HubSpot (Settings, Properties) after exporting what it holds, then run this again`;
    }
    return null;
}

interface Differences {
    readonly body: Partial<PropertyDefinition>;
    /** In words, one each. */
    readonly why: readonly string[];
}

/** What of a property of ours is not as wanted, and the write that mends it. */
export function differences(
    wanted: PropertyDefinition,
    found: PortalProperty,
    uses: Uses
): Differences {
    const body: { -readonly [key in keyof PropertyDefinition]?: PropertyDefinition[key] } = {};
    const why: string[] = [];
    if (found.label !== wanted.label) {
        body.label = wanted.label;
        why.push(`the label is “${found.label}”`);
    }
    // The settings' description is the settings: only their page writes it.
    if (wanted.name !== SETTINGS && found.description !== wanted.description) {
        body.description = wanted.description;
        why.push('the description differs');
    }
    if (found.fieldType !== wanted.fieldType) {
        body.fieldType = wanted.fieldType;
        why.push(`it is shown as ${found.fieldType}`);
    }
    if ((found.hidden ?? false) !== wanted.hidden) {
        body.hidden = wanted.hidden;
        why.push(wanted.hidden ? 'it is shown' : 'it is hidden');
    }
    const options = optionsFor(wanted, found);
    const told = optionWords(wanted, found, options, uses);
    if (told.length > 0) {
        body.options = options;
        why.push(...told);
    }
    return { body, why };
}

/** Those of the agreement in its order, then the retired ones, hidden. */
function optionsFor(wanted: PropertyDefinition, found: PortalProperty): readonly PropertyOption[] {
    const values = new Set(wanted.options.map(({ value }) => value));
    const labels = new Set(wanted.options.map(({ label }) => label));
    const retired = found.options.filter(({ value }) => !values.has(value));
    return [
        ...wanted.options,
        ...retired.map(({ value, label }, index) => ({
            value,
            // HubSpot wants each label once.
            label: labels.has(label) ? `${label} (${value})` : label,
            displayOrder: wanted.options.length + index,
            hidden: true
        }))
    ];
}

function optionWords(
    wanted: PropertyDefinition,
    found: PortalProperty,
    options: readonly PropertyOption[],
    uses: Uses
): string[] {
    const before = new Map(found.options.map((option) => [option.value, option]));
    const words = options.flatMap(({ value, label, hidden }) => {
        const was = before.get(value);
        if (was === undefined) return [`lacks ${value}`];
        if (hidden && !was.hidden) {
            const bearers = uses(wanted.name, value);
            const bear = bearers === 1 ? 'bears' : 'bear';
            const told =
                bearers === 0 ? '' : `; ${count(bearers, 'contact')} ${bear} it, so it is hidden`;
            return [`offers ${value}, which is no longer agreed${told}`];
        }
        if (!hidden && was.hidden) return [`hides ${value}`];
        return was.label === label ? [] : [`${value} is called “${was.label}”`];
    });
    if (words.length > 0) return words;
    const order = [...found.options].sort((a, b) => a.displayOrder - b.displayOrder);
    const isSame = order.every(({ value }, index) => options[index]?.value === value);
    return isSame ? [] : ['the order differs'];
}

function groupItem(wanted: ContactProperties['group'], found: PortalProperties['group']): PlanItem {
    const differs = found !== null && found.label !== wanted.label;
    return {
        target: 'hubspot',
        what: 'property group',
        name: wanted.name,
        change: found === null ? 'create' : differs ? 'update' : 'same',
        why: differs ? `the label is “${found.label}”` : null
    };
}

/** Makes one change; one that was made before, by a run that was cut short, is left as it is. */
export async function applyChange(api: Api, change: PropertyChange): Promise<void> {
    switch (change.do) {
        case 'createGroup':
            return await createOnce(api, `${PROPERTIES}/groups`, change.body);
        case 'updateGroup':
            return void (await api.patch(`${PROPERTIES}/groups/${change.name}`, change.body));
        case 'create':
            return await createOnce(api, PROPERTIES, change.body);
        case 'update':
            return void (await api.patch(`${PROPERTIES}/${change.name}`, change.body));
    }
}
