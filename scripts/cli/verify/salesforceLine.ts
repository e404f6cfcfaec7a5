import type { Line, State } from './lines.ts';

export function salesforceLine(what: string, name: string, state: State, why: string | null): Line {
    return { target: 'salesforce', what, name, state, why };
}
