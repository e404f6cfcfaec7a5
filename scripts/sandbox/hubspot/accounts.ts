/** Accounts that are as hostile as real ones: each a fixture, and to be combined with `accountWith`. */
import { accountWith, DISPOSITIONS } from './account.ts';
import type { AccountTraits, HubSpotAccount } from './account.ts';
import { locked, rateLimited, wrongHublet } from './errors.ts';
import { HUBSPOT_LIMITS } from './limits.ts';
import type { StandardProperty } from './schema.ts';
import type { Fault } from './traffic.ts';

const FOR_GOOD = Number.MAX_SAFE_INTEGER;

const LEADS = ['crm.objects.leads.read', 'crm.objects.leads.write'];
const FUNCTIONS = ['developer.app_functions.read', 'developer.app_functions.write'];

const withoutSales: Partial<AccountTraits> = {
    withoutScopes: [...LEADS, 'automation.sequences.read'],
    hasLeads: false
};
const withoutMarketing: Partial<AccountTraits> = {
    hasScoring: false,
    properties: { hubspotscore: null }
};
const withoutEnterprise: Partial<AccountTraits> = {
    withoutScopes: FUNCTIONS,
    hasEnterprise: false
};

/** Options in the account's order; their values may be numbers. */
function choice(
    name: string,
    label: string,
    options: readonly (readonly [value: string, label: string])[]
): StandardProperty {
    return {
        name,
        label,
        type: 'enumeration',
        options: options.map(([value]) => value),
        optionLabels: Object.fromEntries(options)
    };
}

/** "Unqualified" was renamed with its value, "Open deal" and "Bad timing" were removed. */
const leadStatus: Partial<AccountTraits> = {
    properties: {
        hs_lead_status: choice('hs_lead_status', 'Lead status', [
            ['NEW', 'New'],
            ['OPEN', 'Open'],
            ['IN_PROGRESS', 'In progress'],
            ['DISQUALIFIED_BY_SALES', 'Disqualified by sales'],
            ['CONNECTED', 'Connected']
        ])
    }
};

/** The account has stages of its own, and deleted "Sales qualified lead". */
const stages: Partial<AccountTraits> = {
    properties: {
        lifecyclestage: choice('lifecyclestage', 'Lifecycle stage', [
            ['subscriber', 'Subscriber'],
            ['lead', 'Lead'],
            ['marketingqualifiedlead', 'Marketing qualified lead'],
            ['87412953', 'Sales accepted lead'],
            ['opportunity', 'Opportunity'],
            ['customer', 'Customer']
        ]),
        hs_v2_date_entered_87412953: {
            name: 'hs_v2_date_entered_87412953',
            type: 'datetime',
            readOnly: true
        },
        hs_v2_date_entered_salesqualifiedlead: null
    }
};

/** Whoever disqualifies a contact must say why in the account's own property. */
const conditional: Partial<AccountTraits> = {
    properties: { lost_reason: { name: 'lost_reason', label: 'Lost reason', type: 'string' } },
    rules: [
        {
            property: 'hs_lead_status',
            values: ['UNQUALIFIED', 'BAD_TIMING'],
            requires: ['lost_reason']
        }
    ],
    leadRules: [
        {
            property: 'hs_pipeline_stage',
            values: ['unqualified-stage-id'],
            requires: ['hs_lead_disqualification_note']
        }
    ]
};

/** Lead records in a pipeline of the account's own, with reasons of its own. */
const pipeline: Partial<AccountTraits> = {
    leadPipelines: [
        {
            id: 'lead-pipeline-id',
            label: 'Inbound',
            stages: [
                { id: '7001', label: 'Fresh' },
                { id: '7002', label: 'Talking' },
                { id: '7003', label: 'Lost', closed: true }
            ]
        }
    ],
    leadReasons: [{ value: 'TOO_SMALL', label: 'Too small' }]
};

/** A fault that stays as long as it is switched on. */
export const LOCKED: Fault = {
    status: 423,
    body: locked().body,
    on: 'PATCH /crm/objects',
    times: 2
};
export const DAILY: Fault = { status: 429, body: rateLimited('DAILY').body, times: FOR_GOOD };
export const WRONG_HUBLET: Fault = { status: 488, body: wrongHublet().body, times: FOR_GOOD };

/** The part of each account that can be combined with another's. */
export const TRAITS = {
    withoutSales,
    withoutMarketing,
    withoutEnterprise,
    leadStatus,
    stages,
    conditional,
    pipeline
} as const;

export const ACCOUNTS: readonly HubSpotAccount[] = [
    accountWith('plain', 'Has everything that HubSpot sells, and nothing changed.'),
    accountWith('no-sales-hub', 'Has no Sales Hub: no leads, no sequences.', withoutSales),
    accountWith(
        'no-marketing-hub',
        'Has no Marketing Hub: no lead scoring, no score.',
        withoutMarketing
    ),
    accountWith(
        'no-enterprise',
        'Has no Enterprise subscription: no app functions, no events.',
        withoutEnterprise
    ),
    accountWith(
        'required-scopes-only',
        'Grants no optional scope at all, not even for sales emails.',
        withoutSales,
        { withoutScopes: ['sales-email-read'] }
    ),
    accountWith(
        'lead-status-changed',
        'Renamed and removed options of the lead status.',
        leadStatus
    ),
    accountWith(
        'stages-changed',
        'Has lifecycle stages of its own and deleted one of HubSpot’s.',
        stages
    ),
    accountWith(
        'conditional-rule',
        'Requires a property when a lead is disqualified.',
        conditional
    ),
    accountWith('lead-pipeline-changed', 'Has a lead pipeline and reasons of its own.', pipeline),
    accountWith('owner-left', 'Has owners who left the company.', {
        owners: [
            {
                id: '79',
                userId: 9079,
                email: 'gone@acme.test',
                firstName: 'Gail',
                lastName: 'Gone',
                archived: true
            }
        ]
    }),
    accountWith('own-dispositions', 'Has call outcomes of its own.', {
        dispositions: [
            ...DISPOSITIONS.filter(({ label }) => label !== 'Connected'),
            {
                id: '0f3c1d2e-51aa-4a5e-9f51-1f4a3f0c9b11',
                label: 'Spoke with decision maker',
                deleted: false
            }
        ]
    }),
    accountWith(
        'limits',
        'Enforces HubSpot’s limits: 190 calls in ten seconds, five searches a second.',
        {
            limits: HUBSPOT_LIMITS
        }
    ),
    accountWith('europe', 'Is hosted in the EU.', { region: 'eu1' }),
    accountWith('locked', 'Locks the record at the first two writes.', { faults: [LOCKED] }),
    accountWith('daily-limit', 'Has used up its calls of the day.', { faults: [DAILY] }),
    accountWith('wrong-hublet', 'Is not known where it is asked for.', { faults: [WRONG_HUBLET] }),
    accountWith(
        'everything-at-once',
        'Is in the EU without Sales Hub, with changed options, stages and a rule.',
        withoutSales,
        withoutMarketing,
        leadStatus,
        stages,
        conditional,
        { region: 'eu1', limits: HUBSPOT_LIMITS }
    )
];

/** The account of a name. Errors: throws when there is none. */
export function accountNamed(name: string): HubSpotAccount {
    const found = ACCOUNTS.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no account fixture “${name}”.`);
    return found;
}
