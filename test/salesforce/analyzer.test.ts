import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingsOf, type Violated } from './analyzer.ts';
import { describeWithJava } from './java.ts';
import { bad, FORCE_APP, linesIn, packageFiles, projectPath, type Finding } from './package.ts';

const HIGH = 2;
/** Moderate to Salesforce, but an org's limits or its sharing break by them. */
const GRAVE = ['ApexSharingViolations', 'EmptyCatchBlock', 'OperationWithLimitsInLoop'];

function grave(violations: readonly Violated[]): Violated[] {
    return violations
        .filter(({ rule, severity }) => severity <= HIGH || GRAVE.includes(rule))
        .filter(({ rule, file }) => !(rule === 'OperationWithLimitsInLoop' && isTest(file)));
}

/** A test may take its few cases one after another. */
function isTest(file: string): boolean {
    return file.endsWith('Test.cls');
}

const BAD = bad('practice');

describeWithJava('PMD', () => {
    let findings: Violated[] = [];
    beforeAll(async () => {
        findings = grave(await findingsOf('pmd', [FORCE_APP, BAD]));
    });

    it('finds nothing grave in the package', () => {
        expect(linesIn(FORCE_APP, findings)).toEqual([]);
    });

    it('finds access that nobody checks, injection, no sharing and queries in loops', () => {
        const practice = findings.filter(({ file }) => file.endsWith('/BadPractice.cls'));
        expect(practice.map(({ line, rule }) => `${line} ${rule}`).sort()).toEqual([
            '14 ApexCRUDViolation',
            '2 ApexSharingViolations',
            '21 ApexCRUDViolation',
            '5 ApexSOQLInjection',
            '7 OperationWithLimitsInLoop'
        ]);
    });
});

describeWithJava('the graph engine', () => {
    let findings: Violated[] = [];
    beforeAll(async () => {
        findings = await findingsOf('sfge', [FORCE_APP, BAD]);
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

/** A suppression that names no rule hides what nobody has thought of. */
function blanketSuppressions(root: string): Finding[] {
    return packageFiles(root)
        .filter((file) => /\.(cls|trigger)$/.test(file))
        .flatMap((file) =>
            readFileSync(file, 'utf8')
                .split('\n')
                .flatMap((text, index) =>
                    /NOPMD|code-analyzer-suppress|@SuppressWarnings\((?!'PMD\.\w+(, ?PMD\.\w+)*'\))/i.test(
                        text
                    )
                        ? [{ file: projectPath(file), line: index + 1, message: text.trim() }]
                        : []
                )
        );
}

describe('suppressions in Apex', () => {
    it('name the rule they suppress', () => {
        expect(linesIn(FORCE_APP, blanketSuppressions(FORCE_APP))).toEqual([]);
    });

    it('are found where they do not', () => {
        expect(linesIn(BAD, blanketSuppressions(BAD))).toEqual([
            "classes/BadSuppressions.cls:2 @SuppressWarnings('PMD')",
            'classes/BadSuppressions.cls:5 return 1; // NOPMD'
        ]);
    });
});
