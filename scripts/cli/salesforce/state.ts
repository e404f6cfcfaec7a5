/** What must outlive this process: which deployment is under way. Nothing secret stands in it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';

const FOLDER = '.handoff';

const STATE = v.object({
    orgId: v.string(),
    /** Of the archive that was sent: another one needs another validation. */
    hash: v.string(),
    validationId: v.nullable(v.string()),
    deploymentId: v.nullable(v.string()),
    /** ISO 8601. */
    startedAt: v.string()
});
export type DeployState = v.InferOutput<typeof STATE>;

export interface StateFile {
    /** Null: none, or not one of this archive. */
    read(hash: string): DeployState | null;
    write(state: DeployState): void;
    remove(): void;
}

/** Within the project, and out of git. */
export function stateFolder({ io }: Pick<Context, 'io'>): string {
    return io.env['HANDOFF_STATE'] || FOLDER;
}

/** @param part which of an org's deployments */
export function stateFile(
    context: Pick<Context, 'io'>,
    orgId: string,
    part: 'base' | 'screens'
): StateFile {
    const file = path.join(stateFolder(context), `salesforce-${orgId}-${part}.json`);
    return {
        read(hash) {
            const state = parsed(file);
            return state?.orgId === orgId && state.hash === hash ? state : null;
        },
        write(state) {
            try {
                mkdirSync(path.dirname(file), { recursive: true });
                writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`);
            } catch (error) {
                throw unwritable(file, error);
            }
        },
        remove: () => rmSync(file, { force: true })
    };
}

function parsed(file: string): DeployState | null {
    try {
        const read = v.safeParse(STATE, JSON.parse(readFileSync(file, 'utf8')));
        return read.success ? read.output : null;
    } catch {
        // None yet, or cut short in the middle of writing: a new validation does no harm.
        return null;
    }
}

/** The deployment goes on in Salesforce, and the next run cannot know of it. */
function unwritable(file: string, error: unknown): CliError {
    return new CliError(
        EXIT.usage,
        {
            code: 'file.unwritable',
            message: `Cannot write ${file}: ${(error as Error).message}. The deployment that was begun goes on in Salesforce.`,
            mend: 'Make room on the disk, or set HANDOFF_STATE to another folder; then run the same command again.'
        },
        error
    );
}
