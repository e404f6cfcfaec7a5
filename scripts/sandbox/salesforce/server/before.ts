/** An org that has an older version of the package, with what its jobs have come to. */
import path from 'node:path';
import { jobsOf, readPackage, type Files } from '../../../cli/salesforce/package.ts';
import type { ServerFeatures } from '../traits/types.ts';
import { membersOf } from './deployments.ts';
import { store, type OrgMetadata } from './metadata.ts';
import type { Rows } from './rows.ts';
import { ADMIN_ID } from './setup.ts';
import { mirrorTooling } from './tooling.ts';

interface Org {
    readonly rows: Rows;
    readonly metadata: OrgMetadata;
    readonly forceApp: string;
    readonly hasEnhancedEmail?: boolean;
    readonly tracked: (object: string) => readonly string[];
}

/** Whether such an org needs the package before anybody deploys. */
export function hasHistory({ runningBatch, deadJobs }: ServerFeatures): boolean {
    return runningBatch === true || deadJobs === true;
}

/** @param at ISO 8601: when it was deployed */
export async function deployedBefore(
    org: Org,
    { runningBatch = false, deadJobs = false }: ServerFeatures,
    at: string
): Promise<void> {
    const { rows, metadata, forceApp, hasEnhancedEmail = true } = org;
    const root = path.dirname(forceApp);
    const { files } = await readPackage({ root, withEmail: hasEnhancedEmail });
    const older: Files = new Map(
        [...files].map(([name, text]) => [
            name,
            name.endsWith('.cls') ? `${text}// the version before\n` : text
        ])
    );
    store(metadata, older, membersOf(files.get('package.xml')), 'Ann Admin', at);
    mirrorTooling('ApexClass', org);
    const states = deadJobs ? ['ERROR', 'COMPLETE'] : ['WAITING'];
    jobsOf(older).forEach(({ name }, i) => {
        const detail = rows.insert('CronJobDetail', { Name: name, JobType: '7' });
        const State = states[i % states.length];
        rows.insert('CronTrigger', { CronJobDetailId: detail, State, OwnerId: ADMIN_ID });
    });
    if (!runningBatch) return;
    const batches = [...older]
        .filter(([, text]) => /\bimplements\s+[^{]*\bDatabase\.Batchable\b/i.test(text))
        .map(([file]) => path.basename(file, '.cls'));
    for (const { Id, Name } of rows.list('ApexClass')) {
        if (!batches.includes(String(Name))) continue;
        const run = { ApexClassId: Id, JobType: 'BatchApex', Status: 'Processing' };
        rows.insert('AsyncApexJob', run);
    }
}
