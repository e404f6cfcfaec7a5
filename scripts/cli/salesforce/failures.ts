/** Why a deployment failed, in our source files, with what to do about it. */
import path from 'node:path';
import {
    DeployResult,
    type ComponentSet,
    type FileResponseFailure
} from '@salesforce/source-deploy-retrieve';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';
import { explainTest } from './explain.ts';
import type { DeployStatus, Message, TestFailure } from './running.ts';
import type { Surroundings } from './surroundings.ts';

export interface Failure {
    /** Of our source; null: what the org says belongs to none. */
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
    readonly message: string;
    readonly mend: string | null;
    /** The test that failed so: `HandoffClockTest.stops`. */
    readonly test?: string;
}

/** What a failure is told with. */
export interface Circumstances {
    readonly components: ComponentSet;
    /** Null: not looked at, since no test was run. */
    readonly surroundings: Surroundings | null;
    /** What is true of the org now. */
    readonly standing: string;
}

const MOST_TOLD = 15;

/** What to do about what orgs say most often. */
const MENDS: readonly (readonly [RegExp, string])[] = [
    [
        /schedulable class has jobs pending|jobs pending or in progress/i,
        'A job of ours began meanwhile: run the same command again, which stops it first. If it stays, allow it: Setup, Deployment Settings, “Allow deployments of components when corresponding Apex jobs are pending or in progress”.'
    ],
    [
        /fields to track|history tracking|Feldverlauf|項目履歴/i,
        'All history slots of the object are taken: untrack a field in Setup, Object Manager, Fields & Relationships, Set History Tracking, or pass --no-history-tracking.'
    ],
    [
        /dynamic dashboard|running user|LoggedInUser/i,
        'The org has no dynamic dashboard left: delete one, or give one a fixed running user in its properties.'
    ],
    [
        /EmailMessage(?:Relation)?\b.*(?:not supported|Invalid type|does not exist)|Invalid type: EmailMessage/i,
        'Turn on Enhanced Email (Setup, Email, Enhanced Email), or leave emails out with --no-email.'
    ],
    [
        /maximum number of|limit (?:exceeded|reached)|too many/i,
        'The org has reached a limit of its edition: Setup, System Overview names it. Remove what nobody uses.'
    ],
    [
        /already (?:exists|in use)|duplicate (?:value|name)|not unique/i,
        'Something of the org’s own bears this name: rename or delete it there.'
    ],
    [
        /no such column|Variable does not exist|Invalid type|Invalid field|no (?:Custom\w+|\w+) named|does not exist|cannot be found|bad value/i,
        'The package refers to what this org has not: run npx handoff check; if it finds nothing, the org lacks a feature or licence that this name belongs to.'
    ]
];

/** What only shows: an org that refuses one still runs the agreement, whatever language it says so in. */
const SHOWING: readonly string[] = [
    'Report',
    'ReportType',
    'Dashboard',
    'ListView',
    'FlexiPage',
    'CustomTab'
];
const SHOWING_MEND =
    'Take what the message names (a column, a filter, a chart or a component) out of the file above, or delete the file and what refers to it. Nothing else of Handoff depends on it.';

/** The failures of components first, then of tests, then of coverage. */
export function failuresOf(
    status: DeployStatus,
    { components, surroundings }: Omit<Circumstances, 'standing'>
): Failure[] {
    const { runTestResult } = status.details ?? {};
    return [
        ...componentFailures(status, components),
        ...listed(runTestResult?.failures).map((one) => testFailure(one, components, surroundings)),
        ...listed(runTestResult?.codeCoverageWarnings).map(({ name, message }) => ({
            file: name === null ? null : fileOf(name, components),
            line: null,
            column: null,
            message,
            mend: 'Salesforce asks for 75 % of each class: look at the test failures first, which end the tests early.'
        }))
    ];
}

/** An error that lists them. */
export function deployError(status: DeployStatus, circumstances: Circumstances): CliError {
    const { standing } = circumstances;
    const failures = failuresOf(status, circumstances);
    const code = `salesforce.${status.status === 'Canceled' ? 'deployment_cancelled' : 'deployment_failed'}`;
    if (failures.length === 0) {
        const reason = status.errorMessage ?? status.stateDetail ?? status.status;
        return new CliError(EXIT.remote, {
            code,
            message: `Deployment failed: ${reason}. ${standing}`,
            where: `deployment ${status.id}`,
            mend: 'Run the same command again.'
        });
    }
    const mends = [...new Set(failures.flatMap(({ mend }) => mend ?? []))];
    const lines = failureLines(failures);
    const more = lines.length - MOST_TOLD;
    return new CliError(EXIT.remote, {
        code,
        message: `Deployment failed with ${count(failures.length, 'error')}. ${standing}`,
        where: [
            ...lines.slice(0, MOST_TOLD),
            ...(more > 0 ? [`and ${more} more: Setup, Deployment Status, ${status.id}`] : [])
        ].join('\n'),
        mend: [...mends, 'Then run the same command again.'].join('\n')
    });
}

/** A line for each, or one for all tests that failed for the same reason. */
function failureLines(failures: readonly Failure[]): string[] {
    const alike = new Map<string, Failure[]>();
    for (const failure of failures) {
        const reason = failure.test === undefined ? failureText(failure) : failure.message;
        alike.set(reason, [...(alike.get(reason) ?? []), failure]);
    }
    return [...alike.values()].flatMap(([first, ...rest]) => {
        if (first === undefined) return [];
        if (first.test === undefined) return [failureText(first)];
        const others = rest.length > 0 ? ` and ${count(rest.length, 'other test')}` : '';
        return [`${failureText(first)} (${first.test}${others})`];
    });
}

export function failureText({ file, line, column, message }: Failure): string {
    const place = [file, line, column].filter((part) => part !== null).join(':');
    return place === '' ? message : `${place} ${message}`;
}

function componentFailures(status: DeployStatus, components: ComponentSet): Failure[] {
    const messages = listed(status.details?.componentFailures);
    // package.xml itself belongs to no component, and source-deploy-retrieve needs a type.
    const known = messages.filter(({ componentType }) => componentType);
    const response = { ...status, details: { componentFailures: known, componentSuccesses: [] } };
    const responses = new DeployResult(response as never, components).getFileResponses();
    const mapped = responses.filter(({ state }) => state === 'Failed');
    const isMapped = (one: Message): boolean =>
        mapped.some(
            ({ type, fullName }) => type === one.componentType && fullName === one.fullName
        );
    return [
        ...mapped.map((one) => {
            const { type, filePath, lineNumber, columnNumber, error } = one as FileResponseFailure;
            return failure(filePath ?? null, lineNumber ?? null, columnNumber ?? null, error, type);
        }),
        // What is not of our source, or is being removed.
        ...messages
            .filter((one) => !isMapped(one))
            .map(({ componentType, fullName, problem }) =>
                failure(
                    null,
                    null,
                    null,
                    `${componentType ?? ''} ${fullName}: ${problem}`.trim(),
                    componentType ?? ''
                )
            )
    ];
}

function failure(
    file: string | null,
    line: number | null,
    column: number | null,
    error: string,
    type = ''
): Failure {
    const showing = SHOWING.includes(type) ? SHOWING_MEND : undefined;
    const known = MENDS.find(([said]) => said.test(error))?.[1];
    const isUnspecific = known === MENDS.at(-1)?.[1];
    const mend = (isUnspecific ? (showing ?? known) : (known ?? showing)) ?? null;
    // The library repeats the place behind the message.
    const message = error.replace(/ \(\d+:\d+\)$/, '');
    return { file: file === null ? null : fromHere(file), line, column, message, mend };
}

function testFailure(
    { name, methodName, message, stackTrace }: TestFailure,
    components: ComponentSet,
    surroundings: Surroundings | null
): Failure {
    const [, cls = name, line, column] =
        /Class\.(\w+)[^:]*: line (\d+), column (\d+)/.exec(stackTrace ?? '') ?? [];
    const at = (text: string | undefined): number | null =>
        text === undefined ? null : Number(text);
    const test = methodName === null ? name : `${name}.${methodName}`;
    const told = failure(fileOf(cls, components), at(line), at(column), message);
    return { ...told, test, mend: explainTest(message, surroundings) ?? told.mend };
}

function fileOf(className: string, components: ComponentSet): string | null {
    for (const type of ['ApexClass', 'ApexTrigger']) {
        const found = components
            .getComponentFilenamesByNameAndType({ fullName: className, type })
            .find((file) => /\.(?:cls|trigger)$/.test(file));
        if (found !== undefined) return fromHere(found);
    }
    return null;
}

function fromHere(file: string): string {
    return path.relative('.', file).split(path.sep).join('/');
}

/** Salesforce writes one of something without its list. */
function listed<One>(value: readonly One[] | One | undefined): readonly One[] {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : [value as One];
}
