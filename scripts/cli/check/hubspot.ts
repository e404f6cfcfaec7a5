/** The HubSpot project, by HubSpot's own parser. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseProject } from '../../../test/hubspot/parser.ts';
import { filesUnder } from '../../sandbox/salesforce/metadata.ts';
import { projectPath } from '../../../test/salesforce/package.ts';
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
            ...skipped.map((file) => findingIn(projectPath(file), 'is not looked into by HubSpot')),
            ...missingEntries(source)
        ],
        skipped: null
    };
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
