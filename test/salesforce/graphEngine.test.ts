import { beforeAll, expect, it } from 'vitest';
import { findingsOf, PATHS, type Violated } from './analyzer.ts';
import { describeWithJava } from './java.ts';
import { bad, FORCE_APP, linesIn } from './package.ts';

describeWithJava('the graph engine', () => {
    let findings: Violated[] = [];
    beforeAll(async () => {
        findings = await findingsOf(PATHS, [FORCE_APP, bad('practice')]);
    });

    it('finds nothing on any path from a user into the package', () => {
        expect(linesIn(FORCE_APP, findings)).toEqual([]);
    });

    it('finds access and sharing that nobody checks, and queries in loops', () => {
        const found = findings.map(
            ({ file, line, rule }) => `${file.split('/').at(-1)}:${line} ${rule}`
        );
        expect(found).toEqual(
            expect.arrayContaining([
                'BadPractice.cls:14 ApexFlsViolation',
                'BadPractice.cls:21 DatabaseOperationsMustUseWithSharing',
                'BadPractice.cls:7 AvoidDatabaseOperationInLoop'
            ])
        );
    });
});
