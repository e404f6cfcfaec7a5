import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import type { Api } from './api.ts';

interface Executed {
    readonly compiled: boolean;
    readonly compileProblem: string | null;
    readonly success: boolean;
    readonly exceptionMessage: string | null;
}

/** Runs Apex that may be run twice. @throws CliError with what Apex says */
export async function runApex({ get }: Api, code: string): Promise<void> {
    const result = await get<Executed>(
        `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`
    );
    if (result.success) return;
    const { compileProblem, exceptionMessage } = result;
    throw new CliError(EXIT.remote, {
        code: 'salesforce.apex_failed',
        message: `Salesforce did not run “${code}”: ${compileProblem ?? exceptionMessage ?? 'no reason given'}`,
        mend: 'Run the same command again, or run it by hand: Developer Console, Debug, Open Execute Anonymous Window.'
    });
}
