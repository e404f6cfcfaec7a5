import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUSY, EXPIRED, TOO_FAST, USED_UP } from '../../sandbox/salesforce/server/trouble.ts';
import { stable, testOrg, type TestOrg } from '../salesforce/testing.ts';
import { golden, runHere } from '../testing/run.ts';

const DEPLOY = ['deploy', 'salesforce', '--yes'];

let org: TestOrg;
beforeEach(async () => {
    org = await testOrg();
});
afterEach(() => org.close());

function after(n: number, matches: RegExp, answer: object | 'cut' | 'cut-answer', times = 1): void {
    org.trouble.disturbances.push({ matches, times, after: n, answer: answer as 'cut' });
}

/** What a deployment comes to, whatever the way to it. */
function endState(): object {
    return {
        components: [...org.metadata.keys()].sort(),
        jobs: org.rows.list('CronTrigger').length,
        assignments: org.rows
            .list('PermissionSetAssignment')
            .map(({ AssigneeId, PermissionSetId }) => [AssigneeId, PermissionSetId])
    };
}

describe('handoff deploy salesforce', () => {
    it('teaches with an example', async () => {
        await golden('deploy/help', await runHere(['deploy', '--help']));
    });

    it('shows what it would do, and does nothing', async () => {
        await golden(
            'deploy/dry-run',
            await org.run(['deploy', 'salesforce', '--dry-run']),
            stable
        );
        const coloured = await org.run(['deploy', 'salesforce', '--dry-run'], { isColoured: true });
        await golden('deploy/dry-run.colour', coloured, stable);
        expect(org.requests.some((one) => /^POST .*deployRequest/.test(one))).toBe(false);
    });

    it('validates, deploys, assigns and schedules; the second plan is empty', async () => {
        const argv = [...DEPLOY, '--assign', 'rep=All_Sales', '--activate-pages'];
        await golden('deploy/first', await org.run(argv), stable);
        await golden('deploy/second', await org.run(argv), stable);
        expect(org.deployments.all.map(({ options }) => options.checkOnly ?? false)).toEqual([
            true,
            false
        ]);
        const { stdout } = await org.run([...argv, '--json']);
        expect(JSON.parse(stdout)).toMatchObject({ status: 0, result: { done: false } });
    });
});

void [after, endState, BUSY, EXPIRED, TOO_FAST, USED_UP];
