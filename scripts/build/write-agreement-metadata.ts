/** Writes the metadata that follows from shared/agreement/agreement.yaml; run it from the project's root. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import { agreementMetadata } from './agreement-metadata.ts';

const SOURCE = 'shared/agreement/agreement.yaml';

const { agreement, issues } = parseAgreement(readFileSync(SOURCE, 'utf8'));
if (agreement === null) {
    for (const issue of issues) {
        console.error(`${SOURCE}:${issue.line ?? 1}:${issue.column ?? 1} ${issue.message}`);
    }
    process.exitCode = 1;
} else {
    for (const file of agreementMetadata(agreement)) {
        mkdirSync(path.dirname(file.path), { recursive: true });
        writeFileSync(file.path, file.text);
        console.log(file.path);
    }
}
