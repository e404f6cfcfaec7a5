/** The orgs that the package is deployed into, and what becomes of it there. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import { agreementFiles } from '../../scripts/build/agreement-files.ts';
import { SOURCE } from '../../scripts/build/read-agreement.ts';
import { NOW } from '../../scripts/cli/salesforce/testing.ts';
import { runHere } from '../../scripts/cli/testing/run.ts';
import { startSalesforceServer } from '../../scripts/sandbox/salesforce/server/server.ts';
import {
    CUSTOMER_FIELDS,
    HISTORY_SLOTS_TAKEN,
    PLAIN,
    PROFESSIONAL_EDITION,
    TRAITS
} from '../../scripts/sandbox/salesforce/traits/traits.ts';
import type { OrgTrait } from '../../scripts/sandbox/salesforce/traits/types.ts';

export interface MatrixOrg {
    readonly name: string;
    readonly traits: readonly OrgTrait[];
    /** What an admin of such an org passes besides. */
    readonly argv: readonly string[];
    /** Words of the refusal, where such an org cannot take the package as it is. */
    readonly refusal: RegExp | null;
}

export interface Outcome {
    readonly outcome: 'deployed' | 'refused';
    /** What the command said: of a refusal all of it, else what verify found. */
    readonly words: string;
    readonly tests: { readonly run: number; readonly failed: number };
    readonly coverage: readonly ClassShare[];
}
export interface ClassShare {
    readonly name: string;
    readonly lines: number;
    readonly covered: number;
}

const REFUSALS: ReadonlyMap<OrgTrait, RegExp> = new Map([
    [HISTORY_SLOTS_TAKEN, /18 of 20 fields with history tracking are taken/],
    [PROFESSIONAL_EDITION, /takes no Apex code/]
]);
const UNTRACKED = ['--no-history-tracking'];

function org(name: string, traits: readonly OrgTrait[], argv: readonly string[] = []): MatrixOrg {
    const refusals = argv.includes(UNTRACKED[0] ?? '') ? [] : traits;
    const refusal = refusals.flatMap((trait) => REFUSALS.get(trait) ?? [])[0] ?? null;
    return { name, traits, argv, refusal };
}

/** What no org combines with the rest: it would be refused before anything else is seen. */
const ALONE = [PLAIN, PROFESSIONAL_EDITION];

/** Each trait alone, those that an option gets around with it, and all at once. */
export const ORGS: readonly MatrixOrg[] = [
    ...TRAITS.map((trait) => org(trait.name, [trait])),
    org('historySlotsTaken, untracked', [HISTORY_SLOTS_TAKEN], UNTRACKED),
    org(
        'worst case',
        TRAITS.filter((trait) => !ALONE.includes(trait)),
        UNTRACKED
    )
];

/** A project with another company's agreement: the repository's is left alone. */
export interface Project {
    readonly root: string;
    readonly remove: () => void;
}

/** @param file an agreement; the repository's own gives the repository */
export function projectOf(file: string): Project {
    if (file === SOURCE) return { root: '.', remove: () => {} };
    const text = readFileSync(file, 'utf8');
    const { agreement, issues } = parseAgreement(text);
    if (agreement === null) throw new Error(`${file}: ${JSON.stringify(issues)}`);
    const root = mkdtempSync(path.join(tmpdir(), 'handoff-project-'));
    cpSync('force-app', path.join(root, 'force-app'), {
        recursive: true,
        filter: (source) => !source.startsWith(path.join('force-app', 'main', 'agreement'))
    });
    for (const { path: name, text: generated } of [
        ...agreementFiles(agreement),
        { path: SOURCE, text }
    ]) {
        const target = path.join(root, name);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, generated);
    }
    return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The company's own fields that an agreement's criteria name; an org that runs it has them. */
const FIELDS: { readonly [agreement: string]: readonly OrgTrait[] } = {
    'test/agreements/berlin.yaml': [CUSTOMER_FIELDS]
};

/** Deploys with an agreement, as an admin does, and verifies. */
export async function runOrg(
    { traits, argv }: MatrixOrg,
    agreement: string = SOURCE
): Promise<Outcome> {
    const project = projectOf(agreement);
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-org-'));
    const server = await startSalesforceServer({
        forceApp: path.join(project.root, 'force-app'),
        now: () => NOW,
        traits: [...new Set([...traits, ...(FIELDS[agreement] ?? [])])],
        runsTests: true
    });
    // Nothing of the way to the end is looked at here.
    server.trouble.looks = { pending: 0, components: 0, tests: 0 };
    const run = async (words: readonly string[]): ReturnType<typeof runHere> =>
        runHere(words, {
            folder,
            now: NOW,
            env: {
                SF_ACCESS_TOKEN: server.token,
                SF_ORG_INSTANCE_URL: server.url,
                HANDOFF_STATE: folder,
                HANDOFF_PROJECT: project.root
            }
        });
    try {
        const deployed = await run([
            'deploy',
            'salesforce',
            '--yes',
            '--assign',
            'rep=ben@acme.example',
            ...argv
        ]);
        const { run: ran, failed, coverage } = testsOf(server.deployments.all);
        const tests = { run: ran, failed };
        if (deployed.code !== 0) {
            const words = deployed.stderr.slice(deployed.stderr.indexOf('Error:')).trim();
            return { outcome: 'refused', words, tests, coverage };
        }
        const verified = await run(['verify', 'salesforce']);
        return { outcome: 'deployed', words: verified.stdout.trim(), tests, coverage };
    } finally {
        await server.close();
        rmSync(folder, { recursive: true, force: true });
        project.remove();
    }
}

interface Ended {
    readonly details?: {
        readonly runTestResult?: {
            readonly numTestsRun: number;
            readonly numFailures: number;
            readonly codeCoverage: readonly {
                readonly name: string;
                readonly numLocations: number;
                readonly numLocationsNotCovered: number;
            }[];
        };
    };
}

/** Of the first deployment that ran tests, which is the validation. */
function testsOf(deployments: readonly { readonly result: object | null }[]): {
    run: number;
    failed: number;
    coverage: ClassShare[];
} {
    const results = deployments.flatMap(
        ({ result }) => (result as Ended | null)?.details?.runTestResult ?? []
    );
    const found = results.find(({ numTestsRun }) => numTestsRun > 0);
    return {
        run: found?.numTestsRun ?? 0,
        failed: found?.numFailures ?? 0,
        coverage: (found?.codeCoverage ?? []).map((one) => ({
            name: one.name,
            lines: one.numLocations,
            covered: one.numLocations - one.numLocationsNotCovered
        }))
    };
}
