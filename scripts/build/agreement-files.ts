import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Agreement } from '../../shared/agreement/types.ts';
import { agreementMetadata, type MetadataFile } from './agreement-metadata.ts';
import { contactProperties, FILE } from './hubspot-properties.ts';
import { readAgreement } from './read-agreement.ts';

/** The folder in which every file follows from the agreement: what is left over there is of an old one. */
export const GENERATED_FOLDER = 'force-app/main/agreement';

/** What follows from the agreement for an org and for a portal. */
export function agreementFiles(agreement: Agreement): MetadataFile[] {
    return [
        ...agreementMetadata(agreement),
        { path: FILE, text: `${JSON.stringify(contactProperties(agreement), null, 4)}\n` }
    ];
}

/** Writes them; they are committed, so that a diff shows what a new agreement does to an org and to a portal. */
export function writeAgreementFiles(): void {
    for (const { path: file, text } of agreementFiles(readAgreement())) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
}
