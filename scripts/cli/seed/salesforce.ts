import type { Context } from '../context.ts';
import { connect } from '../salesforce/connect.ts';
import type { TargetOrgOption } from '../salesforce/options.ts';
import type { Undertaking } from '../undertaking.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { DOMAIN, samplePeople, type Person } from './people.ts';
import { countOf, planSeed, type SeedOptions } from './undertaking.ts';

const BATCH = 200;

interface Result {
    readonly success: boolean;
    readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

export async function planSalesforceSeed(
    context: Context,
    options: TargetOrgOption & SeedOptions
): Promise<Undertaking> {
    const people = samplePeople(countOf(options), context.io.now());
    const { api, org } = await connect(context, options);
    const place = `the ${org.kind} org ${org.name} (${org.id})`;
    const rows = await api.query<{ Id: string; Email: string }>(
        `SELECT Id, Email FROM Lead WHERE Email LIKE '%@${DOMAIN}'`
    );
    const store = {
        target: 'salesforce',
        place,
        isProduction: org.kind === 'production',
        what: 'lead',
        there: new Map(rows.map(({ Id, Email }) => [Email, Id])),
        batch: BATCH,
        create: async (some: readonly Person[]) => {
            const body = { allOrNone: true, records: some.map(recordOf) };
            refuse(await api.post<readonly Result[]>('/composite/sobjects', body));
        },
        remove: async (ids: readonly string[]) => {
            const path = `/composite/sobjects?allOrNone=true&ids=${ids.join(',')}`;
            refuse((await api.delete(path)) as readonly Result[]);
        }
    } as const;
    return planSeed(store, people, options);
}

/** Salesforce answers 200 to a batch that it refused. */
function refuse(results: readonly Result[]): void {
    const failed = results.flatMap(({ errors }) => errors);
    const [first] = failed.filter(
        ({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK'
    );
    if (results.every(({ success }) => success)) return;
    throw new CliError(EXIT.remote, {
        code: 'seed.refused',
        message: `Salesforce took none of them: ${first?.statusCode}: ${first?.message}`,
        mend: 'Deploy first (npx handoff deploy salesforce), or deactivate the org’s own rule that is named.'
    });
}

function recordOf(person: Person): object {
    return {
        attributes: { type: 'Lead' },
        FirstName: person.firstName,
        LastName: person.lastName,
        Email: person.email,
        Company: person.company,
        Phone: person.phone,
        Title: person.title,
        NumberOfEmployees: person.employees,
        Handoff_Mql_At__c: new Date(person.mqlAt).toISOString()
    };
}
