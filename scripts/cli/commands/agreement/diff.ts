import type { Command } from 'commander';
import { agreementDiff } from '../../../../shared/agreement/diff/diff.ts';
import { diffText } from '../../agreement/diffWords.ts';
import { loadAgreement } from '../../agreement/load.ts';
import type { Handle } from '../../program.ts';
import { example } from '../example.ts';

export function registerDiff(group: Command, handle: Handle): void {
    group
        .command('diff')
        .description('say in sentences what changes between two versions')
        .argument('<old>', 'a file, or a version in git (REVISION:PATH)')
        .argument('[new]', 'the same; without it the agreement in force')
        .addHelpText(
            'after',
            example(
                'handoff agreement diff HEAD:shared/agreement/agreement.yaml',
                'What changed since the last commit.'
            )
        )
        .action(
            handle(async (context, _options, old, next) => {
                const { out } = context;
                const before = loadAgreement(context, old);
                const after = loadAgreement(context, next);
                const groups = agreementDiff(before, after);
                if (groups.length > 0 && after.version <= before.version) {
                    out.warn(
                        `The agreement changed and its version is still ${after.version}: raise it.`
                    );
                }
                const version = ({ version: number, hash }: typeof before) => ({ number, hash });
                const data = { before: version(before), after: version(after), groups };
                out.result(data, () => diffText(before, after, groups, out));
            })
        );
}
