/** A HubSpot account held against the agreement. Reads alone. */
import type { Project } from '@hubspot/local-dev-lib/types/Project';
import { HANDOFF, SETTINGS } from '../../../shared/crm/hubspot/names.ts';
import {
    LEAD_REASON,
    LEAD_STAGE,
    missingWords,
    NATIVE_LABELS,
    nativeValues
} from '../../../shared/crm/hubspot/native.ts';
import type { NativeOptions } from '../../../shared/crm/hubspot/native.ts';
import type { ScopedFeature } from '../../../shared/crm/hubspot/scopes.ts';
import { readSettings, SETTING_NAMES } from '../../../shared/crm/hubspot/settings.ts';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { DECISION_KINDS } from '../../../shared/lead.ts';
import { loadAgreement } from '../agreement/load.ts';
import type { Context } from '../context.ts';
import { readInstallation, type Installation } from '../hubspot/app.ts';
import { connectHubSpot, needScopes, type Connection } from '../hubspot/connect.ts';
import { countContacts } from '../hubspot/contacts.ts';
import { wantedProperties } from '../hubspot/deploy.ts';
import type { AccountOption } from '../hubspot/options.ts';
import { readNativeOptions } from '../hubspot/native.ts';
import {
    hashIn,
    projectName,
    readLocalProject,
    readRemoteProject,
    type LocalProject,
    type ProjectFor
} from '../hubspot/project.ts';
import {
    conflictOf,
    differences,
    readProperties,
    type PortalProperties,
    type PortalProperty
} from '../hubspot/properties.ts';
import { readSubscription, UNKNOWN, variantFor } from '../hubspot/subscription.ts';
import { variantIn } from '../hubspot/variant.ts';
import type { Line, ReadBack, State, Verified } from './lines.ts';

/** What is read from an account; what the lines are made of. */
export interface Account {
    readonly properties: PortalProperties;
    /** Our project as this account has it, or would get it. */
    readonly local: LocalProject;
    /** What the subscription has that the deployed app does not use. */
    readonly unused: readonly ScopedFeature[];
    /** What it offers of HubSpot's own options that the agreement writes. */
    readonly native: NativeOptions;
    /** Null: the login may not read projects; `project` null: there is none. */
    readonly app: {
        readonly project: Project | null;
        readonly installation: Installation | null;
    } | null;
    /** How many contacts bear each decision. */
    readonly decided: { readonly [decision: string]: number };
}

export async function verifyHubSpot(
    context: Context,
    { account }: AccountOption
): Promise<Verified> {
    const agreement = loadAgreement(context, undefined);
    const projectFor = await readLocalProject(agreement);
    const connection = await connectHubSpot(context, account);
    needScopes(connection, ['crm.objects.contacts.read']);
    const read = await readAccount(connection, projectFor);
    return { lines: linesOf(read, agreement), readBack: readBackOf(read, connection) };
}

async function readAccount(connection: Connection, projectFor: ProjectFor): Promise<Account> {
    const { accountId, api, hasKey } = connection;
    const properties = await readProperties(api, wantedProperties().group.name);
    const project = hasKey ? await readRemoteProject(accountId, projectName()) : null;
    const subscription = hasKey ? await readSubscription(accountId) : UNKNOWN;
    const fitting = variantFor(subscription, null);
    // What was left out on purpose is no drift.
    const variant = variantIn(project?.deployedBuild?.uploadMessage) ?? fitting;
    const local = projectFor(variant);
    const native = await readNativeOptions(connection, properties.all, variant);
    const installation = project && (await readInstallation(accountId, project.id, local));
    const hasDecisions = properties.all.some(({ name }) => name === HANDOFF.decision);
    const decided: { [decision: string]: number } = {};
    for (const decision of hasDecisions ? DECISION_KINDS : []) {
        decided[decision] = await countContacts(api, HANDOFF.decision, decision);
    }
    return {
        properties,
        local,
        unused: fitting.features.filter((feature) => !variant.features.includes(feature)),
        native,
        app: hasKey ? { project, installation } : null,
        decided
    };
}

export function linesOf(account: Account, agreement: Agreement): Line[] {
    return [
        ...propertyLines(account.properties),
        ...settingLines(account.properties, agreement),
        ...nativeLines(account, agreement),
        ...appLines(account),
        ...account.unused.map((feature) =>
            line(
                'feature',
                feature,
                'told',
                'the account has it, and the app does not ask for it; deploy again to use it'
            )
        ),
        ...Object.entries(account.decided).map(([decision, n]) =>
            line('decided contacts', decision, 'told', String(n))
        )
    ];
}

function line(what: string, name: string, state: State, why: string | null = null): Line {
    return { target: 'hubspot', what, name, state, why };
}

function drift(what: string, name: string, why: string | null): Line {
    return line(what, name, why === null ? 'agreed' : 'drift', why);
}

function propertyLines({ group, all }: PortalProperties): Line[] {
    const wanted = wantedProperties();
    const groupWhy =
        group === null
            ? 'is not there'
            : group.label === wanted.group.label
              ? null
              : `the label is “${group.label}”`;
    return [
        drift('property group', wanted.group.name, groupWhy),
        ...wanted.properties.map((property) => {
            const found = all.find(({ name }) => name === property.name);
            if (found === undefined)
                return drift('contact property', property.name, 'is not there');
            const why =
                conflictOf(property, found) ?? differences(property, found, () => 0).why.join('; ');
            const told = why === '' ? null : why + changedWords(found);
            return drift('contact property', property.name, told);
        })
    ];
}

/** HubSpot says who changed a property last, not what they changed. */
function changedWords({ updatedAt, updatedUserId }: PortalProperty): string {
    if (updatedAt === undefined) return '';
    const who = updatedUserId === undefined ? '' : ` by user ${updatedUserId}`;
    return ` (last changed ${updatedAt.slice(0, 16).replace('T', ' ')} UTC${who})`;
}

/** The portal's own properties that Handoff reads: whether they are there. */
function settingLines({ all }: PortalProperties, agreement: Agreement): Line[] {
    const text = all.find(({ name }) => name === SETTINGS)?.description ?? null;
    const { settings, issues } = readSettings(text, agreement);
    const whole = issues.find(({ path }) => path === '' || !isSetting(path));
    return [
        drift('settings', SETTINGS, whole?.message ?? null),
        ...SETTING_NAMES.map((name) => {
            const value = settings[name];
            const issue = issues.find(({ path }) => path === name);
            if (issue) return drift('setting', name, issue.message);
            if (value === null) return line('setting', name, 'told', 'none is shown');
            const isThere =
                name === 'mqlStage'
                    ? optionsOf(all, 'lifecyclestage')[value] !== undefined
                    : all.some((property) => property.name === value);
            const kind = name === 'mqlStage' ? 'lifecycle stage' : 'contact property';
            return drift('setting', name, isThere ? null : `there is no ${kind} ${value}`);
        })
    ];
}

/** HubSpot's own options that the agreement writes: a decision is saved without one that is not there. */
function nativeLines({ native, local }: Account, agreement: Agreement): Line[] {
    const movesLeads = local.variant.features.includes('leads');
    const values = nativeValues(agreement).filter(
        ({ property }) => movesLeads || !LEADS.includes(property)
    );
    const seen = new Set<string>();
    return values.flatMap((value): Line[] => {
        const what = NATIVE_LABELS[value.property];
        if (seen.has(`${what} ${value.value}`)) return [];
        seen.add(`${what} ${value.value}`);
        const offered = native[value.property];
        if (!offered) {
            return [line(what, value.value, 'unseen', 'this login may not read it')];
        }
        const isThere = offered.some((option) => option.value === value.value);
        return [
            drift(
                what,
                value.value,
                isThere ? null : missingWords(value.property, value.value, offered, agreement)
            )
        ];
    });
}

const LEADS: readonly string[] = [LEAD_STAGE, LEAD_REASON];

function isSetting(name: string): boolean {
    return (SETTING_NAMES as readonly string[]).includes(name);
}

function appLines({ app, local }: Account): Line[] {
    const { name } = local;
    if (app === null) {
        const why = 'only a personal access key shows it: hs account auth';
        return [
            line('project', name, 'unseen', why),
            line('app', local.app.name, 'unseen', why),
            line('scopes', local.app.name, 'unseen', why)
        ];
    }
    const deployed = app.project?.deployedBuild;
    const { installation } = app;
    const projectWhy =
        deployed === undefined
            ? 'is not deployed'
            : hashIn(deployed) === local.hash
              ? null
              : `build ${deployed.buildId} is of other files: “${deployed.uploadMessage}”`;
    return [
        drift('project', name, projectWhy),
        drift('app', local.app.name, installation?.isBegun ? null : 'is not installed'),
        drift(
            'scopes',
            local.app.name,
            installation?.isComplete ? null : 'it was not granted all that it asks for'
        )
    ];
}

function readBackOf({ properties, decided }: Account, { place }: Connection): ReadBack {
    return {
        target: 'hubspot',
        place,
        decisions: optionsOf(properties.all, HANDOFF.decision),
        reasons: optionsOf(properties.all, HANDOFF.reason),
        details: optionsOf(properties.all, HANDOFF.detail),
        decided
    };
}

/** What may be chosen, with its label. */
function optionsOf(
    all: PortalProperties['all'],
    property: string
): { readonly [value: string]: string } {
    const options = all.find(({ name }) => name === property)?.options ?? [];
    return Object.fromEntries(
        options.filter(({ hidden }) => !hidden).map(({ value, label }) => [value, label])
    );
}
