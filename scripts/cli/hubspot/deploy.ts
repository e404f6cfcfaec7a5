/** A deployment of the agreement's properties and of the project, from its plan to its steps. */
import { readFileSync } from 'node:fs';
import type { Build } from '@hubspot/local-dev-lib/types/Build';
import type { Project } from '@hubspot/local-dev-lib/types/Project';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { SETTINGS } from '../../../shared/crm/hubspot/names.ts';
import { missingNative } from '../../../shared/crm/hubspot/native.ts';
import { readSettings } from '../../../shared/crm/hubspot/settings.ts';
import { FILE, type ContactProperties } from '../../build/hubspot-properties.ts';
import { loadAgreement } from '../agreement/load.ts';
import type { Context } from '../context.ts';
import { count } from '../output/text.ts';
import type { PlanItem } from '../plan/plan.ts';
import type { Step } from '../steps.ts';
import type { Undertaking } from '../undertaking.ts';
import type { Variant } from './variant.ts';
import { installApp, readInstallation, type Installation } from './app.ts';
import { awaitBuild, deployBuild, parse, upload, type Target } from './build.ts';
import { connectHubSpot, needScopes, type Connection } from './connect.ts';
import { countContacts } from './contacts.ts';
import {
    featuresNamed,
    readSubscription,
    refuseMissing,
    subscriptionNotes,
    UNKNOWN,
    variantFor
} from './subscription.ts';
import { hashIn, readLocalProject, readRemoteProject, type LocalProject } from './project.ts';
import type { DeployHubSpotOptions } from './options.ts';
import { readNativeOptions } from './native.ts';
import {
    applyChange,
    planProperties,
    readProperties,
    retiredOptions,
    type PortalProperty,
    type PropertyPlan,
    type Uses
} from './properties.ts';

const READ = ['crm.objects.contacts.read'];
const DEFINE = ['crm.schemas.contacts.write'];

export async function planHubSpot(
    context: Context,
    { account, features }: DeployHubSpotOptions
): Promise<Undertaking> {
    const agreement = loadAgreement(context, undefined);
    const named = featuresNamed(features);
    const projectFor = await readLocalProject(agreement);
    const connection = await connectHubSpot(context, account);
    needScopes(connection, READ);
    const { accountId, hasKey, name, place, website, isProduction } = connection;
    const subscription = hasKey ? await readSubscription(accountId) : null;
    if (subscription !== null) refuseMissing(subscription, named, place);
    const variant = variantFor(subscription ?? UNKNOWN, named);
    const local = projectFor(variant);
    const properties = await planOfProperties(connection);
    if (properties.changes.length > 0) needScopes(connection, DEFINE);
    const target: Target = { accountId, website, local, now: context.io.now };
    const remote = hasKey ? await readRemoteProject(accountId, local.name) : null;
    const installation = remote && (await readInstallation(accountId, remote.id, local));
    const project = projectItem(connection, local, remote);
    const app = appItem(connection, local, remote, installation);
    // HubSpot's own schemas may refuse what ours take: better known before anything is changed.
    if (isChange(project)) await parse(target);
    const done: Done = { build: null, installPage: null };
    return {
        place,
        plan: [...properties.items, project, app],
        typedName: isProduction ? name : null,
        notes: [
            ...(subscription === null ? [] : subscriptionNotes(subscription, variant)),
            ...(await optionNotes(connection, properties.all, variant, agreement)),
            ...notes(app, hasKey)
        ],
        steps: [
            ...propertySteps(connection, properties),
            ...(isChange(project) ? projectSteps(target, done) : []),
            ...(isChange(app) ? [appStep(context, connection, target, done)] : [])
        ],
        result: () => ({
            target: 'hubspot',
            accountId,
            agreement: versionOf(agreement),
            files: local.hash,
            buildId: done.build?.buildId ?? remote?.deployedBuildId ?? null,
            installPage: done.installPage
        })
    };
}

/** What the steps find out, for those after them. */
interface Done {
    build: Build | null;
    installPage: string | null;
}

/** What the properties must become, held against what the account has. */
export async function planOfProperties({ api }: Connection): Promise<PropertiesPlan> {
    const wanted = wantedProperties();
    const found = await readProperties(api, wanted.group.name);
    const uses: { [key: string]: number } = {};
    for (const { property, value } of retiredOptions(wanted, found)) {
        uses[`${property} ${value}`] = await countContacts(api, property, value);
    }
    const usesOf: Uses = (property, value) => uses[`${property} ${value}`] ?? 0;
    return { ...planProperties(wanted, found, usesOf), all: found.all };
}

interface PropertiesPlan extends PropertyPlan {
    /** All that the account has. */
    readonly all: readonly PortalProperty[];
}

/** The group and the properties as the build has written them. */
export function wantedProperties(): ContactProperties {
    return JSON.parse(readFileSync(FILE, 'utf8')) as ContactProperties;
}

function projectItem(
    { hasKey }: Connection,
    { name, hash }: LocalProject,
    remote: Project | null
): PlanItem {
    const item = { target: 'hubspot', what: 'project', name } as const;
    if (!hasKey) {
        return {
            ...item,
            change: 'refused',
            why: 'HubSpot takes projects with a personal access key only: hs account auth, or HUBSPOT_PERSONAL_ACCESS_KEY'
        };
    }
    const deployed = remote?.deployedBuild;
    if (deployed === undefined) return { ...item, change: 'create', why: null };
    if (hashIn(deployed) === hash) return { ...item, change: 'same', why: null };
    return { ...item, change: 'update', why: `build ${deployed.buildId} is of other files` };
}

function appItem(
    { hasKey }: Connection,
    { app }: LocalProject,
    remote: Project | null,
    installation: Installation | null
): PlanItem {
    const item = { target: 'hubspot', what: 'app', name: app.name } as const;
    if (!hasKey) return { ...item, change: 'refused', why: 'comes with the project' };
    if (remote?.deployedBuild === undefined || !installation?.isBegun) {
        return { ...item, change: 'create', why: `asks for ${app.requiredScopes.join(', ')}` };
    }
    if (installation.isComplete) return { ...item, change: 'same', why: null };
    return { ...item, change: 'update', why: 'it asks for scopes that it was not granted' };
}

function propertySteps({ api }: Connection, { changes }: PropertyPlan): Step[] {
    if (changes.length === 0) return [];
    return [
        {
            title: 'Contact properties',
            run: async (report) => {
                for (const [index, change] of changes.entries()) {
                    report(`${index} of ${changes.length}`);
                    await applyChange(api, change);
                }
                return count(changes.length, 'change');
            }
        }
    ];
}

function projectSteps(target: Target, done: Done): Step[] {
    let buildId = 0;
    return [
        {
            title: 'Upload the project',
            run: async () => {
                buildId = await upload(target);
                return `build ${buildId}`;
            }
        },
        {
            title: 'Build',
            run: async (report) => {
                done.build = await awaitBuild(target, buildId, report);
                return count(done.build.subbuildStatuses.length, 'part');
            }
        },
        {
            title: 'Deploy',
            run: async (report) => {
                if (done.build !== null) await deployBuild(target, done.build, report);
            }
        }
    ];
}

function appStep(
    { out }: Context,
    connection: Connection,
    { accountId, local }: Target,
    done: Done
): Step {
    return {
        title: 'Install the app',
        run: async () => {
            const project = await readRemoteProject(accountId, local.name);
            if (project === null) throw new Error('the project went away');
            const installation = await readInstallation(accountId, project.id, local);
            if (installation?.isComplete) return;
            done.installPage = await installApp(connection, project.id, local);
            if (done.installPage === null) return;
            out.warn(`HubSpot wants a person to install the app: open ${done.installPage}`);
        }
    };
}

/** What the agreement names and the account does not have: nothing fails for it, and something is missing. */
async function optionNotes(
    connection: Connection,
    all: readonly PortalProperty[],
    variant: Variant,
    agreement: Agreement
): Promise<string[]> {
    const options = await readNativeOptions(connection, all, variant);
    const stored = all.find(({ name }) => name === SETTINGS)?.description ?? null;
    const { score } = readSettings(stored, agreement).settings;
    const hasScore = score === null || all.some(({ name }) => name === score);
    return [
        ...missingNative(agreement, options).map(({ message }) => message),
        ...(hasScore
            ? []
            : [
                  `This account has no contact property “${score}”, so the panel shows no HubSpot score. A HubSpot admin can choose another on the app’s settings page, or whoever owns the agreement can change score.beside.hubspot.`
              ])
    ];
}

function notes(app: PlanItem, hasKey: boolean): string[] {
    if (!hasKey || app.change !== 'create') return [];
    return [
        'The cards are placed by hand, once: Settings, Objects, Contacts, Record customization.'
    ];
}

function isChange({ change }: PlanItem): boolean {
    return change === 'create' || change === 'update';
}

function versionOf({ version, hash }: Agreement): string {
    return `${version} ${hash}`;
}
