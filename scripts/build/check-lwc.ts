/** npm run check:lwc: builds the LWCs and compiles them as an org would. */
import process from 'node:process';
import { buildLwc } from './lwc.ts';
import { compileLwc } from './lwc-compile.ts';

await buildLwc();
for (const { name, ok, messages } of await compileLwc()) {
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    for (const message of messages) console.log(`       ${message}`);
    if (!ok) process.exitCode = 1;
}
