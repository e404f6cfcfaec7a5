/** A deployment of the package into an org, from its plan to its steps. */
import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { isEmpty, type Plan } from '../plan/plan.ts';
import type { Step } from '../steps.ts';
import type { Undertaking } from '../undertaking.ts';
import { assign, assignmentsFor, planAssignments, roles, wishesOf } from './assign.ts';
import { requireBuilt } from './built.ts';
import { componentsOf } from './components.ts';
import { connect, orgWords, requireAdmin } from './connect.ts';
import { deploySteps } from './deploy.ts';
import { keepsEmails } from './email.ts';
import { planJobs, startJobs, startedJobs, stopJobs } from './jobs.ts';
import type { TargetOrgOption } from './options.ts';
import { jobsOf, readPackage, testClasses } from './package.ts';
import { planPages, recordPages, withActivePages } from './pages.ts';
import { planComponents } from './plan.ts';
import { retrieve } from './retrieve.ts';
import { stateFile } from './state.ts';

export interface DeploySalesforceOptions extends TargetOrgOption {
    readonly activatePages?: boolean;
    /** `rep=Sales_EMEA` */
    readonly assign?: readonly string[];
    /** False: --no-email. */
    readonly email?: boolean;
    /** Minutes. */
    readonly wait?: string;
}

const MINUTE = 60_000;
const USUAL_WAIT = '60';

export async function planSalesforce(
    context: Context,
    options: DeploySalesforceOptions
): Promise<Undertaking> {
    const { io, out } = context;
    requireBuilt(context);
    const patience = minutes(options.wait ?? USUAL_WAIT) * MINUTE;
    const access = await connect(context, options);
    const { api, org } = access;
    const [, hasEmails] = await Promise.all([requireAdmin(access), keepsEmails(api)]);
    const withEmail = hasEmails && options.email !== false;
    const source = await readPackage({ withEmail });
    const ours = componentsOf(source.files);
    const wishes = wishesOf(options.assign ?? [], roles(ours.values()));
    const jobs = jobsOf(source.files);
    const pages = options.activatePages ? recordPages(ours.values()) : [];
    const [there, started, assignments] = await Promise.all([
        retrieve(api, ours.values(), io.now),
        startedJobs(api, jobs),
        assignmentsFor(api, wishes)
    ]);
    const pack = { ...source, files: withActivePages(source.files, pages) };
    const state = stateFile(context, org.id);

    const components = [...planComponents(ours, there), ...planPages(pages, there)];
    const isNew = !isEmpty(components);
    const plan: Plan = [
        ...components,
        ...planAssignments(assignments),
        ...planJobs(jobs, started, isNew)
    ];
    // What was under way has come to its end without us.
    if (!isNew) state.remove();
    const running = jobs.filter(({ name }) => started.has(name));
    const restarted = (steps: readonly Step[]): Step[] =>
        steps.map(({ title, run }) => ({
            title,
            run: async (report) => {
                try {
                    return await run(report);
                } catch (error) {
                    // An org that was left as it was goes on as it did.
                    if (isFailed(error)) await startJobs(api, running);
                    throw error;
                }
            }
        }));
    const deploying = deploySteps({
        api,
        orgId: org.id,
        pack,
        state,
        patience,
        now: io.now,
        warn: out.warn
    });
    const steps: Step[] = [
        ...(isNew && running.length > 0
            ? [step('Stop the scheduled jobs', () => stopJobs(api, running))]
            : []),
        ...(isNew ? restarted(deploying) : []),
        ...(isEmpty(planAssignments(assignments))
            ? []
            : [step('Assign permission sets', () => assign(api, assignments))]),
        ...(isEmpty(planJobs(jobs, started, isNew))
            ? []
            : [step('Start the scheduled jobs', () => startJobs(api, jobs))])
    ];
    return {
        place: orgWords(org),
        plan,
        typedName: org.kind === 'production' ? org.name : null,
        notes: [
            ...(hasEmails
                ? []
                : [
                      'This org has no Enhanced Email: emails are counted as Tasks, and force-app/main/email stays out.'
                  ]),
            ...(isNew
                ? [
                      `Salesforce first validates it with our ${testClasses(pack.files).length} test classes, and changes nothing if one fails.`
                  ]
                : [])
        ],
        steps,
        result: () => ({
            org: { id: org.id, name: org.name, kind: org.kind, url: org.instanceUrl }
        })
    };
}

function step(title: string, run: () => Promise<string | void>): Step {
    return { title, run };
}

function isFailed(error: unknown): boolean {
    return error instanceof CliError && error.code.startsWith('salesforce.deployment_');
}

function minutes(text: string): number {
    const number = Number(text);
    if (text.trim() !== '' && number >= 0 && number <= 24 * 60) return number;
    throw new CliError(EXIT.usage, {
        code: 'usage.bad_wait',
        message: `--wait ${text} is no number of minutes.`,
        mend: '--wait 60'
    });
}
