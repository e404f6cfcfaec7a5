import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { failure, PASSED, summary, total } from './outcome.ts';
import { readReport } from './report.ts';

const file = (status: string, tests: [string, string][], message = '') => ({
    name: path.resolve('a.test.ts'),
    status,
    startTime: 0,
    endTime: 1,
    message,
    assertionResults: tests.map(([fullName, result]) => ({
        fullName,
        status: result,
        failureMessages: result === 'failed' ? ['expected 1 to be 2'] : []
    }))
});

describe('readReport', () => {
    it('counts passed, failed and skipped tests apart', () => {
        const outcome = readReport({
            testResults: [
                file('failed', [
                    ['adds', 'passed'],
                    ['subtracts', 'failed'],
                    ['divides', 'pending'],
                    ['multiplies', 'todo']
                ])
            ]
        });
        expect(outcome).toEqual({
            passed: 1,
            failed: 1,
            skipped: ['a.test.ts > divides', 'a.test.ts > multiplies'],
            failures: ['a.test.ts > subtracts\nexpected 1 to be 2']
        });
    });

    it('takes a file that could not be loaded for a failure', () => {
        const outcome = readReport({ testResults: [file('failed', [], 'Cannot find ./b.ts')] });
        expect(outcome).toMatchObject({ failed: 1, failures: ['a.test.ts\nCannot find ./b.ts'] });
    });

    it('takes a file whose hook failed after its tests passed for a failure', () => {
        const outcome = readReport({ testResults: [file('failed', [['adds', 'passed']], 'hook')] });
        expect(outcome).toMatchObject({ passed: 1, failed: 1 });
    });
});

describe('summary', () => {
    it('adds the steps up and names skips only when there are some', () => {
        expect(summary(total([PASSED, PASSED, failure('no')]))).toBe('2 passed, 1 failed');
        expect(summary({ ...PASSED, skipped: ['a'] })).toBe('1 passed, 0 failed, 1 skipped');
    });
});
