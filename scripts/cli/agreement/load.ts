/** An agreement that a person names: a file, or a version in git. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseAgreement } from '../../../shared/agreement/parse.ts';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { SOURCE } from '../../build/read-agreement.ts';
import { projectRoot, type Context } from '../context.ts';
import { readText } from '../files.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';

/** `HEAD:shared/agreement/agreement.yaml`; a drive letter (`C:\`) is no revision. */
const IN_GIT = /^[^:-][^:]+:[^\\]/;
const MOST_TOLD = 20;

/**
 * Reads and checks an agreement; without a name the one in force. Throws a CliError that lists every
 * problem with line and column.
 */
export function loadAgreement(context: Context, named: string | undefined): Agreement {
    const { agreement, issues } = parseAgreement(textOf(context, named));
    if (agreement !== null) return agreement;
    const file = named ?? SOURCE;
    const places = issues
        .slice(0, MOST_TOLD)
        .map(({ line = 1, column = 1, message }) => `${file}:${line}:${column} ${message}`);
    const more = issues.length > MOST_TOLD ? [`and ${issues.length - MOST_TOLD} more`] : [];
    throw new CliError(EXIT.usage, {
        code: 'agreement.invalid',
        message: `${file} is no agreement that can be used: ${count(issues.length, 'problem')}.`,
        where: [...places, ...more].join('\n'),
        mend: `handoff check --agreement ${file}`
    });
}

function textOf(context: Context, named: string | undefined): string {
    if (named === undefined) {
        const inProject = (file: string): string => path.join(projectRoot(context), file);
        return readText({ ...context, file: inProject }, SOURCE);
    }
    const isInGit = IN_GIT.test(named) && !existsSync(context.file(named));
    return isInGit ? fromGit(context, named) : readText(context, named);
}

function fromGit({ io }: Context, named: string): string {
    try {
        return execFileSync('git', ['show', named], {
            cwd: io.folder,
            encoding: 'utf8',
            maxBuffer: 16 * 1024 * 1024,
            stdio: ['ignore', 'pipe', 'pipe']
        });
    } catch (error) {
        const { stderr, message } = error as Error & { stderr?: string };
        const reason = (stderr ?? message).trim().split('\n')[0] ?? '';
        throw new CliError(
            EXIT.usage,
            {
                code: 'agreement.not_in_git',
                message: `Git does not give ${named}: ${reason}`,
                mend: 'Name it as REVISION:PATH, such as HEAD:shared/agreement/agreement.yaml.'
            },
            error
        );
    }
}
