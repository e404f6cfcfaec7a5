/** npm run build */
import process from 'node:process';
import { withProgress } from '../setup/progress.mjs';
import { writeAgreementFiles } from './agreement-files.ts';
import { writeAgreementReference } from './agreement-reference.ts';
import { buildCore, coreSize } from './core.ts';
import { buildHubSpot } from './hubspot.ts';
import { buildLwc } from './lwc.ts';
import { writeVectors } from './vectors/write.ts';

try {
    writeAgreementFiles();
    writeVectors();
    writeAgreementReference();
    await withProgress('dist/core.js and its types', buildCore);
    await withProgress('Lightning web components', buildLwc);
    await withProgress('HubSpot functions, cards and pages', buildHubSpot);
    console.log(`The core is ${((await coreSize()) / 1000).toFixed(1)} kB minified and gzipped.`);
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
