/** A report over a million leads from a file, beside DuckDB's count of the same file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
    createWriteStream,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    renameSync,
    rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import type { AcceptanceOverview } from '../../shared/acceptance/overviewTypes.ts';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { CACHE } from '../build/cache.ts';
import { EXPORT_HEADER, exportedLeads, exportedRow } from '../report/export.testkit.ts';
import type { BenchRow } from './row.ts';

const LEADS = 1_000_000;
const SEED = 5;
const NOW = Date.UTC(2026, 10, 20, 15);
const MONTH = '2026-10';
const GOALS = { seconds: 15, megabytes: 400 };
/** Tells what the process held at most, when it ends. */
const WATCH =
    'data:text/javascript,import{isMainThread}from"node:worker_threads";' +
    'if(isMainThread)process.on("exit",()=>{const{maxRSS,systemCPUTime,userCPUTime}=process.resourceUsage();console.error("held",maxRSS,userCPUTime+systemCPUTime)})';

const agreement = defaultAgreement();

/** Rows of the report's time and memory, after checking its numbers. */
export async function benchReport(): Promise<BenchRow[]> {
    const file = await leadsFile();
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-bench-'));
    try {
        const out = path.join(folder, 'report.html');
        const ours = await runReport(file, out);
        const { overview } = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as {
            overview: AcceptanceOverview;
        };
        const theirs = await byDuckDb(file, overview);
        const name = `report: ${LEADS.toLocaleString('en')} leads from CSV`;
        const differ = differences(numbersOf(overview), theirs.numbers);
        return [
            {
                name: `${name}, seconds`,
                value: `${ours.seconds.toFixed(1)} (${ours.cpu.toFixed(1)} of processor)`,
                goal: `under ${GOALS.seconds}`
            },
            {
                name: `${name}, most memory`,
                value: `${Math.round(ours.megabytes)} MB`,
                goal: `under ${GOALS.megabytes} MB`
            },
            {
                name: 'report: counts alone by DuckDB, seconds',
                value: theirs.seconds.toFixed(1)
            },
            {
                name: 'report: numbers that differ from DuckDB’s',
                value: `${differ} of ${theirs.numbers.size}`,
                goal: `0 of ${theirs.numbers.size}`
            }
        ];
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Written once. */
async function leadsFile(): Promise<string> {
    const file = path.join(CACHE, `leads-${LEADS}-${SEED}-due.csv`);
    if (existsSync(file)) return file;
    mkdirSync(CACHE, { recursive: true });
    const stream = createWriteStream(`${file}.part`);
    let lines = [EXPORT_HEADER.join(',')];
    for (const lead of exportedLeads(agreement, LEADS, SEED, NOW)) {
        lines.push(exportedRow(lead).join(','));
        if (lines.length < 5000) continue;
        if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
        lines = [];
    }
    stream.end(lines.map((line) => `${line}\n`).join(''));
    await once(stream, 'close');
    renameSync(`${file}.part`, file);
    return file;
}

async function runReport(
    file: string,
    out: string
): Promise<{ seconds: number; cpu: number; megabytes: number }> {
    const begun = performance.now();
    const child = spawn(
        process.execPath,
        ['--import', WATCH, 'scripts/report.mjs', '--month', MONTH, '--from', file, '--out', out],
        { stdio: ['ignore', 'ignore', 'pipe'] }
    );
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`The report failed: ${said}`);
    const seconds = (performance.now() - begun) / 1000;
    const [, kilobytes, microseconds] = /held (\d+) (\d+)/.exec(said) ?? [];
    return {
        seconds,
        cpu: Number(microseconds) / 1e6,
        megabytes: Number(kilobytes) / 1024
    };
}

type Numbers = ReadonlyMap<string, number>;

function numbersOf({ groups, months, reasons }: AcceptanceOverview): Numbers {
    const numbers = new Map<string, number>();
    for (const dimension of ['source', 'rep', 'campaign', 'team'] as const) {
        for (const { counts, delivered, key, response } of groups[dimension]) {
            const of = `${dimension} ${key}`;
            numbers.set(`${of} delivered`, delivered);
            for (const [kind, count] of Object.entries(counts)) numbers.set(`${of} ${kind}`, count);
            if (response === null || response.median === null) continue;
            numbers.set(`${of} median`, response.median);
            numbers.set(`${of} p95`, response.p95 ?? NaN);
        }
    }
    for (const { delivered, id } of months) numbers.set(`month ${id}`, delivered);
    for (const { code, recycled, rejected } of reasons) {
        numbers.set(`reason ${code}`, rejected + recycled);
    }
    return numbers;
}

function differences(a: Numbers, b: Numbers): number {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].filter((key) => a.get(key) !== b.get(key)).length;
}

const COLUMNS = {
    source: 'LeadSource',
    rep: '"Handoff_Assigned_To__r.Name"',
    campaign: 'Campaign',
    team: 'Handoff_Team__c'
};

/** The same by SQL: what can be counted without open hours and rules. */
async function byDuckDb(
    file: string,
    { period }: AcceptanceOverview
): Promise<{ seconds: number; numbers: Numbers }> {
    const numbers = new Map<string, number>();
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    const begun = performance.now();
    const rows = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
        (await connection.runAndReadAll(sql)).getRows();
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(
        `CREATE TABLE leads AS SELECT * FROM read_csv('${file}', header = true, all_varchar = true)`
    );
    const at = 'Handoff_Mql_At__c::TIMESTAMPTZ';
    const time = (instant: unknown): string => `'${String(instant)}'::TIMESTAMPTZ`;
    const within = `${at} >= ${time(period.from)} AND ${at} < ${time(period.to)}`;
    const kinds = ['accepted', 'qualified', 'recycled', 'rejected'];
    const minutes = 'Handoff_First_Attempt_Minutes__c::INTEGER';
    for (const [dimension, column] of Object.entries(COLUMNS)) {
        const counts = kinds.map((kind) => `count(*) FILTER (Handoff_Decision__c = '${kind}')`);
        const found = await rows(
            `SELECT coalesce(${column}, ''), count(*), ${counts.join(', ')},
                count(*) FILTER (Handoff_Decision__c IS NULL),
                quantile_cont(${minutes}, 0.5), quantile_disc(${minutes}, 0.95)
            FROM leads WHERE ${within} GROUP BY ALL`
        );
        for (const [key, ...values] of found) {
            const names = ['delivered', ...kinds, 'undecided', 'median', 'p95'];
            for (const [i, value] of values.entries()) {
                const isOfCampaign = dimension === 'campaign' && i > 5;
                if (value === null || isOfCampaign) continue;
                numbers.set(`${dimension} ${String(key)} ${names[i]}`, Number(value));
            }
        }
    }
    for (const month of period.months) {
        const [row] = await rows(
            `SELECT count(*) FROM leads WHERE ${at} >= ${time(month.from)} AND ${at} < ${time(month.to)}`
        );
        numbers.set(`month ${month.id}`, Number(row?.[0]));
    }
    const reasons = await rows(
        `SELECT coalesce(concat_ws('.', Handoff_Reason__c, Handoff_Reason_Detail__c), ''), count(*)
        FROM leads WHERE ${within} AND Handoff_Decision__c IN ('rejected', 'recycled') GROUP BY ALL`
    );
    for (const [code, count] of reasons) numbers.set(`reason ${String(code)}`, Number(count));
    return { seconds: (performance.now() - begun) / 1000, numbers };
}
