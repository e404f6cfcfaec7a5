/** How long each test file took when it ran last on this machine. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../build/cache.ts';
import type { SuiteReport } from './report.ts';
import type { Durations } from './selection.ts';

const FILE = `${CACHE}/test/durations.json`;

export function readDurations(): Durations {
    return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Durations) : {};
}

export function keepDurations({ testResults }: SuiteReport): void {
    const ran = testResults.map(({ name, startTime, endTime }) => [
        path.relative('.', name),
        Math.round(endTime - startTime)
    ]);
    const all = { ...readDurations(), ...(Object.fromEntries(ran) as Durations) };
    mkdirSync(path.dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify(all));
}
