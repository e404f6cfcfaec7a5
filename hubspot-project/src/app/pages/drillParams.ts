/** The leads behind a row, as the address of their page says it. */
import { DIMENSIONS } from '@handoff/core';
import type { Drill } from '@handoff/core';

interface Params {
    readonly [name: string]: string;
}

/** Before each value, so that an empty one is one. */
const VALUE = '=';

/** A drill as parameters of an address. */
export function paramsOf({ contradicts, filters, reason }: Drill): { [name: string]: string } {
    const values = { ...filters, reason, contradicts: contradicts === undefined ? undefined : '1' };
    return Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, VALUE + value]]
        )
    );
}

/** The drill that parameters say; what they do not know is none. */
export function drillOf(params: Params): Drill {
    const valueOf = (name: string): string | undefined => {
        const value = params[name];
        return value?.startsWith(VALUE) ? value.slice(VALUE.length) : undefined;
    };
    const reason = valueOf('reason');
    const filters = DIMENSIONS.flatMap((dimension) => {
        const value = valueOf(dimension);
        return value === undefined ? [] : [[dimension, value]];
    });
    return {
        filters: Object.fromEntries(filters) as Drill['filters'],
        ...(reason === undefined ? {} : { reason }),
        ...(valueOf('contradicts') === undefined ? {} : { contradicts: true })
    };
}
