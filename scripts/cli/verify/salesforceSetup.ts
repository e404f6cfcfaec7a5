/** What has to be set up besides the deployed components: the jobs, and where people see the panel. */
import type { Api } from '../salesforce/api.ts';
import { keyOf, type Component } from '../salesforce/components.ts';
import { jobsThere } from '../salesforce/jobs.ts';
import type { Job } from '../salesforce/package.ts';
import { activePage, recordPages } from '../salesforce/pages.ts';
import { gapWords, type RecordTypeGap } from '../salesforce/recordTypes.ts';
import { retrieve, type OrgComponents } from '../salesforce/retrieve.ts';
import type { Line } from './lines.ts';
import { salesforceLine } from './salesforceLine.ts';

export async function jobLines(api: Api, jobs: readonly Job[]): Promise<Line[]> {
    const { started, dead } = await jobsThere(api, jobs, []);
    return jobs.map(({ name }) => {
        const job = started.get(name);
        if (job === undefined) {
            const state = dead.get(name)?.State;
            const ended = state === undefined ? 'is not scheduled' : `ended in state ${state}`;
            const why = `${ended}: npx handoff deploy salesforce`;
            return salesforceLine('scheduled job', name, 'drift', why);
        }
        const next = job.NextFireTime === null ? '' : `, next at ${job.NextFireTime}`;
        const why = `runs as ${job.Owner?.Name ?? 'somebody'}${next}`;
        return salesforceLine('scheduled job', name, 'agreed', why);
    });
}

/** A record of a type that lists none of our values can't be decided on. */
export function recordTypeLines(gaps: readonly RecordTypeGap[]): Line[] {
    return gaps.map((gap) => {
        const { fullName } = gap.recordType;
        if (gap.lacking.size === 0) return salesforceLine('record type', fullName, 'agreed', null);
        const why = `lacks values: ${gapWords(gap)}: npx handoff deploy salesforce`;
        return salesforceLine('record type', fullName, 'drift', why);
    });
}

const PANEL = 'handoffLeadContext';

/** The org's default page of each object: ours, or one that has the panel on it. */
export async function pageLines(
    api: Api,
    ours: Iterable<Component>,
    there: OrgComponents,
    now: () => number
): Promise<Line[]> {
    const pages = recordPages(ours).map((place) => ({
        ...place,
        active: activePage(there, place.object)
    }));
    const others = pages.flatMap(({ page, active }) =>
        active === null || active === page ? [] : [{ type: 'FlexiPage', fullName: active }]
    );
    const found = others.length === 0 ? null : await retrieve(api, others, now);
    return pages.map(({ object, page, active }) => {
        const line = (state: Line['state'], why: string): Line =>
            salesforceLine('record page', object, state, why);
        if (active === page) return line('agreed', page);
        if (active === null) {
            return line(
                'unseen',
                'the org’s default is Salesforce’s own page; whether an app or a profile has ours shows Setup, Lightning App Builder'
            );
        }
        const other = found?.components.get(keyOf({ type: 'FlexiPage', fullName: active }));
        const hasPanel = JSON.stringify(other?.content ?? null).includes(PANEL);
        return hasPanel
            ? line('agreed', `${active} has the panel`)
            : line(
                  'drift',
                  `${active} is the org’s default, without the panel: put “Handoff Lead Context” on it, or npx handoff deploy salesforce --activate-pages`
              );
    });
}
