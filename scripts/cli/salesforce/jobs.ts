/**
 * The package's jobs: Salesforce refuses new code for a class whose schedule, batch or queueable is pending or
 * running, so they are stopped for a deployment, and started again whichever way it ends.
 */
import { onInterrupt } from '../interrupt.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';
import type { PlanItem } from '../plan/plan.ts';
import type { Step } from '../steps.ts';
import type { Api, Row } from './api.ts';
import { quoted } from './api.ts';
import { runApex } from './apex.ts';
import type { Job } from './package.ts';
import { growingWaits, pause } from './retry.ts';

export interface JobState extends Row {
    readonly Id: string;
    readonly CronJobDetail: { readonly Name: string };
    /** WAITING, ACQUIRED, EXECUTING, PAUSED …; DELETED, COMPLETE and ERROR never run again. */
    readonly State: string;
    readonly NextFireTime: string | null;
    readonly PreviousFireTime: string | null;
    readonly Owner: { readonly Name: string } | null;
}
/** A batch or queueable that waits or runs. */
export interface Run extends Row {
    readonly Id: string;
    readonly JobType: string;
    readonly Status: string;
    readonly ApexClass: { readonly Name: string } | null;
}
export interface JobsThere {
    /** By the job's name. */
    readonly started: ReadonlyMap<string, JobState>;
    /** By the job's name: listed in Setup, and never to run again. */
    readonly dead: ReadonlyMap<string, JobState>;
    readonly runs: readonly Run[];
}

const ENDED = ['DELETED', 'COMPLETE', 'ERROR'];
const ACTIVE = ['Holding', 'Queued', 'Preparing', 'Processing'];
/** A queueable may be delayed by ten minutes, and then runs. */
const LONGEST_WAIT = 15 * 60_000;

/** @param classes the names of the package's Apex classes */
export async function jobsThere(
    api: Api,
    jobs: readonly Job[],
    classes: readonly string[]
): Promise<JobsThere> {
    const [schedules, runs] = await Promise.all([schedulesOf(api, jobs), runsOf(api, classes)]);
    const byName = (rows: readonly JobState[]): Map<string, JobState> =>
        new Map(rows.map((row) => [row.CronJobDetail.Name, row]));
    const started = byName(schedules.filter(({ State }) => !ENDED.includes(State)));
    const dead = schedules.filter(
        ({ State, CronJobDetail }) => ENDED.includes(State) && !started.has(CronJobDetail.Name)
    );
    return { started, dead: byName(dead), runs };
}

async function schedulesOf({ query }: Api, jobs: readonly Job[]): Promise<JobState[]> {
    if (jobs.length === 0) return [];
    const names = jobs.map(({ name }) => quoted(name)).join(', ');
    return query<JobState>(
        'SELECT Id, CronJobDetail.Name, State, NextFireTime, PreviousFireTime, Owner.Name ' +
            `FROM CronTrigger WHERE CronJobDetail.Name IN (${names})`
    );
}

async function runsOf({ query }: Api, classes: readonly string[]): Promise<Run[]> {
    if (classes.length === 0) return [];
    const rows = await query<Run>(
        'SELECT Id, JobType, Status, ApexClass.Name FROM AsyncApexJob ' +
            `WHERE JobType IN ('BatchApex', 'Queueable', 'Future') AND Status IN (${ACTIVE.map(quoted).join(', ')}) ` +
            `AND ApexClass.NamespacePrefix = null AND ApexClass.Name IN (${classes.map(quoted).join(', ')})`
    );
    return rows;
}

export function planJobs(
    jobs: readonly Job[],
    { started, dead, runs }: JobsThere,
    isCodeNew: boolean
): PlanItem[] {
    const schedules = jobs.map(({ name }): PlanItem => {
        const item = { target: 'salesforce', what: 'scheduled job', name } as const;
        const ended = dead.get(name);
        if (ended !== undefined) {
            const why = `ended in state ${ended.State}: is scheduled again`;
            return { ...item, change: 'update', why };
        }
        if (!started.has(name)) return { ...item, change: 'create', why: null };
        return isCodeNew
            ? { ...item, change: 'update', why: 'stopped for the deployment, then started again' }
            : { ...item, change: 'same', why: null };
    });
    if (!isCodeNew) return schedules;
    const running = runs.map(({ ApexClass, JobType, Status }): PlanItem => ({
        target: 'salesforce',
        what: 'running job',
        name: `${ApexClass?.Name ?? 'Apex'} (${JobType}, ${Status})`,
        change: 'update',
        why: isBatch({ JobType })
            ? 'stopped for the deployment, then run again'
            : 'the deployment waits for its end'
    }));
    return [...schedules, ...running];
}

/** What stops and starts the jobs of an org. */
export interface JobControl {
    readonly api: Api;
    readonly jobs: readonly Job[];
    readonly classes: readonly string[];
    readonly there: JobsThere;
    /** Logs in again, for when this login ends on the way. */
    readonly again: () => Promise<Api>;
    readonly warn: (text: string) => void;
}

/**
 * The steps, with the jobs stopped before them. After the last the package's jobs are started; when a step
 * fails or somebody presses Ctrl+C, those that were started before.
 */
export function withJobsStopped(steps: readonly Step[], control: JobControl): Step[] {
    const { api, jobs, there } = control;
    const stopped = jobs.filter(({ name }) => there.started.has(name));
    let forget = (): void => {};
    const guarded = ({ title, run }: Step): Step => ({
        title,
        run: async (report) => {
            try {
                return await run(report);
            } catch (error) {
                forget();
                await restart(stopped, control);
                throw error;
            }
        }
    });
    const stop: Step = {
        title: 'Stop the scheduled jobs',
        run: async (report) => {
            forget = onInterrupt(() => restart(stopped, control));
            return stopJobs(control, report);
        }
    };
    const start: Step = {
        title: 'Start the scheduled jobs',
        run: async () => {
            await startJobs(api, jobs);
            forget();
        }
    };
    const isNothingToStop = there.started.size + there.dead.size + there.runs.length === 0;
    return [...(isNothingToStop ? [] : [stop]), ...steps, start].map(guarded);
}

async function restart(jobs: readonly Job[], { api, again, warn }: JobControl): Promise<void> {
    if (jobs.length === 0) return;
    try {
        await startJobs(api, jobs).catch(async () => startJobs(await again(), jobs));
    } catch (error) {
        const names = jobs.map(({ name }) => name).join(', ');
        const by = jobs.map(({ className }) => `${className}.start();`).join(' ');
        warn(
            `These scheduled jobs are stopped and could not be started again: ${names} (${(error as Error).message}) ` +
                `Run the same command again, or this in the Developer Console, Debug, Open Execute Anonymous Window: ${by}`
        );
    }
}

/** Stops schedules and batches, and waits until nothing of ours is pending or running. */
export async function stopJobs(
    { api, jobs, classes, there }: Pick<JobControl, 'api' | 'jobs' | 'classes' | 'there'>,
    report: (progress: string) => void
): Promise<string> {
    const schedules = [...there.started.values(), ...there.dead.values()];
    for (const { Id } of [...schedules, ...there.runs.filter(isBatch)]) await abort(api, Id);
    let waited = 0;
    for (const wait of growingWaits()) {
        const now = await jobsThere(api, jobs, classes);
        // A run that had begun may have scheduled the next one.
        for (const { Id } of [...now.started.values(), ...now.runs.filter(isBatch)]) {
            await abort(api, Id);
        }
        if (now.started.size + now.runs.length === 0) break;
        const left = now.runs.map(({ ApexClass, Status }) => `${ApexClass?.Name}: ${Status}`);
        report(left.join(', '));
        if (waited > LONGEST_WAIT) throw stillRunning(left);
        await pause(wait);
        waited += wait;
    }
    return count(schedules.length + there.runs.length, 'job');
}

function isBatch({ JobType }: Pick<Run, 'JobType'>): boolean {
    return JobType === 'BatchApex';
}

/** A job that has ended by itself meanwhile cannot be aborted; whether one is left, the caller looks. */
async function abort(api: Api, id: string): Promise<void> {
    try {
        await runApex(api, `System.abortJob(${quoted(id)});`);
    } catch (error) {
        if (!(error instanceof CliError) || error.code !== 'salesforce.apex_failed') throw error;
    }
}

/** Does nothing where a job is started already. @throws CliError that names a job that did not start */
export async function startJobs(api: Api, jobs: readonly Job[]): Promise<void> {
    const before = await jobsThere(api, jobs, []);
    for (const { Id } of before.dead.values()) await abort(api, Id);
    for (const { className } of jobs) await runApex(api, `${className}.start();`);
    const { started } = await jobsThere(api, jobs, []);
    const lacking = jobs.filter(({ name }) => !started.has(name));
    if (lacking.length === 0) return;
    throw new CliError(EXIT.remote, {
        code: 'salesforce.not_scheduled',
        message: `Salesforce did not schedule ${lacking.map(({ name }) => name).join(', ')}.`,
        mend: 'Setup, Scheduled Jobs: delete a job of this name there, whatever its state. Then run the same command again.'
    });
}

function stillRunning(left: readonly string[]): CliError {
    return new CliError(EXIT.remote, {
        code: 'salesforce.jobs_running',
        message: `Jobs of ours are still pending or running after ${LONGEST_WAIT / 60_000} minutes. Nothing was changed.`,
        where: left.join('\n'),
        mend: 'Setup, Apex Jobs shows what they wait for. Run the same command again at a quieter time, or allow it: Setup, Deployment Settings, “Allow deployments of components when corresponding Apex jobs are pending or in progress”.'
    });
}
