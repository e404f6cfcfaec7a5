import type { Command } from 'commander';
import { loadAgreement } from '../../agreement/load.ts';
import { agreementPage } from '../../agreement/page/page.ts';
import { writeText } from '../../files.ts';
import type { Handle } from '../../program.ts';
import { example } from '../example.ts';

interface PrintOptions {
    readonly out?: string;
    readonly force?: true;
}

export function registerPrint(group: Command, handle: Handle): void {
    group
        .command('print')
        .description('write the agreement as one HTML page to print and sign')
        .argument('[agreement]', 'a file, or a version in git; without it the one in force')
        .option('--out <file>', 'write it there, not to stdout')
        .option('--force', 'overwrite the file')
        .addHelpText(
            'after',
            example(
                'handoff agreement print --out agreement.html',
                'Open it in a browser and print: it fits one sheet of A4 or Letter.'
            )
        )
        .action(
            handle<PrintOptions>(async (context, { out: file, force = false }, named) => {
                const { out } = context;
                const agreement = loadAgreement(context, named);
                const { version, hash } = agreement;
                const page = agreementPage(agreement);
                if (file === undefined) {
                    out.result({ version, hash, html: page }, () => page.trimEnd());
                    return;
                }
                writeText(context, file, page, { force });
                out.result({ version, hash, file: context.file(file) }, () =>
                    out.isQuiet ? '' : `Wrote version ${version} (${hash}) to ${file}.`
                );
            })
        );
}
