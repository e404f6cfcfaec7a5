/** What went wrong in a build or a deploy, in terms of our files and of what to do. */
import type { ProjectStandardError } from '@hubspot/local-dev-lib/types/ProjectComponents';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import type { LocalProject } from './project.ts';

export interface PartFailure {
    /** What HubSpot calls the part: its uid. */
    readonly name: string;
    readonly messages: readonly string[];
}

/** A part of a build or a deploy, as HubSpot tells of it. */
interface Task {
    readonly name: string;
    readonly status: string;
    readonly errorMessage: string;
    readonly standardError: ProjectStandardError | null;
}

/** It only failed since another did. */
const DEPENDENT = /\.DEPENDENT_SUB(?:BUILD|DEPLOY)_FAILED$/;

const REMEDIES: readonly (readonly [RegExp, string])[] = [
    [
        /scope/i,
        'The account’s subscription may lack the scope that is named. Run this again with --features and only what the account has (emails, sequences, leads or none).'
    ],
    [
        /enterprise|not (?:entitled|enabled|available)|upgrade/i,
        'App functions and UI extensions need an Enterprise subscription; a developer test account has them.'
    ],
    [
        /npm|package(?:-lock)?\.json|lockfile|dependenc/i,
        'npm run build writes the packages anew; then run this again.'
    ],
    [/platform ?version/i, 'Raise platformVersion in hubspot-project/hsproject.json.']
];

export function failuresIn(tasks: readonly Task[]): readonly PartFailure[] {
    const failed = tasks.filter(({ status }) => status === 'FAILURE');
    const causes = failed.filter(
        ({ standardError }) => !DEPENDENT.test(standardError?.subCategory ?? '')
    );
    return (causes.length > 0 ? causes : failed).map(({ name, errorMessage, standardError }) => {
        const nested = (standardError?.errors ?? []).map(({ message }) => message);
        const messages = [errorMessage, ...nested].filter((text) => text !== '');
        return { name, messages: messages.length > 0 ? messages : ['HubSpot says no more.'] };
    });
}

/** @param verb "build", "deploy" */
export function failureError(
    verb: string,
    failures: readonly PartFailure[],
    { parts }: LocalProject,
    page: string
): CliError {
    const where = failures.flatMap(({ name, messages }) => {
        const part = parts.find(({ uid }) => uid === name);
        const place = part?.entrypoint ?? part?.file ?? name;
        return messages.map((message) => `${place}: ${message.trim().replace(/\s+/g, ' ')}`);
    });
    const all = where.join('\n');
    const remedies = REMEDIES.filter(([words]) => words.test(all)).map(([, remedy]) => remedy);
    const [first = ''] = failures.map(({ name }) => name);
    const what = failures.length === 1 ? first : `${failures.length} parts of the project`;
    return new CliError(EXIT.remote, {
        code: `hubspot.${verb}_failed`,
        message: `HubSpot could not ${verb} ${what}.`,
        where: all,
        mend: [
            ...remedies,
            `npx handoff check looks at all of it offline; HubSpot’s log: ${page}`
        ].join('\n')
    });
}
