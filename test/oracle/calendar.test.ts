import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from './compare.ts';

const run = promisify(execFile);
const program = fileURLToPath(
    new URL('../../node_modules/.cache/handoff/oracle.mjs', import.meta.url)
);
/** The zones of the process: whatever it is, the answers are the same. */
const PROCESSES = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('open hours against an oracle that steps minute by minute through Intl', () => {
    const outcomes: (Outcome & { timeZone: string; zones: number })[] = [];

    beforeAll(async () => {
        await build({
            entryPoints: [fileURLToPath(new URL('./main.ts', import.meta.url))],
            outfile: program,
            bundle: true,
            platform: 'node',
            format: 'esm',
            logLevel: 'error'
        });
        for (const [i, TZ] of PROCESSES.entries()) {
            const { stdout } = await run(process.execPath, [program, String(i + 1)], {
                env: { ...process.env, TZ }
            });
            outcomes.push(JSON.parse(stdout) as (typeof outcomes)[number]);
        }
    }, 300_000);

    it('ran in processes of different zones', () => {
        expect(outcomes.map(({ timeZone }) => timeZone)).toEqual(PROCESSES);
    });

    it('finds no disagreement', () => {
        expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
    });

    it('compared at least 100,000 cases over at least 30 zones', () => {
        const sum = (key: 'cases' | 'answers'): number =>
            outcomes.reduce((n, outcome) => n + outcome[key], 0);
        const cases = sum('cases');
        const zones = Math.min(...outcomes.map((outcome) => outcome.zones));
        console.info(
            `calendar oracle: ${cases} cases (${sum('answers')} answers) over ${zones} zones`
        );
        expect(cases).toBeGreaterThanOrEqual(100_000);
        expect(zones).toBeGreaterThanOrEqual(30);
    });
});
