import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { agreementMetadata } from './agreement-metadata.ts';
import { contactProperties, FILE } from './hubspot-properties.ts';
import { readAgreement } from './read-agreement.ts';

/**
 * Writes what follows from the agreement and is committed, so that a diff shows what a new one does
 * to an org and to a portal.
 */
export function writeAgreementFiles(): void {
    const agreement = readAgreement();
    const files = [
        ...agreementMetadata(agreement),
        { path: FILE, text: `${JSON.stringify(contactProperties(agreement), null, 4)}\n` }
    ];
    for (const { path: file, text } of files) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
}
