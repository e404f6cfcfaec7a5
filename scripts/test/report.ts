import path from 'node:path';
import type { Outcome } from './outcome.ts';

/** The part of jest's JSON report that vitest writes too. */
export interface SuiteReport {
    readonly testResults: readonly {
        readonly name: string;
        readonly status: string;
        /** Epoch ms. */
        readonly startTime: number;
        readonly endTime: number;
        readonly message?: string;
        readonly assertionResults: readonly {
            readonly fullName: string;
            readonly status: string;
            readonly failureMessages?: readonly string[] | null;
        }[];
    }[];
}

const SKIPPED = ['skipped', 'pending', 'todo', 'disabled'];

/** Counts the tests of a report; a file that could not run at all is one failure. */
export function readReport({ testResults }: SuiteReport): Outcome {
    let passed = 0;
    const failures: string[] = [];
    const skipped: string[] = [];
    for (const { name, status, message = '', assertionResults } of testResults) {
        const file = path.relative('.', name);
        const before = failures.length;
        for (const test of assertionResults) {
            const title = `${file} > ${test.fullName}`;
            if (test.status === 'passed') passed += 1;
            else if (SKIPPED.includes(test.status)) skipped.push(title);
            else failures.push(`${title}\n${(test.failureMessages ?? []).join('\n')}`);
        }
        if (status === 'failed' && failures.length === before) failures.push(`${file}\n${message}`);
    }
    return { passed, failed: failures.length, skipped, failures };
}
