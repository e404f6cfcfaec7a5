/** Salesforce held against HubSpot: whether both let people choose the same, and decided the same. */
import type { Line, ReadBack } from './lines.ts';

const LISTS = [
    ['decisions', 'decision'],
    ['reasons', 'reason'],
    ['details', 'reason detail']
] as const;

/** One line for each list that both offer, and one for each decision’s count. */
export function compare(one: ReadBack, other: ReadBack): Line[] {
    return [
        ...LISTS.map(([list, what]) => line(`${what}s`, 'as offered', choices(list, one, other))),
        ...counts(one, other)
    ];
}

function choices(list: (typeof LISTS)[number][0], one: ReadBack, other: ReadBack): string[] {
    const [here, there] = [one[list], other[list]];
    const codes = [...new Set([...Object.keys(here), ...Object.keys(there)])];
    return codes.flatMap((code) => {
        const [a, b] = [here[code], there[code]];
        if (a === b) return [];
        if (a === undefined) return [`${code} is only in ${other.place}`];
        if (b === undefined) return [`${code} is only in ${one.place}`];
        return [`${code} is “${a}” in ${one.place}, “${b}” in ${other.place}`];
    });
}

/** A lead may be in one CRM only, so a difference is told, and is no drift. */
function counts(one: ReadBack, other: ReadBack): Line[] {
    const blind = [one, other].filter(({ decided }) => decided === null);
    if (one.decided === null || other.decided === null) {
        const places = blind.map(({ place }) => place).join(' and ');
        const why = `${places} may not be counted with this login`;
        return [{ target: 'both', what: 'decided leads', name: 'counts', state: 'unseen', why }];
    }
    const [here, there] = [one.decided, other.decided];
    const decisions = [...new Set([...Object.keys(here), ...Object.keys(there)])];
    return decisions.map((decision) => {
        const [a, b] = [here[decision] ?? 0, there[decision] ?? 0];
        const why = a === b ? `${a} in both` : `${a} in ${one.place}, ${b} in ${other.place}`;
        return { target: 'both', what: 'decided leads', name: decision, state: 'told', why };
    });
}

function line(what: string, name: string, differences: readonly string[]): Line {
    return {
        target: 'both',
        what,
        name,
        state: differences.length === 0 ? 'agreed' : 'drift',
        why: differences.length === 0 ? null : differences.join('; ')
    };
}
