import type { Context } from '../context.ts';
import { HANDOFF } from '../../../shared/crm/hubspot/names.ts';
import { connectHubSpot, needScopes } from '../hubspot/connect.ts';
import { contactsWith } from '../hubspot/contacts.ts';
import type { AccountOption } from '../hubspot/options.ts';
import { readProperties } from '../hubspot/properties.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import type { Undertaking } from '../undertaking.ts';
import { DOMAIN, samplePeople, type Person } from './people.ts';
import { countOf, planSeed, type SeedOptions } from './undertaking.ts';

const CONTACTS = '/crm/objects/2026-09/contacts';
const BATCH = 100;

export async function planHubSpotSeed(
    context: Context,
    options: AccountOption & SeedOptions
): Promise<Undertaking> {
    const people = samplePeople(countOf(options), context.io.now());
    const connection = await connectHubSpot(context, options.account);
    const { api, place, isProduction } = connection;
    needScopes(connection, ['crm.objects.contacts.read', 'crm.objects.contacts.write']);
    const { all } = await readProperties(api, 'handoff');
    if (!options.remove && !all.some(({ name }) => name === HANDOFF.mqlAt)) {
        throw new CliError(EXIT.usage, {
            code: 'seed.not_deployed',
            message: `The properties of Handoff are not in ${place} yet.`,
            mend: 'npx handoff deploy hubspot'
        });
    }
    const there = new Map<string, string>();
    const isSample = { propertyName: 'hs_email_domain', operator: 'EQ', value: DOMAIN } as const;
    for await (const page of contactsWith(api, ['email'], ['email'], [isSample])) {
        for (const { id, properties } of page) {
            const email = properties['email'] ?? '';
            if (email.endsWith(`@${DOMAIN}`)) there.set(email, id);
        }
    }
    const store = {
        target: 'hubspot',
        place,
        isProduction,
        what: 'contact',
        there,
        batch: BATCH,
        create: async (some: readonly Person[]) =>
            void (await api.post(`${CONTACTS}/batch/create`, { inputs: some.map(inputOf) })),
        remove: async (ids: readonly string[]) =>
            void (await api.post(
                `${CONTACTS}/batch/archive`,
                { inputs: ids.map((id) => ({ id })) },
                true
            ))
    } as const;
    return planSeed(store, people, options);
}

function inputOf(person: Person): object {
    const { email, firstName, lastName, phone, title, company, country, mqlAt } = person;
    const optional = { phone, jobtitle: title, country };
    const given = Object.entries(optional).filter(([, value]) => value !== null);
    return {
        properties: {
            email,
            firstname: firstName,
            lastname: lastName,
            company,
            lifecyclestage: 'marketingqualifiedlead',
            [HANDOFF.mqlAt]: new Date(mqlAt).toISOString(),
            ...Object.fromEntries(given)
        }
    };
}
