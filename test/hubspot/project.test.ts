/**
 * HubSpot's own parser over our project. The parser asks HubSpot for the schemas of the config
 * files; what it gets here are ours, written from HubSpot's templates, so what they allow is not
 * proof of what HubSpot allows. Placement, uids, top-level keys and platform version are its own.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../hubspot-project', import.meta.url));
const schemas: unknown = JSON.parse(
    readFileSync(new URL('./schemas.json', import.meta.url), 'utf8')
);

let folder: string;

beforeAll(async () => {
    vi.stubEnv('USE_ENVIRONMENT_HUBSPOT_CONFIG', 'true');
    vi.stubEnv('HUBSPOT_ACCOUNT_ID', '12345');
    vi.stubEnv('HUBSPOT_API_KEY', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
    const { default: axios } = await import('axios');
    axios.defaults.adapter = (config) => {
        if (!config.url?.includes('/project-schemas/')) {
            throw new Error(`the parser asked for ${config.url ?? 'nothing'}`);
        }
        return Promise.resolve({
            data: schemas,
            status: 200,
            statusText: 'OK',
            headers: {},
            config
        });
    };
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
});
afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
});

/** A copy of the project, with some files changed, as the parser reads it. */
async function parse(
    name: string,
    changes: { readonly [file: string]: (text: string) => string } = {}
): Promise<{ uids: string[]; skipped: unknown; problem: string | null }> {
    const copy = path.join(folder, name);
    cpSync(PROJECT, copy, {
        recursive: true,
        filter: (source) => !source.includes('node_modules')
    });
    for (const [file, change] of Object.entries(changes)) {
        const target = path.join(copy, file);
        writeFileSync(target, change(readFileSync(target, 'utf8')));
    }
    const { parseProjectConfig } = await import('@hubspot/project-parsing-lib/projects');
    const { translate, isTranslationError } =
        await import('@hubspot/project-parsing-lib/translate');
    try {
        const { platformVersion, srcDir } = parseProjectConfig(copy);
        const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
            { projectSourceDir: path.join(copy, srcDir), platformVersion, accountId: 12345 },
            { skipValidation: false }
        );
        const nodes = Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid);
        return { uids: nodes.sort(), skipped: skippedHsMetaFiles, problem: null };
    } catch (error) {
        const problem = isTranslationError(error) ? error.toString() : String(error);
        return { uids: [], skipped: [], problem };
    }
}

describe('HubSpot’s parser', () => {
    it.each(['2026.03', '2026.09'])('accepts the project on platform %s', async (version) => {
        const result = await parse(version, {
            'hsproject.json': (text) => text.replace('2026.03', version)
        });
        expect(result.problem).toBeNull();
        expect(result.skipped).toEqual([]);
        expect(result.uids).toEqual(
            expect.arrayContaining([
                'handoff-app',
                'handoff-decide',
                'handoff-lead-context',
                'handoff-lead-panel-sidebar',
                'handoff-lead-panel-tab'
            ])
        );
    });

    it('refuses what it must refuse', async () => {
        const broken = await parse('broken', {
            'src/app/cards/handoff-card-tab-hsmeta.json': (text) =>
                text.replace('"type": "card"', '"type": "card", "version": 2'),
            'src/app/app-hsmeta.json': (text) => text.replace('"private"', '"everybody"')
        });
        expect(broken.problem).toContain('Unexpected top-level properties found: version');
        const nowhere = await parse('nowhere', {
            'hsproject.json': (text) => text.replace('2026.03', '2026.12')
        });
        expect(nowhere.problem).toContain('Unsupported platform version');
    });
});
