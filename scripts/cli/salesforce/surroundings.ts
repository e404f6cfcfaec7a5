/** What an org has of its own on the objects that our tests write to, and that may refuse their records. */
import { CliError } from '../output/errors.ts';
import { quoted, type Api, type Row } from './api.ts';
import type { Component } from './components.ts';

export interface Neighbour {
    readonly object: string;
    readonly name: string;
    /** Who changed it last; null: not known. */
    readonly by: string | null;
}
export interface ForeignRule extends Neighbour {
    /** What people are told by it. */
    readonly message: string;
}
/** Null: this user may not see them. */
export interface Surroundings {
    readonly validationRules: readonly ForeignRule[] | null;
    /** Custom fields that every record needs. */
    readonly requiredFields: readonly Neighbour[] | null;
    readonly duplicateRules: readonly Neighbour[] | null;
    readonly triggers: readonly Neighbour[] | null;
    readonly hasPersonAccounts: boolean;
    readonly hasCurrencies: boolean;
}

const OBJECTS = ['Lead', 'Contact', 'Task', 'Event'];
const NAMES = OBJECTS.map(quoted).join(', ');

interface By {
    readonly LastModifiedBy: { readonly Name: string } | null;
}
interface Described {
    readonly fields: readonly {
        readonly name: string;
        readonly type?: string;
        readonly custom?: boolean;
        readonly nillable?: boolean;
        readonly createable?: boolean;
        readonly defaultedOnCreate?: boolean;
    }[];
}

/** @param ours what the package brings, which is no neighbour */
export async function surroundingsOf(
    api: Api,
    ours: ReadonlyMap<string, Component>
): Promise<Surroundings> {
    const described = await orNull(
        Promise.all(
            OBJECTS.map(async (object) => ({
                object,
                ...(await api.get<Described>(`/sobjects/${object}/describe`))
            }))
        )
    );
    const [validationRules, duplicateRules, triggers, requiredFields] = await Promise.all([
        orNull(validationRulesOf(api, ours)),
        orNull(duplicateRulesOf(api)),
        orNull(triggersOf(api, ours)),
        described === null ? null : orNull(requiredFieldsOf(api, described, ours))
    ]);
    const has = (object: string, field: string): boolean =>
        described?.some(
            (one) => one.object === object && one.fields.some(({ name }) => name === field)
        ) ?? false;
    return {
        validationRules,
        duplicateRules,
        triggers,
        requiredFields,
        hasPersonAccounts: has('Contact', 'IsPersonAccount'),
        hasCurrencies: has('Lead', 'CurrencyIsoCode')
    };
}

/** What this user may not see is not known, and no reason to stop. */
async function orNull<Found>(finding: Promise<Found>): Promise<Found | null> {
    try {
        return await finding;
    } catch (error) {
        if (error instanceof CliError && /refused|not_allowed/.test(error.code)) return null;
        throw error;
    }
}

async function validationRulesOf(
    { toolingQuery }: Api,
    ours: ReadonlyMap<string, Component>
): Promise<ForeignRule[]> {
    const rows = await toolingQuery<
        Row &
            By & {
                ValidationName: string;
                ErrorMessage: string | null;
                EntityDefinition: { QualifiedApiName: string } | null;
            }
    >(
        'SELECT ValidationName, ErrorMessage, EntityDefinition.QualifiedApiName, LastModifiedBy.Name ' +
            `FROM ValidationRule WHERE Active = true AND EntityDefinition.QualifiedApiName IN (${NAMES})`
    );
    return rows
        .map((row) => ({
            object: row.EntityDefinition?.QualifiedApiName ?? '',
            name: row.ValidationName,
            message: row.ErrorMessage ?? '',
            by: row.LastModifiedBy?.Name ?? null
        }))
        .filter(({ object, name }) => !ours.has(`ValidationRule:${object}.${name}`));
}

async function duplicateRulesOf({ query }: Api): Promise<Neighbour[]> {
    const rows = await query<Row & By & { DeveloperName: string; SobjectType: string }>(
        'SELECT DeveloperName, SobjectType, LastModifiedBy.Name FROM DuplicateRule ' +
            `WHERE IsActive = true AND SobjectType IN (${NAMES})`
    );
    return rows.map((row) => ({
        object: row.SobjectType,
        name: row.DeveloperName,
        by: row.LastModifiedBy?.Name ?? null
    }));
}

async function triggersOf(
    { toolingQuery }: Api,
    ours: ReadonlyMap<string, Component>
): Promise<Neighbour[]> {
    const rows = await toolingQuery<Row & By & { Name: string; TableEnumOrId: string }>(
        'SELECT Name, TableEnumOrId, LastModifiedBy.Name FROM ApexTrigger ' +
            `WHERE Status = 'Active' AND TableEnumOrId IN (${NAMES})`
    );
    return rows
        .map((row) => ({
            object: row.TableEnumOrId,
            name: row.Name,
            by: row.LastModifiedBy?.Name ?? null
        }))
        .filter(({ name }) => !ours.has(`ApexTrigger:${name}`));
}

async function requiredFieldsOf(
    { toolingQuery }: Api,
    described: readonly (Described & { readonly object: string })[],
    ours: ReadonlyMap<string, Component>
): Promise<Neighbour[]> {
    const required = described.flatMap(({ object, fields }) =>
        fields
            .filter(
                ({ name, type, custom, nillable, createable, defaultedOnCreate }) =>
                    custom === true &&
                    nillable === false &&
                    createable === true &&
                    defaultedOnCreate !== true &&
                    type !== 'boolean' &&
                    !ours.has(`CustomField:${object}.${name}`)
            )
            .map(({ name }) => ({ object, name }))
    );
    if (required.length === 0) return [];
    const names = required.map(({ name }) => quoted(name.replace(/__c$/, ''))).join(', ');
    const rows = await toolingQuery<Row & By & { DeveloperName: string; TableEnumOrId: string }>(
        'SELECT DeveloperName, TableEnumOrId, LastModifiedBy.Name FROM CustomField ' +
            `WHERE DeveloperName IN (${names})`
    );
    return required.map(({ object, name }) => {
        const row = rows.find(
            ({ DeveloperName, TableEnumOrId }) =>
                TableEnumOrId === object && `${DeveloperName}__c` === name
        );
        return { object, name, by: row?.LastModifiedBy?.Name ?? null };
    });
}

/** "Lead.Industry_Is_Set (Eve Editor)" */
export function neighbourWords({ object, name, by }: Neighbour): string {
    return `${object}.${name}${by === null ? '' : ` (${by})`}`;
}

/** What the plan says of them: nothing where there is nothing. */
export function surroundingNotes(found: Surroundings): string[] {
    const lists: [string, readonly Neighbour[] | null][] = [
        ['active validation rules', found.validationRules],
        ['required custom fields', found.requiredFields],
        ['active duplicate rules', found.duplicateRules],
        ['other triggers', found.triggers]
    ];
    const seen = lists.flatMap(([what, some]) =>
        some === null || some.length === 0
            ? []
            : [`- ${what}: ${some.map(neighbourWords).join(', ')}`]
    );
    const unseen = lists.filter(([, some]) => some === null).map(([what]) => what);
    return [
        ...(seen.length > 0
            ? [
                  'The org’s own automation on Lead, Contact, Task and Event also runs in our tests. If it refuses their records, the deployment fails, changes nothing, and names which:',
                  ...seen
              ]
            : []),
        ...(unseen.length > 0
            ? [
                  `This user may not see the org’s ${unseen.join(', ')}: not known whether they interfere.`
              ]
            : []),
        ...(found.hasPersonAccounts
            ? [
                  'Person accounts are on: Handoff works with their leads and contacts, and does not assign its picklist values to person account record types.'
              ]
            : []),
        ...(found.hasCurrencies
            ? [
                  'Multiple currencies are on: check the agreement’s revenue criteria, which know one currency.'
              ]
            : [])
    ];
}
