/** Execute Anonymous, as far as a job is started or stopped by it. */
import { jobsIn } from './facts.ts';
import type { OrgMetadata } from './metadata.ts';
import type { Rows } from './rows.ts';
import { ADMIN_ID } from './setup.ts';

export function executeAnonymous(code: string, rows: Rows, metadata: OrgMetadata): object {
    const aborted = /^\s*System\.abortJob\('(\w+)'\);\s*$/.exec(code)?.[1];
    if (aborted !== undefined) return abort(aborted, rows);
    const [, className = '', method = ''] = /^\s*(\w+)\.(start|stop)\(\);\s*$/.exec(code) ?? [];
    if (method === '')
        return failed(
            `the sandbox runs no other Apex than start(), stop() and abortJob(): ${code}`
        );
    const job = jobsIn(metadata).find((one) => one.className === className);
    if (job === undefined) return failed(`Variable does not exist: ${className}`);
    const details = rows.list('CronJobDetail').filter(({ Name }) => Name === job.name);
    const triggers = rows
        .list('CronTrigger')
        .filter(({ CronJobDetailId }) => details.some(({ Id }) => Id === CronJobDetailId));
    if (method === 'stop') for (const { Id } of triggers) abort(String(Id), rows);
    // As long as the name is taken, whatever the state of the job that has it.
    else if (triggers.length === 0) {
        const detail = rows.insert('CronJobDetail', { Name: job.name, JobType: '7' });
        rows.insert('CronTrigger', {
            CronJobDetailId: detail,
            State: 'WAITING',
            OwnerId: ADMIN_ID
        });
    }
    return { ...RAN, compiled: true, success: true };
}

/** A schedule goes at once; a batch or queueable that runs ends its transaction first. */
function abort(id: string, rows: Rows): object {
    const trigger = rows.list('CronTrigger').find(({ Id }) => Id === id);
    const run = rows.list('AsyncApexJob').find(({ Id }) => Id === id);
    if (trigger !== undefined) {
        rows.remove(String(trigger['CronJobDetailId']));
        rows.remove(id);
    } else if (run !== undefined) {
        rows.remove(id);
        rows.seed({ AsyncApexJob: [{ ...run, Status: 'Aborted' }] });
    } else {
        return {
            ...RAN,
            compiled: true,
            success: false,
            exceptionMessage: 'System.StringException: Invalid id or job already finished'
        };
    }
    return { ...RAN, compiled: true, success: true };
}

const RAN = {
    line: -1,
    column: -1,
    compileProblem: null,
    exceptionMessage: null,
    exceptionStackTrace: null
};

function failed(compileProblem: string): object {
    return { ...RAN, line: 1, column: 1, compiled: false, success: false, compileProblem };
}
