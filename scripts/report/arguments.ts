/** The command line of `npm run report`. */
import { parseArgs } from 'node:util';

export const HELP = `Usage: npm run report -- --month <period> --from <where> [--out <file>]

Reports the outcomes of a period's MQLs: one page to print or send, and the same numbers as CSV and JSON.

  --month <period>      2026-10, 2026-Q4, last-90-days, this-month, last-month; without it, the period
                        of the agreement's first rate
  --from <where>        salesforce, hubspot, or a file of leads: .csv with a header, or .jsonl
  --out <file>          the page (default report.html); report.csv and report.json stand beside it
  --source, --campaign, --rep, --team <name>
                        only leads with exactly this value; "?" takes those of which it is not known
  --as-of <time>        what counts as now: 2026-11-01 or 2026-11-01T08:00:00Z (a file: the last time in
                        it at which anything happened)
  --numbers <en|de>     in a file: how numbers are written where a column leaves it open, 1,200.50 or 1.200,50
  --target-org <alias>  with salesforce: an org that the sf CLI knows (or set SF_ACCESS_TOKEN and
                        SF_ORG_INSTANCE_URL)
  --account <name>      with hubspot: an account that the hs CLI knows (or set HUBSPOT_ACCESS_TOKEN)
  --quiet               no progress
  --help                print this

Exit codes: 0 done; 1 done, but rows could not be read; 2 an option or the file cannot be used; 3 no way
into the CRM; 4 the CRM failed.

Example: npm run report -- --month 2026-10 --from leads.csv --out october.html
`;

export interface Arguments {
    readonly help: boolean;
    readonly quiet: boolean;
    readonly month: string | undefined;
    readonly from: string | undefined;
    readonly out: string;
    readonly asOf: string | undefined;
    readonly filters: {
        readonly [dimension in 'source' | 'campaign' | 'rep' | 'team']: string | undefined;
    };
    readonly numbers: string | undefined;
    readonly targetOrg: string | undefined;
    readonly account: string | undefined;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads the command line, or says in `error` what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments | { readonly error: string } {
    try {
        const { values } = parseArgs({
            args: [...argv],
            options: {
                ...{ month: text, from: text, out: text, 'as-of': text },
                ...{ source: text, campaign: text, rep: text, team: text },
                ...{ numbers: text, 'target-org': text, account: text, quiet: flag, help: flag }
            }
        });
        const { account, campaign, from, help, month, numbers, out, quiet, rep, source, team } =
            values;
        return {
            help: help ?? false,
            quiet: quiet ?? false,
            month,
            from,
            out: out ?? 'report.html',
            asOf: values['as-of'],
            filters: { source, campaign, rep, team },
            numbers,
            targetOrg: values['target-org'],
            account
        };
    } catch (error) {
        return { error: (error as Error).message };
    }
}
