/** What an org has of its own before anything is deployed: its kind, its people, their groups. */
import { makeId } from '../ids.ts';
import type { OrgSetup } from '../traits/types.ts';
import type { Rows } from './rows.ts';

export interface OrgFlavour {
    readonly name?: string;
    readonly kind?: 'production' | 'sandbox' | 'developer';
    /** Whether it keeps emails as records; true unless told. */
    readonly hasEnhancedEmail?: boolean;
    /** Permissions that the user who logs in lacks: PermissionsAuthorApex. */
    readonly lacks?: readonly string[];
    /** Whether HubSpot's own connector is installed. */
    readonly hasHubSpot?: boolean;
}

export const ADMIN_ID = makeId('005', 1);
export const ADMIN_NAME = 'ann@acme.example';
const PERMISSIONS = [
    'PermissionsModifyMetadata',
    'PermissionsCustomizeApplication',
    'PermissionsAuthorApex',
    'PermissionsAssignPermissionSets'
];

/** Standard fields whose history people like to keep, the likeliest first. */
const TRACKED: readonly string[] = [
    'LastName FirstName Company Title Email Phone MobilePhone LeadSource Rating Status Industry',
    'AnnualRevenue NumberOfEmployees Website Street City State PostalCode Country DoNotCall',
    'Department MailingCity MailingCountry MailingState MailingStreet MailingPostalCode Fax Birthdate',
    'AssistantName AssistantPhone Description HasOptedOutOfEmail'
]
    .join(' ')
    .split(' ');

/** The standard fields of an object whose history the org keeps already. */
export function trackedFields(rows: Rows, object: string, { server }: OrgSetup): string[] {
    const there = (rows.fields(object, () => true) ?? []).map(({ name }) => name);
    return TRACKED.filter((name) => there.includes(name)).slice(0, server.historySlotsTaken ?? 0);
}

export function seedSetup(rows: Rows, flavour: OrgFlavour, setup: OrgSetup): void {
    const { kind = 'sandbox', lacks = [] } = flavour;
    const user = (
        n: number,
        name: string,
        more: object = {}
    ): { readonly [field: string]: unknown } => ({
        Id: makeId('005', n),
        Username: `${name}@acme.example`,
        LastName: name,
        IsActive: true,
        ...more
    });
    const entities =
        flavour.hasEnhancedEmail === false ? [] : ['EmailMessage', 'EmailMessageRelation'];
    rows.seed({
        Organization: [
            {
                Id: makeId('00D', 1),
                Name: flavour.name ?? 'Acme UAT',
                OrganizationType:
                    setup.server.edition ??
                    (kind === 'developer' ? 'Developer Edition' : 'Enterprise Edition'),
                IsSandbox: kind === 'sandbox'
            }
        ],
        UserPermissionAccess: [
            {
                Id: makeId('000', 1),
                ...Object.fromEntries(PERMISSIONS.map((name) => [name, !lacks.includes(name)]))
            }
        ],
        EntityDefinition: ['Lead', 'Contact', ...entities].map((name, i) => ({
            Id: makeId('000', 10 + i),
            QualifiedApiName: name
        })),
        User: [
            user(1, 'ann', { LanguageLocaleKey: setup.language }),
            user(2, 'ben', { UserRoleId: makeId('00E', 2) }),
            user(3, 'cleo', { UserRoleId: makeId('00E', 3) }),
            user(4, 'dan', { IsActive: false }),
            user(5, 'hubspot')
        ],
        UserRole: [
            { Id: makeId('00E', 1), Name: 'Sales' },
            { Id: makeId('00E', 2), Name: 'Inside Sales', ParentRoleId: makeId('00E', 1) },
            { Id: makeId('00E', 3), Name: 'Field Sales', ParentRoleId: makeId('00E', 1) }
        ],
        Group: [
            {
                Id: makeId('00G', 1),
                Name: 'Inside Sales',
                DeveloperName: 'Inside_Sales',
                Type: 'Regular'
            },
            { Id: makeId('00G', 2), Type: 'RoleAndSubordinates', RelatedId: makeId('00E', 1) },
            { Id: makeId('00G', 3), Name: 'All Sales', DeveloperName: 'All_Sales', Type: 'Regular' }
        ],
        GroupMember: [
            { Id: makeId('011', 1), GroupId: makeId('00G', 1), UserOrGroupId: makeId('005', 2) },
            { Id: makeId('011', 2), GroupId: makeId('00G', 1), UserOrGroupId: makeId('005', 4) },
            { Id: makeId('011', 3), GroupId: makeId('00G', 3), UserOrGroupId: makeId('00G', 2) },
            { Id: makeId('011', 4), GroupId: makeId('00G', 3), UserOrGroupId: makeId('00G', 1) }
        ]
    });
    rows.seed({
        DuplicateRule: setup.duplicateRules.map(({ name, object }, i) => ({
            Id: makeId('0Bm', i + 1),
            DeveloperName: name,
            SobjectType: object,
            IsActive: true,
            LastModifiedById: ADMIN_ID
        }))
    });
    if (flavour.hasHubSpot) {
        const id = rows.insert('SubscriberPackage', {
            Name: 'HubSpot Integration',
            NamespacePrefix: 'HubSpot_Inc'
        });
        rows.insert('InstalledSubscriberPackage', { SubscriberPackageId: id });
    }
}
