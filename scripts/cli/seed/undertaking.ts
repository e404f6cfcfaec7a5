/** Sample people into an org or a portal, or out of it again: the same for both CRMs. */
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';
import type { PlanItem, Target } from '../plan/plan.ts';
import type { Undertaking } from '../undertaking.ts';
import type { Person } from './people.ts';

export interface SeedOptions {
    readonly count?: string;
    readonly remove?: boolean;
}

/** The sample people of one CRM. */
export interface SampleStore {
    readonly target: Target;
    readonly place: string;
    readonly isProduction: boolean;
    /** "contact", "lead" */
    readonly what: string;
    /** Those that are there: ids by email. */
    readonly there: ReadonlyMap<string, string>;
    readonly batch: number;
    readonly create: (people: readonly Person[]) => Promise<void>;
    readonly remove: (ids: readonly string[]) => Promise<void>;
}

const MOST = 1000;

/** @throws CliError for a number that cannot be used */
export function countOf({ count: given = '12' }: SeedOptions): number {
    const n = Number(given);
    if (Number.isInteger(n) && n > 0 && n <= MOST) return n;
    throw new CliError(EXIT.usage, {
        code: 'seed.count',
        message: `--count ${given} is no number from 1 to ${MOST}.`,
        mend: '--count 12'
    });
}

/** @throws CliError in production, where no sample has a place */
export function planSeed(
    store: SampleStore,
    people: readonly Person[],
    { remove = false }: SeedOptions
): Undertaking {
    const { target, place, what, there } = store;
    if (store.isProduction) {
        throw new CliError(EXIT.usage, {
            code: 'seed.production',
            message: `Sample people have no place in ${place}: people work there.`,
            mend: 'Name a sandbox, a scratch org or a test account.'
        });
    }
    const item = (name: string, change: PlanItem['change']): PlanItem => ({
        target,
        what,
        name,
        change,
        why: null
    });
    const missing = people.filter(({ email }) => !there.has(email));
    const work = remove ? [...there.values()] : missing;
    const plan = remove
        ? [...there.keys()].map((email) => item(email, 'remove'))
        : people.map(({ email }) => item(email, there.has(email) ? 'same' : 'create'));
    const run = async (report: (progress: string) => void): Promise<string> => {
        for (let start = 0; start < work.length; start += store.batch) {
            report(`${start} of ${work.length}`);
            const end = start + store.batch;
            if (remove) await store.remove([...there.values()].slice(start, end));
            else await store.create(missing.slice(start, end));
        }
        return count(work.length, what);
    };
    return {
        place,
        plan,
        typedName: null,
        notes: [],
        steps:
            work.length === 0
                ? []
                : [{ title: remove ? 'Remove the sample people' : 'Add the sample people', run }],
        result: () => ({ target, [remove ? 'removed' : 'created']: work.length })
    };
}
