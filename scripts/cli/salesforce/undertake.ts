/** A deployment of the package into an org, from its plan to its steps. */
import { projectRoot, type Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { isEmpty, type Plan } from '../plan/plan.ts';
import type { Step } from '../steps.ts';
import type { Undertaking } from '../undertaking.ts';
import { assign, assignmentsFor, planAssignments, roles, wishesOf } from './assign.ts';
import { requireBuilt } from './built.ts';
import { componentsOf } from './components.ts';
import {
    connect,
    languageOf,
    orgWords,
    requireAdmin,
    requireApex,
    type OrgInfo
} from './connect.ts';
import { baseSteps, screenSteps } from './deploy.ts';
import { keepsEmails } from './email.ts';
import { jobsThere, planJobs, startJobs, withJobsStopped } from './jobs.ts';
import { dashboardNotes, historyObstacles } from './obstacles.ts';
import type { TargetOrgOption } from './options.ts';
import { classNames, jobsOf, readPackage, testClasses, type Files } from './package.ts';
import { planPages, recordPages, withActivePages } from './pages.ts';
import { inParts } from './parts.ts';
import { planComponents } from './plan.ts';
import {
    activeRecordTypes,
    picklistsOf,
    planRecordTypes,
    recordTypeGaps,
    withRecordTypes
} from './recordTypes.ts';
import { retrieve, type OrgComponents } from './retrieve.ts';
import { stateFile } from './state.ts';
import { surroundingNotes, surroundingsOf } from './surroundings.ts';

export interface DeploySalesforceOptions extends TargetOrgOption {
    readonly activatePages?: boolean;
    /** `rep=Sales_EMEA` */
    readonly assign?: readonly string[];
    /** False: --no-email. */
    readonly email?: boolean;
    /** False: --no-history-tracking. */
    readonly historyTracking?: boolean;
    /** False: --no-tests. */
    readonly tests?: boolean;
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
    requireApex(org);
    const withTests = options.tests !== false;
    if (!withTests) requireNoProduction(org);
    const [, hasEmails, language] = await Promise.all([
        requireAdmin(access),
        keepsEmails(api),
        languageOf(access)
    ]);
    const source = await readPackage({
        root: projectRoot(context),
        withEmail: hasEmails && options.email !== false,
        withTests,
        withHistory: options.historyTracking !== false
    });
    const ours = componentsOf(source.files);
    const wishes = wishesOf(options.assign ?? [], roles(ours.values()));
    const jobs = jobsOf(source.files);
    const classes = classNames(source.files);
    const picklists = picklistsOf(ours);
    const recordTypes = await activeRecordTypes(api, picklists);
    const [there, jobsNow, assignments] = await Promise.all([
        retrieve(api, [...ours.values(), ...recordTypes], io.now),
        jobsThere(api, jobs, classes),
        assignmentsFor(api, wishes)
    ]);

    const gaps = recordTypeGaps(there, picklists);
    const pages = options.activatePages ? recordPages(ours.values()) : [];
    const parts = inParts(source.files, (tab) => there.components.has(`CustomTab:${tab}`));
    const planned = {
        recordTypes: planRecordTypes(gaps),
        pages: planPages(pages, there),
        assignments: planAssignments(assignments)
    };
    const isBaseNew = isNew(parts.base, there) || !isEmpty(planned.recordTypes);
    const areScreensNew = isNew(parts.screens, there) || !isEmpty(planned.pages);
    const plannedJobs = planJobs(jobs, jobsNow, isBaseNew);
    const plan: Plan = [
        ...planComponents(ours, there),
        ...planned.recordTypes,
        ...planned.pages,
        ...planned.assignments,
        ...plannedJobs
    ];

    const surroundings = isBaseNew && withTests ? await surroundingsOf(api, ours) : null;
    const obstacles = isBaseNew ? await historyObstacles(api, ours) : [];
    const common = {
        api,
        orgId: org.id,
        components: source.components,
        surroundings,
        patience,
        now: io.now,
        warn: out.warn
    };
    const baseState = stateFile(context, org.id, 'base');
    const screenState = stateFile(context, org.id, 'screens');
    // What was under way has come to its end without us.
    if (!isBaseNew) baseState.remove();
    if (!areScreensNew) screenState.remove();
    const base = {
        ...common,
        files: withRecordTypes(parts.base, gaps, picklists),
        state: baseState
    };
    const screens = {
        ...common,
        files: withActivePages(parts.screens, pages),
        state: screenState
    };
    const control = {
        api,
        jobs,
        classes,
        there: jobsNow,
        again: async () => (await connect(context, options)).api,
        warn: out.warn
    };
    const starting: Step = {
        title: 'Start the scheduled jobs',
        run: () => startJobs(api, jobs)
    };
    const steps: Step[] = [
        ...(isBaseNew ? withJobsStopped(baseSteps(base), control) : []),
        ...(!isBaseNew && !isEmpty(plannedJobs) ? [starting] : []),
        ...(isEmpty(planned.assignments)
            ? []
            : [{ title: 'Assign permission sets', run: () => assign(api, assignments) }]),
        ...(areScreensNew ? screenSteps(screens) : [])
    ];
    const tests = testClasses(source.files).length;
    return {
        place: orgWords(org),
        plan,
        obstacles,
        typedName: org.kind === 'production' ? org.name : null,
        notes: [
            ...(hasEmails
                ? []
                : [
                      'This org has no Enhanced Email: emails are counted as Tasks, and force-app/main/email stays out.'
                  ]),
            ...(surroundings === null ? [] : surroundingNotes(surroundings)),
            ...(areScreensNew
                ? await dashboardNotes(api, ours, new Set(there.components.keys()), org.edition)
                : []),
            ...languageNotes(language),
            ...(isBaseNew ? [validationNote(tests)] : []),
            ...(isBaseNew && areScreensNew
                ? [
                      'Reports, dashboards and pages follow in a second deployment: if one of them is refused, the first stays in force.'
                  ]
                : [])
        ],
        steps,
        result: () => ({
            org: { id: org.id, name: org.name, kind: org.kind, url: org.instanceUrl }
        })
    };
}

/** Whether deploying these files would change anything. */
function isNew(files: Files, there: OrgComponents): boolean {
    return !isEmpty(planComponents(componentsOf(files), there));
}

function validationNote(tests: number): string {
    return tests === 0
        ? 'The Apex tests stay out, and none is run: for trying it out. A production org takes it with its tests only.'
        : `Salesforce first validates it with our ${tests} test classes, and changes nothing if one fails.`;
}

function languageNotes(language: string): string[] {
    if (language.startsWith('en')) return [];
    return [
        `Salesforce answers this user in their own language (${language}): what it says of an error stands in it here too.`
    ];
}

function requireNoProduction({ kind, name, instanceUrl }: OrgInfo): void {
    if (kind !== 'production') return;
    throw new CliError(EXIT.usage, {
        code: 'salesforce.tests_needed',
        message: `--no-tests cannot be used for ${name}: production takes no Apex without tests.`,
        where: instanceUrl,
        mend: 'Run the same command without --no-tests.'
    });
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
