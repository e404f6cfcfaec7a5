import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../scripts/build/hubspot-functions.ts';
import { parseProject } from './parser.ts';
import { extensionEntries, functionUids, metaFiles, PROJECT, SOURCE } from './project.ts';

const BAD = fileURLToPath(new URL('bad/project', import.meta.url));

let folder: string;
beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the project in which one file reads otherwise (null: is missing). */
function changed(file: string, change: (text: string) => string | null): string {
    const copy = mkdtempSync(path.join(folder, 'copy-'));
    cpSync(PROJECT, copy, { recursive: true, filter: (from) => !from.includes('node_modules') });
    const target = path.join(copy, file);
    const text = change(readFileSync(target, 'utf8'));
    if (text === null) rmSync(target);
    else writeFileSync(target, text);
    return copy;
}

function on(version: string): string {
    return changed('hsproject.json', (text) => text.replace(/2026\.\d+/, version));
}

describe('HubSpot’s parser', () => {
    it.each(['2026.03', '2026.09'])('accepts every file of the project on %s', async (version) => {
        const { uids, skipped, problems } = await parseProject(on(version));
        expect(problems).toEqual({});
        expect(skipped).toEqual([]);
        expect(uids).toEqual(expect.arrayContaining(metaFiles().map(({ uid }) => uid)));
    });

    it('finds each mistake of a bad project in its file', async () => {
        const { problems } = await parseProject(BAD);
        const found = Object.fromEntries(
            Object.entries(problems).map(([file, errors]) => [
                file.replace(/^app\//, ''),
                errors.map((error) => error.split('\n')[0]?.trim())
            ])
        );
        expect(found).toEqual({
            'app-hsmeta.json': [
                'config.distribution: must be equal to one of the allowed values',
                "Missing required field: 'config.auth.requiredScopes'",
                'config.permittedUrls.fetch.0: must match pattern "^https://"'
            ],
            'cards/config-hsmeta.json': [
                'config: must NOT have additional properties',
                'config.location: must be equal to one of the allowed values',
                'config.entrypoint: must match pattern "\\.(jsx?|tsx?)$"',
                'config.objectTypes: must NOT have fewer than 1 items'
            ],
            'cards/misplaced-hsmeta.json': [
                expect.stringContaining(
                    "The directory 'app/cards' is incorrect for type 'app-function'."
                )
            ],
            'cards/permissions-hsmeta.json': [
                expect.stringContaining('The "permissions" field is not supported on platform')
            ],
            'cards/top-level-hsmeta.json': ['Unexpected top-level properties found: version'],
            'cards/type-hsmeta.json': ['Unsupported type: crad'],
            'cards/uid-hsmeta.json': [
                expect.stringContaining("'uid' should use only letters, numbers, periods")
            ],
            'functions/config-hsmeta.json': ["Missing required field: 'config'"],
            'functions/endpoint-hsmeta.json': [
                "Missing required field: 'config.endpoint.methods'",
                'config.endpoint: must NOT have additional properties'
            ],
            'functions/json-hsmeta.json': ['Invalid JSON'],
            'settings/one-hsmeta.json': ['Only one settings component is allowed'],
            'settings/two-hsmeta.json': ['Only one settings component is allowed']
        });
    });

    it.each<[string, string, (text: string) => string | null, string]>([
        [
            'a platform version that does not exist',
            'hsproject.json',
            (text) => text.replace('2026.03', '2026.12'),
            "Unsupported platform version: '2026.12'"
        ],
        [
            'a project without a name',
            'hsproject.json',
            (text) => text.replace('"name"', '"title"'),
            'missing required field(s): name'
        ],
        [
            'functions without their package.json',
            'src/app/functions/package.json',
            () => null,
            'requires a package.json file to exist in this location'
        ],
        [
            'one uid twice',
            'src/app/functions/handoff-decide-hsmeta.json',
            (text) => text.replace('"handoff-decide"', '"handoff-lead-context"'),
            "Duplicate uid 'handoff-lead-context'"
        ],
        ['no app', 'src/app/app-hsmeta.json', () => null, "must be a child of the 'app' component"]
    ])('refuses %s', async (_name, file, change, message) => {
        const { problems } = await parseProject(changed(file, change));
        expect(JSON.stringify(problems)).toContain(message);
    });
});

describe('the config files', () => {
    it('name files that exist or are built', () => {
        expect(extensionEntries().filter((file) => !existsSync(path.join(SOURCE, file)))).toEqual(
            []
        );
        const built = Object.keys(FUNCTIONS).map((uid) => `app/functions/${uid}.js`);
        const named = metaFiles()
            .filter(({ type }) => type === 'app-function')
            .map(({ entrypoint }) => entrypoint);
        expect(named.sort()).toEqual(built.sort());
        expect([...functionUids()].sort()).toEqual(Object.keys(FUNCTIONS).sort());
    });
});
