/** Taking all of ours out of an account, from its plan to its steps; what it holds is exported first. */
import path from 'node:path';
import type { Project } from '@hubspot/local-dev-lib/types/Project';
import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';
import type { PlanItem } from '../plan/plan.ts';
import type { Step } from '../steps.ts';
import type { Undertaking } from '../undertaking.ts';
import { connectHubSpot, needScopes } from './connect.ts';
import type { Api } from './api.ts';
import { wantedProperties } from './deploy.ts';
import { exportContacts, exportFolder } from './export.ts';
import type { AccountOption } from './options.ts';
import { projectName, readRemoteProject } from './project.ts';
import { PREFIX, PROPERTIES, readProperties, type PortalProperty } from './properties.ts';
import { removeProject } from './remove.ts';

export interface UninstallHubSpotOptions extends AccountOption {
    /** The folder to export to. */
    readonly out?: string;
}

export async function planHubSpotRemoval(
    context: Context,
    { account, out }: UninstallHubSpotOptions
): Promise<Undertaking> {
    const connection = await connectHubSpot(context, account);
    const { api, accountId, hasKey, name, place } = connection;
    needScopes(connection, ['crm.objects.contacts.read', 'crm.schemas.contacts.write']);
    const { group } = wantedProperties();
    const found = await readProperties(api, group.name);
    const inGroup = found.all.filter(({ groupName }) => groupName === group.name);
    const ours = inGroup.filter((property) => property.name.startsWith(PREFIX));
    const others = inGroup.filter((property) => !ours.includes(property));
    const projectOf = projectName();
    const project = hasKey ? await readRemoteProject(accountId, projectOf) : null;
    const folder = exportFolder(context, out);
    const goes = found.group !== null && others.length === 0;
    const steps = [
        ...(ours.length > 0 ? [exportStep(api, ours, folder)] : []),
        ...(project === null
            ? []
            : [
                  {
                      title: 'Remove the app and the project',
                      run: () => removeProject(connection, projectOf, context.io.now)
                  }
              ]),
        ...(ours.length > 0 ? [archiveStep(api, ours)] : []),
        ...(goes
            ? [
                  {
                      title: 'Archive the property group',
                      run: () => api.delete(`${PROPERTIES}/groups/${group.name}`)
                  }
              ]
            : [])
    ];
    return {
        place,
        plan: [
            ...projectItems(project, hasKey, projectOf),
            ...ours.map((property) => item('contact property', property.name, 'remove')),
            ...(found.group === null ? [] : [groupItem(group.name, others)])
        ],
        // People's work is in it, wherever it is.
        typedName: name,
        notes: notes(ours.length > 0 ? path.relative(context.io.folder, folder) : null),
        steps,
        result: () => ({ target: 'hubspot', accountId, export: ours.length > 0 ? folder : null })
    };
}

function item(
    what: string,
    name: string,
    change: PlanItem['change'],
    why: string | null = null
): PlanItem {
    return { target: 'hubspot', what, name, change, why };
}

function projectItems(project: Project | null, hasKey: boolean, name: string): PlanItem[] {
    if (!hasKey) {
        const why =
            'needs a personal access key (hs account auth), or by hand: Development, Projects, handoff, Settings, Delete project';
        return [item('project', name, 'refused', why)];
    }
    return project === null ? [] : [item('project', name, 'remove', 'with the app and its cards')];
}

function groupItem(name: string, others: readonly PortalProperty[]): PlanItem {
    if (others.length === 0) return item('property group', name, 'remove');
    const names = others.map((property) => property.name).join(', ');
    return item('property group', name, 'refused', `holds ${names}, which are not ours`);
}

function exportStep(api: Api, ours: readonly PortalProperty[], folder: string): Step {
    return {
        title: 'Export what is there',
        run: async (report) => count(await exportContacts(api, ours, folder, report), 'contact')
    };
}

/** HubSpot keeps a property that a list or a workflow uses: the others go, and it is told which stay. */
function archiveStep(api: Api, ours: readonly PortalProperty[]): Step {
    return {
        title: 'Archive the contact properties',
        run: async (report) => {
            const kept: string[] = [];
            for (const [index, { name }] of ours.entries()) {
                report(`${index} of ${ours.length}`);
                try {
                    await api.delete(`${PROPERTIES}/${name}`);
                } catch (thrown) {
                    const isRefused =
                        thrown instanceof CliError && thrown.code === 'hubspot.refused';
                    if (!isRefused) throw thrown;
                    kept.push(`${name}: ${thrown.message}`);
                }
            }
            if (kept.length === 0) return `${ours.length}`;
            throw new CliError(EXIT.remote, {
                code: 'hubspot.in_use',
                message: `HubSpot keeps ${count(kept.length, 'property', 'properties')}.`,
                where: kept.join('\n'),
                mend: 'Settings, Properties, the property, Used in: take it out of what is listed there, then run the same command again.'
            });
        }
    };
}

function notes(folder: string | null): string[] {
    return [
        ...(folder === null ? [] : [`What they hold is first written to ${folder}.`]),
        'HubSpot keeps archived properties with their values for 90 days: Settings, Properties, Archived.',
        'Delete by hand what no API deletes: the service key or private app whose token you use for this, and lists, reports and workflows that you made of these properties.'
    ];
}
