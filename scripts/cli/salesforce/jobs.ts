/** The package's scheduled jobs: Salesforce holds on to their classes while they are started. */
import type { PlanItem } from '../plan/plan.ts';
import type { Api, Row } from './api.ts';
import { quoted } from './api.ts';
import { runApex } from './apex.ts';
import type { Job } from './package.ts';

export interface JobState extends Row {
    readonly CronJobDetail: { readonly Name: string };
    /** WAITING, ACQUIRED …; DELETED, COMPLETE and ERROR run no more. */
    readonly State: string;
    readonly NextFireTime: string | null;
    readonly PreviousFireTime: string | null;
    readonly Owner: { readonly Name: string } | null;
}

const ENDED = ['DELETED', 'COMPLETE', 'ERROR'];

/** The jobs that are started, by name. */
export async function startedJobs(
    { query }: Api,
    jobs: readonly Job[]
): Promise<Map<string, JobState>> {
    if (jobs.length === 0) return new Map();
    const names = jobs.map(({ name }) => quoted(name)).join(', ');
    const rows = await query<JobState>(
        'SELECT CronJobDetail.Name, State, NextFireTime, PreviousFireTime, Owner.Name ' +
            `FROM CronTrigger WHERE CronJobDetail.Name IN (${names})`
    );
    const live = rows.filter(({ State }) => !ENDED.includes(State));
    return new Map(live.map((row) => [row.CronJobDetail.Name, row]));
}

export function planJobs(
    jobs: readonly Job[],
    started: ReadonlyMap<string, JobState>,
    isCodeNew: boolean
): PlanItem[] {
    return jobs.map(({ name }) => {
        const item = { target: 'salesforce', what: 'scheduled job', name } as const;
        if (!started.has(name)) return { ...item, change: 'create', why: null };
        return isCodeNew
            ? { ...item, change: 'update', why: 'stopped for the deployment, then started again' }
            : { ...item, change: 'same', why: null };
    });
}

/** Does nothing where a job is started already. */
export async function startJobs(api: Api, jobs: readonly Job[]): Promise<void> {
    for (const { className } of jobs) await runApex(api, `${className}.start();`);
}

export async function stopJobs(api: Api, jobs: readonly Job[]): Promise<void> {
    for (const { className } of jobs) await runApex(api, `${className}.stop();`);
}
