/** Batch Apex: start, a page of records at a time, finish. */
import { SandboxRefusal } from '../errors.ts';
import { callMethod } from './calls.ts';
import { copyOf } from './copies.ts';
import { tooManyBatches } from './enqueue.ts';
import { isSubclass } from './hierarchy.ts';
import type { Job } from './jobs.ts';
import { valuesOf } from './library/collections.ts';
import { rowsOfLocator } from './library/database.ts';
import type { Transaction } from './program.ts';
import { contextOf, mark } from './runJobs.ts';
import { asynchronous, rootFrame } from './transactions.ts';
import type { ApexObject } from './values.ts';
import { ApexException, PlatformObject, QueryRows, nullPointer } from './values.ts';

type BatchJob = Extract<Job, { kind: 'batch' }>;

/**
 * Runs a batch job, each of its parts in a transaction of its own; a page that fails undoes what it wrote and
 * is counted. A test may have one page.
 *
 * @returns the jobs that it queued in turn
 * @throws ApexException that start or finish does not catch; in a test also that of a page
 */
export function startBatch(job: BatchJob, from: Transaction): Job[] {
    const { store } = from;
    const context = contextOf('Database.BatchableContext', 'jobId', job.id);
    const left: Job[] = [];
    const part = (
        kind: 'batchPage' | 'batchFinish',
        self: ApexObject,
        name: string,
        args: unknown[]
    ): unknown => {
        const inside = asynchronous(from, kind, job.user);
        const types = [context.typeName.toLowerCase(), ...args.map(() => null)];
        const result = callMethod(self, name, [context, ...args], rootFrame(inside), types);
        left.push(...inside.jobs.queued);
        return result;
    };
    mark(job.id, { Status: 'Preparing' }, from);
    let self = copyOf(job.self) as ApexObject;
    const all = part('batchPage', self, 'start', []);
    const pages = pagesOf(scopeOf(all, from), job.pageSize);
    if (from.isTest && pages.length > 1) throw tooManyBatches();
    const isStateful = isSubclass(self.definition, 'database.stateful', from.program);
    const asStarted = copyOf(self) as ApexObject;
    mark(job.id, { Status: 'Processing', TotalJobItems: pages.length }, from);
    let errors = 0;
    for (const [index, page] of pages.entries()) {
        if (!isStateful) self = copyOf(asStarted) as ApexObject;
        const savepoint = store.savepoint();
        try {
            part('batchPage', self, 'execute', [page]);
            store.release(savepoint);
        } catch (error) {
            store.rollback(savepoint);
            if (from.isTest || !(error instanceof ApexException)) throw error;
            errors += 1;
        }
        mark(job.id, { JobItemsProcessed: index + 1, NumberOfErrors: errors }, from);
    }
    if (!isStateful) self = copyOf(asStarted) as ApexObject;
    part('batchFinish', self, 'finish', []);
    mark(job.id, { Status: 'Completed' }, from);
    return left;
}

function scopeOf(started: unknown, transaction: Transaction): unknown[] {
    if (started === null) throw nullPointer();
    if (started instanceof PlatformObject && started.typeName === 'Database.QueryLocator') {
        return rowsOfLocator(started, transaction);
    }
    if (Array.isArray(started)) return valuesOf(started);
    throw new SandboxRefusal('a batch over an iterator of its own');
}

function pagesOf(all: readonly unknown[], size: number): unknown[][] {
    const pages: unknown[][] = [];
    for (let at = 0; at < all.length; at += size) {
        pages.push(QueryRows.from(all.slice(at, at + size) as never[]));
    }
    return pages;
}
