import type { Command } from 'commander';
import { ACCOUNT, type AccountOption } from '../hubspot/options.ts';
import type { Handle } from '../program.ts';
import { TARGET_ORG, type TargetOrgOption } from '../salesforce/options.ts';
import type { PreviewOptions } from '../preview/preview.ts';
import { example } from './example.ts';

type Options = TargetOrgOption & AccountOption & PreviewOptions;

export function registerPreview(program: Command, handle: Handle): void {
    program
        .command('preview')
        .description('show people of a real org and portal in our panels; reads alone')
        .option(...TARGET_ORG)
        .option(...ACCOUNT)
        .option('--lead <id>', 'open this Lead or Contact of the org')
        .option('--contact <id>', 'open this contact of the portal')
        .option('--port <n>', 'port on 127.0.0.1; 0 takes a free one', '4174')
        .addHelpText(
            'after',
            example(
                'handoff preview --target-org uat --account acme',
                [
                    'Prints an address to open in a browser: the newest leads, a search, and',
                    'each person as both panels would show them. Nothing has to be deployed,',
                    'and nothing is written: only reads are let through. Either of the two is',
                    'enough. Ctrl+C ends it.'
                ].join('\n    ')
            )
        )
        .action(
            handle<Options>(async (context, options) => {
                const { preview } = await import('../preview/preview.ts');
                await preview(context, options);
            })
        );
}
