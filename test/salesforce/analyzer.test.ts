import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { EACH_FILE, findingsOf, type Violated } from './analyzer.ts';
import { explainedFindings } from './explained.ts';
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
const REVIEW = bad('review');

describeWithJava('each file by itself', () => {
    let findings: Violated[] = [];
    beforeAll(async () => {
        findings = await findingsOf(EACH_FILE, [FORCE_APP, BAD, REVIEW]);
    });

    it('has nothing grave in the package, by PMD', () => {
        expect(linesIn(FORCE_APP, grave(findings))).toEqual([]);
    });

    it('is found where it has access that nobody checks, injection, no sharing, queries in loops', () => {
        const practice = grave(findings).filter(({ file }) => file.endsWith('/BadPractice.cls'));
        expect(practice.map(({ line, rule }) => `${line} ${rule}`).sort()).toEqual([
            '14 ApexCRUDViolation',
            '2 ApexSharingViolations',
            '21 ApexCRUDViolation',
            '5 ApexSOQLInjection',
            '7 OperationWithLimitsInLoop'
        ]);
    });

    it('has nothing for the security review that SECURITY.md does not explain, and it explains no more', () => {
        const reviewed = findings.filter(
            ({ file, inReview }) => inReview && file.startsWith('force-app/')
        );
        const found = new Set(reviewed.map(({ rule, file }) => `${rule} ${file}`));
        expect([...found].sort()).toEqual(explainedFindings());
    });

    it('is found where a security review would refuse it, by each engine', () => {
        const folder = 'test/salesforce/bad/review/';
        const reviewed = findings.filter(
            ({ file, inReview }) => inReview && file.startsWith(folder)
        );
        const found = reviewed.map(
            ({ engine, rule, file, line }) =>
                `${engine} ${rule} ${file.slice(folder.length)}:${line}`
        );
        expect([...new Set(found)].sort()).toEqual([
            'eslint @lwc/lwc/no-inner-html lwc/badReview/badReview.js:5',
            'pmd ApexInsecureEndpoint classes/BadReview.cls:10',
            'pmd ApexSuggestUsingNamedCred classes/BadReview.cls:11',
            'pmd AvoidDisableProtocolSecurityRemoteSiteSetting remoteSiteSettings/Bad_Review.remoteSite-meta.xml:3',
            'pmd AvoidHardcodedCredentialsInFieldDecls classes/BadReview.cls:2',
            'pmd AvoidHardcodedCredentialsInHttpHeader classes/BadReview.cls:11',
            'pmd AvoidInsecureHttpRemoteSiteSetting remoteSiteSettings/Bad_Review.remoteSite-meta.xml:5',
            'pmd AvoidLwcBubblesComposedTrue lwc/badReview/badReview.js:6',
            'pmd AvoidUnauthorizedGetSessionIdInApex classes/BadReview.cls:5',
            'regex AvoidOldSalesforceApiVersions classes/BadReview.cls-meta.xml:3',
            'retire-js LibraryWithKnownLowSeverityVulnerability staticresources/badLibrary.js:1',
            'retire-js LibraryWithKnownMediumSeverityVulnerability staticresources/badLibrary.js:1'
        ]);
    });

    it('is no flow, for which Code Analyzer has another engine', () => {
        expect(packageFiles(FORCE_APP).filter((file) => file.endsWith('.flow-meta.xml'))).toEqual(
            []
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
