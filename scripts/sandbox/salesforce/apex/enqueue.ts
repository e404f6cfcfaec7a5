/** `System.enqueueJob`, `Database.executeBatch`, `System.schedule` and `System.abortJob`. */
import { SandboxRefusal } from '../errors.ts';
import type { SObjectType } from '../schema.ts';
import { nextFireTime } from './cron.ts';
import { copyOf } from './copies.ts';
import { isSubclass } from './hierarchy.ts';
import type { Transaction } from './program.ts';
import type { ClassDefinition, MethodDefinition } from './source.ts';
import { zoneOfUser } from './userZone.ts';
import { ApexException, ApexObject, nullPointer } from './values.ts';

const MOST_DELAY = 10;
/** Records of a batch's page unless its starter says otherwise. */
export const USUAL_PAGE = 200;
const LARGEST_PAGE = 2000;

/** `System.enqueueJob(job)`, or with a delay in minutes. */
export function enqueueJob(job: unknown, delay: unknown, transaction: Transaction): string {
    const self = instanceOf(job, 'queueable', transaction);
    if (delay !== null && (typeof delay !== 'number' || delay < 0 || delay > MOST_DELAY)) {
        const message = `Minimum allowed value for delay is 0 and maximum is ${MOST_DELAY}`;
        throw new ApexException('IllegalArgumentException', message);
    }
    if (transaction.isTest && transaction.jobs.kind === 'queueable') {
        throw new ApexException('AsyncException', 'Maximum stack depth has been reached.');
    }
    transaction.limits.take('queueableJobs');
    const id = asyncApexJob(self.definition, 'Queueable', 'execute', transaction);
    const copy = copyOf(self) as ApexObject;
    transaction.jobs.add({ kind: 'queueable', id, self: copy, user: transaction.user });
    return id;
}

/** `Database.executeBatch(job, pageSize)`. */
export function executeBatch(job: unknown, pageSize: unknown, transaction: Transaction): string {
    const self = instanceOf(job, 'database.batchable', transaction);
    if (typeof pageSize !== 'number' || pageSize < 1 || pageSize > LARGEST_PAGE) {
        throw new ApexException(
            'IllegalArgumentException',
            'Scope size must be between 1 and 2000'
        );
    }
    if (['batchPage', 'future'].includes(transaction.jobs.kind ?? '')) {
        const message =
            'Database.executeBatch cannot be called from a batch start, batch execute, or future method.';
        throw new ApexException('AsyncException', message);
    }
    if (transaction.isTest && transaction.jobs.kind === 'batchFinish') throw tooManyBatches();
    const id = asyncApexJob(self.definition, 'BatchApex', null, transaction);
    const copy = copyOf(self) as ApexObject;
    transaction.jobs.add({ kind: 'batch', id, self: copy, pageSize, user: transaction.user });
    return id;
}

/** A test may run one page of one batch. */
export function tooManyBatches(): ApexException {
    return new ApexException(
        'UnexpectedException',
        'No more than one executeBatch can be called from within a test method.  Please make sure the ' +
            'iterable returned from your start method matches the batch size, resulting in one ' +
            'executeBatch invocation.'
    );
}

/** A call of a `@future` method, which runs after the transaction. */
export function callFuture(
    method: MethodDefinition,
    args: readonly unknown[],
    transaction: Transaction
): void {
    if (['batchPage', 'batchFinish', 'future'].includes(transaction.jobs.kind ?? '')) {
        const called = `${method.owner.fullName}.${method.name}(${method.parameters.map(({ type }) => type).join(', ')})`;
        const message = `Future method cannot be called from a future or batch method: ${called}`;
        throw new ApexException('AsyncException', message);
    }
    transaction.limits.take('futureCalls');
    const id = asyncApexJob(method.owner, 'Future', method.name, transaction);
    const copies = args.map((one) => copyOf(one));
    transaction.jobs.add({ kind: 'future', id, method, args: copies, user: transaction.user });
}

/** `System.schedule(name, expression, job)`. */
export function schedule(
    name: unknown,
    expression: unknown,
    job: unknown,
    transaction: Transaction
): string {
    const self = instanceOf(job, 'schedulable', transaction);
    const { store, user } = transaction;
    const details = objectOf('CronJobDetail', transaction);
    if (store.rowsOf(details).some((row) => row.Name === name)) {
        const message = `The Apex job named "${String(name)}" is already scheduled for execution.`;
        throw new ApexException('AsyncException', message);
    }
    const now = transaction.now();
    const next = nextFireTime(String(expression), now, zoneOfUser(transaction));
    if (next === null) {
        const message = `Based on configured schedule, the given trigger '${String(name)}' will never fire.`;
        throw new ApexException('AsyncException', message);
    }
    transaction.limits.take('dmlStatements');
    const detail = store.append(details, { Name: String(name), JobType: '7' });
    const id = store.append(objectOf('CronTrigger', transaction), {
        CronJobDetailId: detail,
        CronExpression: String(expression),
        OwnerId: user.id,
        CreatedById: user.id,
        State: 'WAITING',
        TimesTriggered: 0,
        NextFireTime: new Date(next).toISOString(),
        StartTime: new Date(now).toISOString()
    });
    transaction.jobs.add({ kind: 'schedulable', id, self: copyOf(self) as ApexObject, user });
    return id;
}

/** `System.abortJob(id)`, of a scheduled job or of one that waits to be run. */
export function abortJob(id: unknown, transaction: Transaction): void {
    if (typeof id !== 'string') throw nullPointer();
    const { store } = transaction;
    const found = store.byId(id);
    if (found === null) {
        throw new ApexException(
            'StringException',
            `Job does not exist or is already aborted. ${id}`
        );
    }
    transaction.limits.take('dmlStatements');
    transaction.jobs.abort(id);
    if (found.object.name === 'CronTrigger') {
        store.remove(id);
        if (typeof found.row.CronJobDetailId === 'string') store.remove(found.row.CronJobDetailId);
    } else {
        store.replace(found.object, { ...found.row, Status: 'Aborted' });
    }
}

/** Adds the row by which a job is seen in Setup. */
function asyncApexJob(
    { fullName }: ClassDefinition,
    type: string,
    method: string | null,
    transaction: Transaction
): string {
    const { store, user } = transaction;
    return store.append(objectOf('AsyncApexJob', transaction), {
        ApexClassId: apexClassId(fullName.split('.')[0] ?? '', transaction),
        JobType: type,
        MethodName: method,
        Status: 'Queued',
        NumberOfErrors: 0,
        JobItemsProcessed: 0,
        TotalJobItems: 0,
        CreatedById: user.id
    });
}

function apexClassId(name: string, transaction: Transaction): string {
    const { store } = transaction;
    const object = objectOf('ApexClass', transaction);
    const known = store.rowsOf(object).find((row) => row.Name === name)?.Id;
    return typeof known === 'string' ? known : store.append(object, { Name: name });
}

export function objectOf(name: string, { program }: Transaction): SObjectType {
    const object = program.schema.get(name.toLowerCase());
    if (object === undefined) throw new SandboxRefusal(`jobs without the object ${name}`);
    return object;
}

function instanceOf(job: unknown, type: string, { program }: Transaction): ApexObject {
    if (job === null || job === undefined) throw nullPointer();
    if (job instanceof ApexObject && isSubclass(job.definition, type, program)) return job;
    throw new SandboxRefusal(`a job that is no ${type}`);
}
