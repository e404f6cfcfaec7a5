/** That our data was exported, and where: an uninstallation that is run again must not export what is left of it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '../context.ts';
import { stateFolder } from './state.ts';

export interface ExportRecord {
    /** The folder; null: not exported yet. */
    read(): string | null;
    write(folder: string): void;
    remove(): void;
}

export function exportRecord(context: Pick<Context, 'io'>, orgId: string): ExportRecord {
    const file = path.join(stateFolder(context), `salesforce-${orgId}-export.txt`);
    return {
        read() {
            try {
                return readFileSync(file, 'utf8').trim();
            } catch {
                return null;
            }
        },
        write(folder) {
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, `${folder}\n`);
        },
        remove: () => rmSync(file, { force: true })
    };
}
