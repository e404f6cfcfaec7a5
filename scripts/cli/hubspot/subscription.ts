/** What an account's subscription has of what Handoff can use, by HubSpot's own list of scopes. */
import { fetchScopeAuthorizationData } from '@hubspot/local-dev-lib/api/localDevAuth';
import { FEATURE_SCOPES, SCOPED_FEATURES } from '../../../shared/crm/hubspot/scopes.ts';
import type { ScopedFeature } from '../../../shared/crm/hubspot/scopes.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { called } from './api.ts';
import type { Variant } from './variant.ts';

/** Null: HubSpot does not say. */
export interface Subscription {
    readonly features: { readonly [feature in ScopedFeature]: boolean | null };
    readonly hasFunctions: boolean | null;
}

const FUNCTIONS = 'developer.app_functions.write';
export const UNKNOWN: Subscription = {
    features: { emails: null, sequences: null, leads: null },
    hasFunctions: null
};

const FEATURES: {
    readonly [feature in ScopedFeature]: {
        readonly name: string;
        /** Why an account has them not. */
        readonly lacks: string;
        readonly without: string;
    };
} = {
    emails: {
        name: 'sales emails',
        lacks: 'this account cannot grant it',
        without: 'the panel shows no sales emails and says so'
    },
    sequences: {
        name: 'sequences',
        lacks: 'this account’s subscription has no sequences (Sales Hub or Service Hub Professional has)',
        without: 'the panel does not show which sequence a contact is in'
    },
    leads: {
        name: 'lead records',
        lacks: 'this account’s subscription has no lead records (Sales Hub Professional has)',
        without: 'a decision moves no lead record'
    }
};

/** Asks HubSpot which scopes the account may grant. Needs a personal access key. */
export async function readSubscription(accountId: number): Promise<Subscription> {
    const asked = called('the scopes of the account', true, async () => {
        return (await fetchScopeAuthorizationData(accountId)).data;
    });
    const found = await asked.catch((thrown: unknown) => {
        // It is no part of HubSpot's documented API: without it nothing is known, and nothing is lost.
        const isRefused =
            thrown instanceof CliError &&
            ['hubspot.refused', 'hubspot.not_allowed', 'hubspot.scopes'].includes(thrown.code);
        if (isRefused) return null;
        throw thrown;
    });
    if (found === null) return UNKNOWN;
    const has = (scope: string): boolean | null =>
        found.results.find(({ scopeGroup }) => scopeGroup.name === scope)?.portalAuthorized ?? null;
    const hasAll = (scopes: readonly string[]): boolean | null => {
        const answers = scopes.map(has);
        return answers.includes(false) ? false : answers.includes(null) ? null : true;
    };
    return {
        features: {
            emails: hasAll(FEATURE_SCOPES.emails),
            sequences: hasAll(FEATURE_SCOPES.sequences),
            leads: hasAll(FEATURE_SCOPES.leads)
        },
        hasFunctions: has(FUNCTIONS)
    };
}

/** What is uploaded: what the person named, else what the account has for certain. */
export function variantFor(
    { features, hasFunctions }: Subscription,
    named: readonly ScopedFeature[] | null
): Variant {
    // The card alone reads with the rights of whoever looks at it.
    if (hasFunctions === false) return { features: [], hasFunctions: false };
    return {
        features: named ?? SCOPED_FEATURES.filter((feature) => features[feature] === true),
        hasFunctions: true
    };
}

/** What is left out or refused here, whose it is, and the way out: a sentence or two each. */
export function subscriptionNotes({ features }: Subscription, chosen: Variant): string[] {
    if (!chosen.hasFunctions) return [WITHOUT_FUNCTIONS];
    return SCOPED_FEATURES.filter((feature) => !chosen.features.includes(feature)).map(
        (feature) => {
            const { name, lacks, without } = FEATURES[feature];
            const scopes = FEATURE_SCOPES[feature].join(', ');
            switch (features[feature]) {
                case false:
                    return `Without ${scopes}: ${lacks}, so ${without}. Whoever manages the subscription can add it; then deploy again.`;
                case null:
                    return `Without ${scopes}: HubSpot does not say whether this account has ${name}, so ${without}. If it has, deploy with --features ${feature}.`;
                case true:
                    return `Without ${scopes}: --features leaves ${name} out, so ${without}.`;
            }
        }
    );
}

const WITHOUT_FUNCTIONS =
    'Without app functions: this account has no Enterprise subscription, so the card reads by HubSpot’s own hooks, reps decide in HubSpot’s property editor, nothing is stamped, and the acceptance page and the settings page are left out. Whoever manages the subscription can upgrade it; then deploy again.';

/** The features of a `--features` option. Throws a CliError on one that does not exist. */
export function featuresNamed(text: string | undefined): ScopedFeature[] | null {
    if (text === undefined) return null;
    const names = text.split(',').map((name) => name.trim());
    if (names.length === 1 && names[0] === 'none') return [];
    const strange = names.filter((name) => !(SCOPED_FEATURES as readonly string[]).includes(name));
    if (strange.length === 0) {
        return SCOPED_FEATURES.filter((feature) => names.includes(feature));
    }
    throw new CliError(EXIT.usage, {
        code: 'hubspot.unknown_feature',
        message: `There is no feature “${strange.join('”, “')}”.`,
        mend: `--features ${SCOPED_FEATURES.join(',')}, some of them, or none`
    });
}

/** Refuses, before anything is changed, what the account cannot grant. */
export function refuseMissing(
    { features }: Subscription,
    named: readonly ScopedFeature[] | null,
    place: string
): void {
    const missing = (named ?? []).filter((feature) => features[feature] === false);
    if (missing.length === 0) return;
    const names = missing.map((feature) => FEATURES[feature].name).join(' and ');
    throw new CliError(EXIT.usage, {
        code: 'hubspot.feature_missing',
        message: `This account’s subscription has no ${names}, so HubSpot would refuse the app.`,
        where: place,
        mend: 'Leave --features out: deploy asks for what the account has. Whoever manages the subscription can add the rest.'
    });
}
