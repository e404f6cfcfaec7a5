/** Execute Anonymous, as far as a job is started or stopped by it. */
import { jobsIn } from './facts.ts';
import type { OrgMetadata } from './metadata.ts';
import type { Rows } from './rows.ts';
import { ADMIN_ID } from './setup.ts';

export function executeAnonymous(code: string, rows: Rows, metadata: OrgMetadata): object {
    const [, className = '', method = ''] = /^\s*(\w+)\.(start|stop)\(\);\s*$/.exec(code) ?? [];
    if (method === '')
        return failed(`the sandbox runs no other Apex than start() and stop(): ${code}`);
    const job = jobsIn(metadata).find((one) => one.className === className);
    if (job === undefined) return failed(`Variable does not exist: ${className}`);
    const details = rows.list('CronJobDetail').filter(({ Name }) => Name === job.name);
    const triggers = rows
        .list('CronTrigger')
        .filter(({ CronJobDetailId }) => details.some(({ Id }) => Id === CronJobDetailId));
    if (method === 'stop') {
        for (const { Id } of [...triggers, ...details]) rows.remove(String(Id));
    } else if (triggers.length === 0) {
        const detail = rows.insert('CronJobDetail', { Name: job.name });
        rows.insert('CronTrigger', {
            CronJobDetailId: detail,
            State: 'WAITING',
            OwnerId: ADMIN_ID
        });
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
