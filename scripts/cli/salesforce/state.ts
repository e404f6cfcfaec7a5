/** What must outlive this process: which deployment is under way. Nothing secret stands in it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Context } from '../context.ts';

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

export function stateFile(context: Pick<Context, 'io'>, orgId: string): StateFile {
    const file = path.join(stateFolder(context), `salesforce-${orgId}.json`);
    return {
        read(hash) {
            const state = parsed(file);
            return state?.orgId === orgId && state.hash === hash ? state : null;
        },
        write(state) {
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`);
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
