/** The HubSpot project, by HubSpot's own parser. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseProject } from '../../../test/hubspot/parser.ts';
import { filesUnder } from '../../sandbox/salesforce/metadata.ts';
import { projectPath } from '../../../test/salesforce/package.ts';
import { APP } from '../hubspot/variant.ts';
import { count } from '../output/text.ts';
import { HUBSPOT, findingIn, type CheckedPart, type CheckFinding } from './types.ts';

/** Parses the project as an upload does, and looks whether what its config files name is there. */
export async function checkHubSpot(folder: string): Promise<CheckedPart> {
    const { uids, skipped, problems } = await parseProject(folder);
    const source = path.join(folder, 'src');
    return {
        ...HUBSPOT,
        seen: count(uids.length, 'component'),
        findings: [
            ...Object.entries(problems).flatMap(([file, messages]) =>
                messages.map((message) =>
                    findingIn(
                        projectPath(file === '' ? folder : path.join(source, file)),
                        oneLine(message)
                    )
                )
            ),
            ...optionalScopes(source),
            ...skipped.map((file) => findingIn(projectPath(file), 'is not looked into by HubSpot')),
            ...missingEntries(source)
        ],
        skipped: null
    };
}

/** HubSpot's schema takes them, and its build does not: "Apps configured with static auth can only define required scopes." */
function optionalScopes(source: string): CheckFinding[] {
    const file = path.join(source, APP);
    const auth = existsSync(file) ? authOf(readFileSync(file, 'utf8')) : null;
    if (auth?.type !== 'static') return [];
    return OPTIONAL.flatMap((key) => {
        const scopes = Array.isArray(auth[key]) ? auth[key] : [];
        return scopes.map((scope) =>
            findingIn(
                projectPath(file),
                `${key} names ${String(scope)}: an app with static auth can only define required scopes; deploy adds what the account has (shared/crm/hubspot/scopes.ts)`
            )
        );
    });
}

const OPTIONAL = ['optionalScopes', 'conditionallyRequiredScopes'] as const;

/** Null where the parser has already said that the file is no JSON. */
function authOf(text: string): { readonly [key: string]: unknown } | null {
    try {
        const { config } = JSON.parse(text) as {
            config?: { auth?: { readonly [key: string]: unknown } };
        };
        return config?.auth ?? null;
    } catch {
        return null;
    }
}

function oneLine(text: string): string {
    return text.trim().replace(/\s+/g, ' ');
}

/** The parser does not look for the files that functions, cards and pages are made from. */
function missingEntries(source: string): CheckFinding[] {
    return filesUnder(source)
        .filter((file) => file.endsWith('-hsmeta.json') && !file.includes('node_modules'))
        .flatMap((file) => {
            const entry = entryOf(readFileSync(file, 'utf8'));
            return entry === null || existsSync(path.join(source, entry))
                ? []
                : [findingIn(projectPath(file), `names ${entry}, which is not there`)];
        });
}

/** Null where there is none, or where the parser has already said that the file is no JSON. */
function entryOf(text: string): string | null {
    try {
        const { config } = JSON.parse(text) as { config?: { entrypoint?: unknown } };
        return typeof config?.entrypoint === 'string' ? config.entrypoint : null;
    } catch {
        return null;
    }
}
