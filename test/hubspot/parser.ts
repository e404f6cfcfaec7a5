/**
 * HubSpot's own parser. It asks HubSpot for the schemas of the config files; what it gets here are
 * ours, written from HubSpot's templates, so what they allow is not proof of what HubSpot allows.
 * Placement, uids, top-level keys and platform versions are its own.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const schemas: unknown = JSON.parse(
    readFileSync(new URL('./schemas.json', import.meta.url), 'utf8')
);

export interface Parsed {
    readonly uids: readonly string[];
    /** The config files that it did not look into. */
    readonly skipped: readonly string[];
    /** Each file's mistakes; a mistake of the whole project is under the empty name. */
    readonly problems: { readonly [file: string]: readonly string[] };
}

/** Parses a project as an upload does; nothing leaves the machine. */
export async function parseProject(folder: string): Promise<Parsed> {
    const undo = await answerWithOurSchemas();
    const { parseProjectConfig } = await import('@hubspot/project-parsing-lib/projects');
    const { translate, isTranslationError } =
        await import('@hubspot/project-parsing-lib/translate');
    try {
        const { platformVersion, srcDir } = parseProjectConfig(folder);
        const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
            { projectSourceDir: path.join(folder, srcDir), platformVersion, accountId: 12345 },
            { skipValidation: false }
        );
        const uids = Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid);
        return { uids, skipped: skippedHsMetaFiles, problems: {} };
    } catch (error) {
        const problems = isTranslationError(error)
            ? problemsIn(error.toString(false))
            : { '': [String(error)] };
        return { uids: [], skipped: [], problems };
    } finally {
        undo();
    }
}

/** The files' mistakes from its report, which is all that it makes public. */
function problemsIn(report: string): { [file: string]: readonly string[] } {
    const files = report.split('Encountered the following errors for ').slice(1);
    return Object.fromEntries(
        files.map((text) => {
            const [file = '', ...errors] = text.trim().split(/:?\n\t- /);
            return [file.replace(/^.*\/src\//, ''), errors];
        })
    );
}

const ACCOUNT = {
    USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
    HUBSPOT_ACCOUNT_ID: '12345',
    HUBSPOT_API_KEY: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
};

/** Stands between the parser and HubSpot until the function that it returns is called. */
async function answerWithOurSchemas(): Promise<() => void> {
    const { default: axios } = await import('axios');
    const { adapter } = axios.defaults;
    const before = { ...process.env };
    Object.assign(process.env, ACCOUNT);
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
    return () => {
        Object.assign(axios.defaults, { adapter });
        for (const name of Object.keys(ACCOUNT)) {
            if (before[name] === undefined) delete process.env[name];
            else process.env[name] = before[name];
        }
    };
}
