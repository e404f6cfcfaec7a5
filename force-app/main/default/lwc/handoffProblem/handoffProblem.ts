import forbiddenMend from '@salesforce/label/c.Handoff_No_Access_Mend';
import unreachableMend from '@salesforce/label/c.Handoff_Unreachable_Mend';

/** Something that went wrong: what, what the platform said about it, and how to mend it. */
export interface Problem {
    readonly what: string;
    readonly details: readonly string[];
    readonly mend: string;
}

interface Fault {
    readonly message?: string;
    readonly errorCode?: string;
}
interface Body extends Fault {
    readonly output?: {
        readonly errors?: readonly Fault[];
        readonly fieldErrors?: { readonly [field: string]: readonly Fault[] };
    };
}
/** A failed request as Apex, UI API and the browser shape it. */
interface Failure extends Fault {
    readonly status?: number;
    readonly body?: Body | readonly Fault[];
}

const FORBIDDEN = [
    'INSUFFICIENT_ACCESS',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'INVALID_FIELD_FOR_INSERT_UPDATE'
];

/** The most specific faults: those of rules and fields say more than the sentence around them. */
function faultsOf(failure: Failure): readonly Fault[] {
    const { body } = failure;
    if (body === undefined) {
        return [];
    }
    if (Array.isArray(body)) {
        return body as readonly Fault[];
    }
    const { output } = body as Body;
    const specific = [
        ...(output?.errors ?? []),
        ...Object.values(output?.fieldErrors ?? {}).flat()
    ];
    return specific.length > 0 ? specific : [body as Body];
}

/**
 * Words a failed request.
 * @param error what a wire or a promise gave, in whatever shape
 * @param what the failed action as a sentence
 * @param mend what to do when nothing more is known than that it failed
 */
export function explain(error: unknown, what: string, mend: string): Problem {
    const failure = (error ?? {}) as Failure;
    const faults = faultsOf(failure);
    const details = [
        ...new Set(faults.map((fault) => fault.message ?? '').filter((text) => text !== ''))
    ];
    if (faults.length === 0) {
        return { what, details: failure.message ? [failure.message] : [], mend: unreachableMend };
    }
    const forbidden =
        failure.status === 403 || faults.some((fault) => FORBIDDEN.includes(fault.errorCode ?? ''));
    return { what, details, mend: forbidden ? forbiddenMend : mend };
}
