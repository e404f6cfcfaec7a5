import path from 'node:path';
import { bundle } from './bundle.ts';

/** HubSpot's uid of each app function and the source it is built from. */
export const FUNCTIONS = {
    'handoff-lead-context': 'lead-context.ts',
    'handoff-decide': 'decide.ts',
    'handoff-answer': 'answer.ts',
    'handoff-settings': 'settings.ts',
    'handoff-outcomes': 'outcomes.ts'
} as const;
export type FunctionUid = keyof typeof FUNCTIONS;

/**
 * Bundles an app function to the one file that HubSpot runs: CommonJS, without dependencies.
 * Errors: throws when it or the agreement cannot be built.
 */
export function bundleFunction(uid: FunctionUid, project = 'hubspot-project'): Promise<string> {
    return bundle(path.join(project, 'functions', FUNCTIONS[uid]), {
        format: 'cjs',
        platform: 'node',
        target: 'node18'
    });
}

/** What is uploaded of the app functions, from the project's root. */
export function functionFiles(): Promise<{ readonly path: string; readonly text: string }[]> {
    return Promise.all(
        (Object.keys(FUNCTIONS) as FunctionUid[]).map(async (uid) => ({
            path: `hubspot-project/src/app/functions/${uid}.js`,
            text: await bundleFunction(uid)
        }))
    );
}
