/** Governor limits of one transaction: what is used, and what may be. */
import { ApexException } from './values.ts';

/** What may be used. Queries, jobs, CPU and heap differ between synchronous and asynchronous Apex. */
export interface Allowance {
    readonly queries: number;
    readonly queryRows: number;
    readonly dmlStatements: number;
    readonly dmlRows: number;
    readonly queueableJobs: number;
    readonly futureCalls: number;
    readonly cpuTime: number;
    readonly heapSize: number;
    readonly callouts: number;
    readonly emails: number;
    readonly aggregateQueries: number;
    readonly queryLocatorRows: number;
    readonly soslQueries: number;
    readonly publishImmediate: number;
    readonly batchJobs: number;
}

export type Resource = keyof Allowance;

export const SYNCHRONOUS: Allowance = {
    queries: 100,
    queryRows: 50_000,
    dmlStatements: 150,
    dmlRows: 10_000,
    queueableJobs: 50,
    futureCalls: 50,
    cpuTime: 10_000,
    heapSize: 6_000_000,
    callouts: 100,
    emails: 10,
    aggregateQueries: 300,
    queryLocatorRows: 10_000,
    soslQueries: 20,
    publishImmediate: 150,
    batchJobs: 5
};

export const ASYNCHRONOUS: Allowance = {
    ...SYNCHRONOUS,
    queries: 200,
    queueableJobs: 1,
    futureCalls: 0,
    cpuTime: 60_000,
    heapSize: 12_000_000
};

/**
 * How many statements of Apex take a millisecond of CPU. Of a million of each, an org takes about a second for
 * steps of a plain loop (two statements), for calls and for fields of records, and two to three for entries of
 * maps and pieces of text: 300 to 2,000 in a millisecond. Counted low, so that what fits here fits there.
 */
export const STATEMENTS_PER_MS = 400;

const WORDS: { readonly [resource in Resource]?: string } = {
    queries: 'Too many SOQL queries',
    queryRows: 'Too many query rows',
    dmlStatements: 'Too many DML statements',
    dmlRows: 'Too many DML rows',
    queueableJobs: 'Too many queueable jobs added to the queue',
    futureCalls: 'Too many future calls',
    emails: 'Too many Email Invocations',
    callouts: 'Too many callouts'
};

/** What one transaction has used. */
export class Limits {
    readonly allowed: Allowance;
    readonly used: { [resource in Resource]?: number } = {};
    /** Statements that ran; CPU time follows from them. */
    statements = 0;
    private readonly mostStatements: number;

    constructor(allowed: Allowance) {
        this.allowed = allowed;
        this.mostStatements = allowed.cpuTime * STATEMENTS_PER_MS;
    }

    get isAsynchronous(): boolean {
        return this.allowed === ASYNCHRONOUS;
    }

    usedOf(resource: Resource): number {
        if (resource === 'cpuTime') return Math.floor(this.statements / STATEMENTS_PER_MS);
        return this.used[resource] ?? 0;
    }

    /** @throws ApexException which no code can catch, when there is no more of it */
    take(resource: Resource, amount = 1): void {
        const total = this.usedOf(resource) + amount;
        this.used[resource] = total;
        if (total > this.allowed[resource]) {
            throw new ApexException('LimitException', `${WORDS[resource] ?? resource}: ${total}`);
        }
    }

    /** Counts one statement. */
    step(): void {
        this.statements += 1;
        if (this.statements > this.mostStatements) {
            throw new ApexException('LimitException', 'Apex CPU time limit exceeded');
        }
    }
}
