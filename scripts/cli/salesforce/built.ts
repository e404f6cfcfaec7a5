/** Whether what `npm run build` writes is there, and is the agreement's. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { agreementFiles } from '../../build/agreement-files.ts';
import { loadAgreement } from '../agreement/load.ts';
import { checkGenerated } from '../check/generated.ts';
import { projectRoot, type Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';

const LWC = 'force-app/main/default/lwc';

/** @throws CliError when something else than the agreement in force would be deployed */
export function requireBuilt(context: Context): void {
    const root = projectRoot(context);
    const { findings } = checkGenerated(agreementFiles(loadAgreement(context, undefined)), root);
    const unbuilt = readdirSync(path.join(root, LWC))
        .map((name) => path.posix.join(LWC, name, `${name}.js`))
        .filter((file) => !existsSync(path.join(root, file)));
    const files = [...findings.flatMap(({ file }) => file ?? []), ...unbuilt];
    if (files.length === 0) return;
    throw new CliError(EXIT.findings, {
        code: 'salesforce.not_built',
        message: `${count(files.length, 'file')} of the package ${files.length === 1 ? 'is' : 'are'} not what the sources give now.`,
        where: files.slice(0, 5).join('\n'),
        mend: 'npm run build'
    });
}
