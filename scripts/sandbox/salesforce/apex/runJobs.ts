/** Runs jobs that a transaction queued, each in transactions of its own. */
import type { SandboxUser } from '../access.ts';
import { SandboxRefusal } from '../errors.ts';
import type { Row } from '../store.ts';
import { startBatch } from './batch.ts';
import { callMethod } from './calls.ts';
import { initialise } from './classes.ts';
import { invoke } from './invoke.ts';
import type { Job, JobKind } from './jobs.ts';
import type { Transaction } from './program.ts';
import { asynchronous, rootFrame } from './transactions.ts';
import type { ApexObject } from './values.ts';
import { ApexException, PlatformObject } from './values.ts';

/**
 * Runs what a person's request left to be done, and what those jobs leave, until nothing is left. A job that
 * fails undoes what it wrote, and fails no other. Scheduled jobs wait for their time.
 */
export function runQueuedJobs(transaction: Transaction): void {
    const { jobs, store } = transaction;
    for (let job = jobs.queued.shift(); job !== undefined; job = jobs.queued.shift()) {
        if (job.kind === 'schedulable') continue;
        const savepoint = store.savepoint();
        try {
            const left = runJob(job, transaction);
            store.release(savepoint);
            jobs.queued.push(...left);
        } catch (error) {
            store.rollback(savepoint);
            if (!(error instanceof ApexException)) throw error;
            mark(job.id, { Status: 'Failed', ExtendedStatus: error.message }, transaction);
        }
    }
}

/**
 * Runs one job.
 *
 * @returns the jobs that it queued in turn
 * @throws ApexException that it does not catch
 */
export function runJob(job: Job, from: Transaction): Job[] {
    switch (job.kind) {
        case 'batch':
            return startBatch(job, from);
        case 'future': {
            const inside = asynchronous(from, 'future', job.user);
            initialise(job.method.owner, inside);
            invoke(job.method, null, job.args, inside);
            return inside.jobs.queued;
        }
        case 'schedulable':
            return execute(
                job.self,
                'schedulable',
                contextOf('SchedulableContext', 'triggerId', job.id),
                job.user,
                from
            );
        case 'queueable': {
            mark(job.id, { Status: 'Processing' }, from);
            const context = contextOf('QueueableContext', 'jobId', job.id);
            const left = execute(job.self, 'queueable', context, job.user, from);
            mark(job.id, { Status: 'Completed' }, from);
            return left;
        }
        default:
            throw new SandboxRefusal('a job of this kind');
    }
}

function execute(
    self: ApexObject,
    kind: JobKind,
    context: PlatformObject,
    user: SandboxUser,
    from: Transaction
): Job[] {
    const inside = asynchronous(from, kind, user);
    callMethod(self, 'execute', [context], rootFrame(inside), [context.typeName.toLowerCase()]);
    return inside.jobs.queued;
}

export function contextOf(typeName: string, property: string, id: string): PlatformObject {
    return new PlatformObject(typeName, { [property]: id });
}

/** Changes the row by which a job is seen. */
export function mark(id: string, values: Row, { store }: Transaction): void {
    const found = store.byId(id);
    if (found !== null) store.replace(found.object, { ...found.row, ...values });
}
