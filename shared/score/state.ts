import type { State } from './types.ts';

/** `met` when all are, `not_met` when one is not, else `unknown`; of nothing: `met`. */
export function allOf(states: readonly State[]): State {
    if (states.includes('not_met')) return 'not_met';
    return states.includes('unknown') ? 'unknown' : 'met';
}

/** `met` when one is, `not_met` when none can be, else `unknown`; of nothing: `not_met`. */
export function anyOf(states: readonly State[]): State {
    if (states.includes('met')) return 'met';
    return states.includes('unknown') ? 'unknown' : 'not_met';
}
