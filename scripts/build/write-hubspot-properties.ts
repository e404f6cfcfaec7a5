/** Writes the contact properties of the agreement into the HubSpot project. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import { contactProperties, FILE } from './hubspot-properties.ts';

const { agreement, issues } = parseAgreement(
    readFileSync('shared/agreement/agreement.yaml', 'utf8')
);
if (agreement === null) {
    console.error(issues.map(({ line, message }) => `line ${line ?? '?'}: ${message}`).join('\n'));
    process.exitCode = 1;
} else {
    writeFileSync(FILE, `${JSON.stringify(contactProperties(agreement), null, 4)}\n`);
}
