import type { Countries } from '../traits/types.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { fieldError } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import type { DmlError } from './types.ts';

/** Prefixes of address fields by object. */
const ADDRESSES: { readonly [object: string]: readonly string[] } = {
    Lead: [''],
    Contact: ['Mailing', 'Other'],
    Account: ['Billing', 'Shipping']
};

/**
 * In an org with state and country picklists, addresses hold what its lists hold. The code is filled in
 * beside the name, as the platform does.
 */
export function addressErrors(pending: Pending, countries: Countries | null): DmlError[] {
    if (countries === null) return [];
    return (ADDRESSES[pending.object.name] ?? []).flatMap((prefix) =>
        errorsOf(pending, prefix, countries)
    );
}

function errorsOf(pending: Pending, prefix: string, countries: Countries): DmlError[] {
    const field = (name: string) => pending.object.fields.get(`${prefix}${name}`.toLowerCase());
    const given = written(pending, `${prefix}Country`);
    const state = written(pending, `${prefix}State`);
    if (given === null) {
        if (state === null) return [];
        const message =
            'A country/territory must be specified before specifying a state value for field: State/Province';
        return [fieldError('FIELD_INTEGRITY_EXCEPTION', message, field('State') ?? null)];
    }
    const country = Object.entries(countries).find(
        ([code, { name }]) => code === given || name === given
    );
    if (country === undefined) {
        const message =
            "There's a problem with this country, even though it may appear correct. Please select " +
            'a country/territory from the list of valid countries.';
        return [fieldError('FIELD_INTEGRITY_EXCEPTION', message, field('Country') ?? null)];
    }
    const [code, { name, states }] = country;
    pending.row = {
        ...pending.row,
        [`${prefix}Country`]: name,
        [`${prefix}CountryCode`]: code
    };
    if (state === null) return [];
    const known = Object.entries(states ?? {}).find(
        ([code, label]) => code === state || label === state
    );
    if (known === undefined) {
        const message =
            "There's a problem with this state, even though it may appear correct. Please select " +
            'a state from the list of valid states.';
        return [fieldError('FIELD_INTEGRITY_EXCEPTION', message, field('State') ?? null)];
    }
    pending.row = {
        ...pending.row,
        [`${prefix}State`]: known[1],
        [`${prefix}StateCode`]: known[0]
    };
    return [];
}

/** Of a name and its code, the one that this save changes. */
function written({ row, before }: Pending, name: string): FieldValue {
    const code = `${name}Code`;
    const isChanged = (field: string): boolean =>
        valueIn(row, field) !== (before === null ? null : valueIn(before, field));
    if (isChanged(code) && !isChanged(name)) return valueIn(row, code);
    return valueIn(row, name);
}
