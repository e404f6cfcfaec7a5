/** Takes the package out of an org: its data first into files, then everything in the order that the org allows. */
import path from 'node:path';
import { projectRoot, type Context } from '../context.ts';
import { count } from '../output/text.ts';
import type { Plan, PlanItem } from '../plan/plan.ts';
import type { Step } from '../steps.ts';
import type { Undertaking } from '../undertaking.ts';
import { quoted, type Api, type Row } from './api.ts';
import { roles } from './assign.ts';
import { componentsOf, keyOf, type Component } from './components.ts';
import { connect, orgWords, requireAdmin, type OrgAccess } from './connect.ts';
import { keepsEmails } from './email.ts';
import { exportData, exportedObjects } from './exportData.ts';
import { exportRecord } from './exportRecord.ts';
import { deployError } from './failures.ts';
import { jobsThere, stopJobs } from './jobs.ts';
import type { TargetOrgOption } from './options.ts';
import { classNames, jobsOf, readPackage, type Files, type Package } from './package.ts';
import { activePage, recordPages, withoutPages } from './pages.ts';
import { typeWords } from './plan.ts';
import { destruction, wavesOf } from './removal.ts';
import { retrieve } from './retrieve.ts';
import { finished, send, type DeployOptions } from './running.ts';

export interface UninstallSalesforceOptions extends TargetOrgOption {
    /** The folder to export to. */
    readonly out?: string;
}

const STANDING = 'This step changed nothing; what was removed before it stays removed.';
const PATIENCE = 60 * 60_000;
/** Objects of Salesforce's own, on which only our fields are removed. */
const STANDARD = /^[A-Za-z]+$/;

interface Holder extends Row {
    readonly Id: string;
    readonly PermissionSet: { readonly Name: string };
    readonly Assignee: { readonly Username: string };
}

export async function planSalesforceRemoval(
    context: Context,
    options: UninstallSalesforceOptions
): Promise<Undertaking> {
    const access = await connect(context, options);
    const { api, org } = access;
    await requireAdmin(access);
    const pack = await readPackage({
        root: projectRoot(context),
        withEmail: await keepsEmails(api)
    });
    const ours = componentsOf(pack.files);
    const there = await retrieve(api, ours.values(), context.io.now);
    const present = [...ours.values()].filter((one) => there.components.has(keyOf(one)));
    const removed = present.filter(
        ({ type, fullName }) => type !== 'CustomObject' || !STANDARD.test(fullName)
    );
    const jobs = jobsOf(pack.files);
    const classes = classNames(pack.files);
    const [jobsNow, holders] = await Promise.all([
        jobsThere(api, jobs, classes),
        holdersOf(api, [...roles(ours.values()).values()])
    ]);
    const pages = recordPages(ours.values()).filter(
        ({ object, page }) => activePage(there, object) === page
    );
    const item = (what: string, name: string, why: string | null = null): PlanItem => ({
        target: 'salesforce',
        what,
        name,
        change: 'remove',
        why
    });
    const plan: Plan = [
        ...[...jobsNow.started.keys(), ...jobsNow.dead.keys()].map((name) =>
            item('scheduled job', name)
        ),
        ...jobsNow.runs.map(({ ApexClass, Status }) =>
            item('running job', `${ApexClass?.Name ?? 'Apex'} (${Status})`)
        ),
        ...holders.map((one) =>
            item('assignment', `${one.PermissionSet.Name} to ${one.Assignee.Username}`)
        ),
        ...pages.map(({ object, page }) =>
            item('record page', `${object}: ${page}`, 'Salesforce’s own again')
        ),
        ...removed.map(({ type, fullName }) => item(typeWords(type), fullName))
    ];
    const record = exportRecord(context, org.id);
    const folder = context.file(options.out ?? `handoff-export-${stamp(context.io.now())}`);
    const objects = exportedObjects(removed);
    const deploy = deployment(access, pack, context.io.now);
    const areJobsThere = jobsNow.started.size + jobsNow.dead.size + jobsNow.runs.length > 0;
    const control = { api, jobs, classes, there: jobsNow };
    const doing: Step = {
        title: 'Export our data',
        run: async (report) => {
            const before = record.read();
            if (before !== null) return `done before, in ${before}`;
            const done = await exportData(api, objects, folder, report);
            record.write(folder);
            return `${done} in ${path.basename(folder)}`;
        }
    };
    const steps: Step[] = [
        ...(objects.length > 0 ? [doing] : []),
        ...(areJobsThere
            ? [
                  {
                      title: 'Stop the scheduled jobs',
                      run: (report: (text: string) => void) => stopJobs(control, report)
                  }
              ]
            : []),
        ...(holders.length > 0
            ? [{ title: 'Take the permission sets back', run: () => unassign(api, holders) }]
            : []),
        ...(pages.length > 0
            ? [
                  {
                      title: 'Give Salesforce’s own pages back',
                      run: (report: (text: string) => void) =>
                          deploy(withoutPages(pages), {}, report)
                  }
              ]
            : []),
        ...wavesOf(removed).map((wave, i, waves) => ({
            title: `Remove what is deployed, ${i + 1} of ${waves.length}`,
            run: async (report: (text: string) => void) => {
                const done = await deploy(destruction(wave), optionsFor(wave, access), report);
                if (i === waves.length - 1) record.remove();
                return done;
            }
        }))
    ];
    return {
        place: orgWords(org),
        plan,
        typedName: plan.length === 0 ? null : org.name,
        notes:
            plan.length === 0
                ? ['Nothing to do: nothing of ours is there.']
                : leftOvers(org.kind === 'production'),
        steps: plan.length === 0 ? [] : steps,
        result: () => ({ org: { id: org.id, name: org.name }, export: folder })
    };
}

async function holdersOf({ query }: Api, sets: readonly string[]): Promise<Holder[]> {
    return query<Holder>(
        'SELECT Id, PermissionSet.Name, Assignee.Username FROM PermissionSetAssignment ' +
            `WHERE PermissionSet.Name IN (${sets.map(quoted).join(', ')})`
    );
}

const MOST_AT_ONCE = 200;

async function unassign(api: Api, holders: readonly Holder[]): Promise<string> {
    for (let at = 0; at < holders.length; at += MOST_AT_ONCE) {
        const ids = holders.slice(at, at + MOST_AT_ONCE).map(({ Id }) => Id);
        await api.delete(`/composite/sobjects?allOrNone=false&ids=${ids.join(',')}`);
    }
    return count(holders.length, 'person', 'people');
}

type Deploy = (
    files: Files,
    options: DeployOptions,
    report: (progress: string) => void
) => Promise<string>;

function deployment({ api }: OrgAccess, { components }: Package, now: () => number): Deploy {
    return async (files, options, report) => {
        const id = await send(api, files, options);
        const status = await finished(api, id, { now, until: now() + PATIENCE, report });
        if (!status.success)
            throw deployError(status, { components, surroundings: null, standing: STANDING });
        return count(status.numberComponentsTotal, 'component');
    };
}

/** A production org runs its tests before it lets Apex go, and keeps deleted fields for 15 days. */
function optionsFor(wave: readonly Pick<Component, 'type'>[], { org }: OrgAccess): DeployOptions {
    const isProduction = org.kind === 'production';
    const hasApex = wave.some(({ type }) => type.startsWith('Apex'));
    return {
        // Without Apex an org runs none, and production takes no NoTestRun.
        ...(isProduction && hasApex ? { testLevel: 'RunLocalTests' } : {}),
        ...(isProduction ? {} : { purgeOnDelete: true })
    };
}

/** What the Metadata API cannot take back. */
function leftOvers(isProduction: boolean): string[] {
    return [
        'What stays, and the clicks that remove it:',
        '- History tracking of leads and contacts: Setup, Object Manager, Lead (Contact), Fields & Relationships, Set History Tracking.',
        ...(isProduction
            ? [
                  '- Deleted fields, for 15 days, and the value sets that they used: Setup, Object Manager, Lead (Contact), Fields & Relationships, Deleted Fields, Erase.'
              ]
            : []),
        '- The panel on pages of your own: App Builder, before this; Salesforce names the pages that still have it.',
        '- The External Client App of a login by certificate: Setup, External Client App Manager.'
    ];
}

/** 20261120-120000 */
function stamp(now: number): string {
    return new Date(now).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
}
