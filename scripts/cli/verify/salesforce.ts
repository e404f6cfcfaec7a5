/** What an org holds against what the agreement and the package say. Reads alone. */
import { projectRoot, type Context } from '../context.ts';
import { jobsOf, readPackage } from '../salesforce/package.ts';
import {
    componentsOf,
    keyOf,
    listOf,
    textOf,
    type Component,
    type Node
} from '../salesforce/components.ts';
import { difference } from '../salesforce/compare.ts';
import { connect, type OrgInfo } from '../salesforce/connect.ts';
import { keepsEmails } from '../salesforce/email.ts';
import type { TargetOrgOption } from '../salesforce/options.ts';
import { typeWords } from '../salesforce/plan.ts';
import { activeRecordTypes, picklistsOf, recordTypeGaps } from '../salesforce/recordTypes.ts';
import { retrieve, type LastChange, type OrgComponents } from '../salesforce/retrieve.ts';
import { project } from '../salesforce/api.ts';
import { accessLines, connectorLine } from './salesforceAccess.ts';
import { choiceOf } from './salesforceChoice.ts';
import { jobLines, pageLines, recordTypeLines } from './salesforceSetup.ts';
import { salesforceLine } from './salesforceLine.ts';
import { decidedIn } from './salesforceCounts.ts';
import type { Line, ReadBack, Verified } from './lines.ts';

/** Told one by one; of the others what drifted, and how many did not. */
const EACH = ['CustomMetadata', 'GlobalValueSet', 'ValidationRule', 'PermissionSet'];
const LISTS = {
    decisions: 'Handoff_Decision',
    reasons: 'Handoff_Reason',
    details: 'Handoff_Reason_Detail'
} as const;

export async function verifySalesforce(
    context: Context,
    options: TargetOrgOption
): Promise<Verified> {
    const { io } = context;
    const { api, org } = await connect(context, options);
    const pack = await readPackage({
        root: projectRoot(context),
        withEmail: await keepsEmails(api)
    });
    const ours = componentsOf(pack.files);
    const picklists = picklistsOf(ours);
    const recordTypes = await activeRecordTypes(api, picklists);
    const there = await retrieve(api, [...ours.values(), ...recordTypes], io.now);
    const choice = choiceOf(ours, there);
    const access = await Promise.all([
        accessLines(api, ours.values()),
        connectorLine(api),
        jobLines(api, jobsOf(pack.files)),
        pageLines(api, ours.values(), there, io.now)
    ]);
    return {
        lines: [
            agreementLine(ours, there),
            ...componentLines(choice.expected, there),
            ...choice.lines,
            ...recordTypeLines(recordTypeGaps(there, picklists)),
            ...access.flat(),
            versionLine(org),
            newestLine(ours, there)
        ],
        readBack: { ...readBackOf(there), decided: await decidedIn(api) }
    };
}

/** The version and the hash that the panels show, and the Apex runs by. */
function agreementLine(ours: ReadonlyMap<string, Component>, there: OrgComponents): Line {
    const key = keyOf({ type: 'CustomMetadata', fullName: 'Handoff_Agreement.Current' });
    const [mine, found] = [agreementIn(ours.get(key)), agreementIn(there.components.get(key))];
    const change = changeWords(there.changes.get(key));
    const state = mine === found ? 'agreed' : 'drift';
    const why =
        found === null
            ? 'the org runs no agreement yet: npx handoff deploy salesforce'
            : mine === found
              ? mine
              : `the org runs ${found}, in force is ${mine}${change}`;
    return salesforceLine('agreement', 'version and hash', state, why);
}

/** "version 3 (a232a33f)" */
function agreementIn(component: Component | undefined): string | null {
    const { content } = component ?? { content: null };
    if (content === null || typeof content === 'string') return null;
    const values = new Map(
        listOf(content['values']).map((one) => [inside(one, 'field'), inside(one, 'value')])
    );
    return `version ${Number(values.get('Handoff_Version__c'))} (${values.get('Handoff_Hash__c')})`;
}

function componentLines(ours: ReadonlyMap<string, Component>, there: OrgComponents): Line[] {
    const lines: Line[] = [];
    const same = new Map<string, number>();
    for (const component of ours.values()) {
        const key = keyOf(component);
        const found = there.components.get(key);
        const why =
            found === undefined
                ? 'is not in the org'
                : withChange(difference(found, component), there.changes.get(key));
        const what = typeWords(component.type);
        if (why !== null) lines.push(salesforceLine(what, component.fullName, 'drift', why));
        else if (EACH.includes(component.type)) {
            lines.push(salesforceLine(what, component.fullName, 'agreed', null));
        } else same.set(what, (same.get(what) ?? 0) + 1);
    }
    const rest = [...same].map(([what, n]) => salesforceLine(what, `${n} of them`, 'agreed', null));
    return [...lines, ...rest];
}

function withChange(differing: string | null, change: LastChange | undefined): string | null {
    return differing === null ? null : `differs: ${differing}${changeWords(change)}`;
}

function changeWords(change: LastChange | undefined): string {
    return change === undefined
        ? ''
        : `; last changed by ${change.by} on ${change.at.slice(0, 'YYYY-MM-DD'.length)}`;
}

function versionLine({ apiVersion }: OrgInfo): Line {
    const why = `the package is written for ${project.sourceApiVersion}, the org speaks up to ${apiVersion}`;
    return salesforceLine('API', 'version', 'agreed', why);
}

/** Who was last to change anything of it. */
function newestLine(ours: ReadonlyMap<string, Component>, { changes }: OrgComponents): Line {
    const newest = [...ours.keys()]
        .flatMap((key) => changes.get(key) ?? [])
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    const why = newest === undefined ? 'nothing is deployed' : `${newest.by}, ${newest.at}`;
    return salesforceLine('last change', 'of any component', 'told', why);
}

function readBackOf({ components }: OrgComponents): Omit<ReadBack, 'decided'> {
    const labels = (name: string): { [code: string]: string } => {
        const content = components.get(`GlobalValueSet:${name}`)?.content;
        if (typeof content !== 'object') return {};
        const values = listOf(content?.['customValue']).filter(
            (value) => inside(value, 'isActive') !== 'false'
        );
        return Object.fromEntries(
            values.map((value) => [inside(value, 'fullName'), inside(value, 'label')])
        );
    };
    return {
        target: 'salesforce',
        place: 'Salesforce',
        decisions: labels(LISTS.decisions),
        reasons: labels(LISTS.reasons),
        details: labels(LISTS.details)
    };
}

function inside(node: Node, tag: string): string {
    return typeof node === 'string' ? '' : textOf(node[tag]);
}
