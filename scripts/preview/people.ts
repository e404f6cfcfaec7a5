/** The people of the preview: each has an org, a place in the portal and a clock of its own. */
import type { Case } from '../../test/cases/load.ts';
import { createPortal } from '../sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../sandbox/hubspot/portal.ts';
import type { Org } from '../sandbox/salesforce/org.ts';
import { createOrg } from '../sandbox/salesforce/org.ts';
import type { Kept, Memory } from './memory.ts';
import { seedHash, UNTOUCHED } from './memory.ts';
import type { Trouble } from './trouble.ts';
import { orgFailure, portalFault } from './trouble.ts';

export type Crm = 'salesforce' | 'hubspot';

export interface Person {
    readonly seen: Case;
    /** The person's clock: the case's now, what has passed since it was opened, what was set by hand. */
    now(): number;
    /** How far the clock was set forward by hand, ms. */
    readonly offset: number;
    /** Starts the clock, when it does not run yet. */
    open(): void;
    setOffset(offset: number): void;
    /** As on the first day. */
    reset(): void;
    readonly trouble: { [crm in Crm]: Trouble | null };
    /** A request to the org; throws what the org throws. */
    salesforce<T>(request: (org: Org) => T): T;
    /** Runs an app function in the portal. */
    hubspot(uid: string, parameters: unknown): Promise<unknown>;
    /** Uses the portal as HubSpot's own pages do. */
    portal<T>(use: (portal: HubSpotPortal) => T | Promise<T>): Promise<T>;
}

export interface People {
    readonly all: readonly Person[];
    find(id: string): Person | null;
}

/** Seeds each person at its first request; the portal is one, and holds one person at a time. */
export function openPeople(cases: readonly Case[], memory: Memory): People {
    let clock = (): number => 0;
    let portal: ReturnType<typeof createPortal> | null = null;
    let queue: Promise<unknown> = Promise.resolve();

    function personOf(seen: Case): Person {
        const seed = seedHash(seen);
        let kept: Kept = memory.read(seen.id, seed);
        let since: number | null = null;
        let org: Org | null = null;

        const elapsed = (): number => kept.elapsed + (since === null ? 0 : Date.now() - since);

        function keep(changed: Partial<Kept>): void {
            kept = { ...kept, ...changed, elapsed: elapsed() };
            if (since !== null) since = Date.now();
            memory.write(seen.id, seed, kept);
        }

        function openOrg(): Org {
            const { language, timeZone } = { language: seen.locale, timeZone: seen.timeZone };
            const opened = createOrg({
                forceApp: 'force-app',
                now: person.now,
                locale: { language, timeZone }
            });
            if (kept.salesforce === null) opened.seed(seen.salesforce.rows);
            else opened.restore(kept.salesforce);
            opened.intercept = (call) =>
                person.trouble.salesforce && orgFailure(person.trouble.salesforce, call);
            return opened;
        }

        async function inPortal<T>(use: (portal: HubSpotPortal) => T | Promise<T>): Promise<T> {
            portal ??= createPortal({ project: 'hubspot-project', now: () => clock() });
            const opened = await portal;
            clock = person.now;
            opened.clearTraffic();
            if (kept.hubspot === null) opened.seed(seen.hubspot.portal);
            else opened.restore(kept.hubspot);
            const before = JSON.stringify(opened.snapshot());
            const fault = person.trouble.hubspot && portalFault(person.trouble.hubspot);
            if (fault) opened.intercept(fault);
            try {
                return await use(opened);
            } finally {
                const after = opened.snapshot();
                if (JSON.stringify(after) !== before) keep({ hubspot: after });
            }
        }

        const person: Person = {
            seen,
            now: () => Date.parse(seen.now) + elapsed() + kept.offset,
            get offset() {
                return kept.offset;
            },
            open() {
                since ??= Date.now();
            },
            setOffset(offset) {
                keep({ offset });
            },
            reset() {
                kept = UNTOUCHED;
                since = null;
                org = null;
                person.trouble.salesforce = null;
                person.trouble.hubspot = null;
                memory.write(seen.id, seed, kept);
            },
            trouble: { salesforce: null, hubspot: null },
            salesforce(request) {
                org ??= openOrg();
                const writes = org.calls.length;
                const answer = request(org);
                const wrote = org.calls.slice(writes).some(({ kind }) => kind === 'updateRecord');
                if (wrote) keep({ salesforce: org.snapshot() });
                return answer;
            },
            hubspot: (uid, parameters) =>
                person.portal((opened) => opened.runFunction(uid, parameters)),
            portal(use) {
                const answer = queue.then(() => inPortal(use));
                queue = answer.catch(() => {});
                return answer;
            }
        };
        return person;
    }

    const all = cases.map(personOf);
    return {
        all,
        find: (id) => all.find(({ seen }) => seen.id === id) ?? null
    };
}
