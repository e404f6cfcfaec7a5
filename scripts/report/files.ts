/** Reads a file of leads: how it is written, as of when, and what it comes to. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Instant } from '../../shared/lead.ts';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { TOLD } from './count.ts';
import type { BrokenRow, Counted, Question } from './count.ts';
import { csvBatches } from './csvBatches.ts';
import { columnsOf } from './columns.ts';
import type { Format } from './rows.ts';
import { readHere, readInThreads } from './threads.ts';
import type { Reader, Task } from './threads.ts';

const MB = 1024 * 1024;
/** A header is within this. */
const SAMPLE = MB;
/** Small ones leave less behind to be cleared away. */
const BATCH = MB / 4;
/** Below this, starting threads takes longer than reading. */
const SMALL = 8 * MB;
const MARK = Buffer.from('\uFEFF');
const DELIMITERS = [',', ';', '\t', '|'];

export interface LeadFile {
    readonly path: string;
    readonly bytes: number;
    /** Where the text begins, after a byte order mark. */
    readonly start: number;
    readonly format: Format;
}
export type Progress = (bytes: number) => void;

/** Looks at how a file is written. Throws a CliError when it cannot be read, or lacks a column. */
export async function openLeads(
    path: string,
    name: string,
    agreement: Agreement
): Promise<LeadFile> {
    const { bytes, sample } = await sampleOf(path, name);
    const format = formatOf(sample, name);
    if (format.kind === 'csv') columnsOf(format.header, agreement, name);
    return { path, bytes, start: sample.subarray(0, 3).equals(MARK) ? MARK.length : 0, format };
}

/** The last instant at which anything happened to a lead of the file; null: nothing ever did. */
export async function lastInstantOf(
    file: LeadFile,
    agreement: Agreement,
    progress: Progress
): Promise<Instant | null> {
    const { answer } = await read<Instant | null>(
        file,
        { ask: 'last', format: file.format, agreement },
        progress
    );
    return answer;
}

export async function countFile(
    file: LeadFile,
    question: Question,
    progress: Progress
): Promise<Counted> {
    const { answer, unclosed } = await read<Counted>(
        file,
        { ask: 'count', format: file.format, question },
        progress
    );
    return {
        ...answer,
        rows: answer.rows + unclosed.length,
        brokenCount: answer.brokenCount + unclosed.length,
        broken: [...answer.broken, ...unclosed].sort((a, b) => a.line - b.line).slice(0, TOLD)
    };
}

async function read<Answer>(
    { bytes, format, path, start }: LeadFile,
    task: Task,
    progress: Progress
): Promise<{ readonly answer: Answer; readonly unclosed: readonly BrokenRow[] }> {
    const reader: Reader<Answer> = bytes < SMALL ? readHere(task) : readInThreads(task);
    const unclosed: BrokenRow[] = [];
    const stream = createReadStream(path, { highWaterMark: BATCH, start });
    // JSON has no line breaks in its texts: no byte opens a quote that a line's end does not end.
    const delimiter = format.kind === 'csv' ? format.delimiter : null;
    try {
        for await (const batch of csvBatches(stream, delimiter)) {
            if ('bytes' in batch) await reader.add(batch.bytes, batch.line);
            else unclosed.push({ line: batch.line, reason: 'a quote in it is never closed' });
            progress(stream.bytesRead);
        }
        return { answer: await reader.answer(), unclosed };
    } finally {
        await reader.close();
    }
}

async function sampleOf(
    path: string,
    name: string
): Promise<{ readonly bytes: number; readonly sample: Buffer }> {
    try {
        const { size } = await stat(path);
        const file = await open(path);
        try {
            const sample = Buffer.alloc(Math.min(SAMPLE, size));
            await file.read(sample, 0, sample.length, 0);
            return { bytes: size, sample };
        } finally {
            await file.close();
        }
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code ?? ''];
        throw new CliError(
            EXIT.usage,
            {
                code: 'file.unreadable',
                message: `Cannot read ${name}: ${reason ?? message}.`,
                mend: 'Name a .csv or .jsonl file with --from, or salesforce or hubspot.'
            },
            error
        );
    }
}

function formatOf(sample: Buffer, name: string): Format {
    const isUtf16 = (sample[0] === 0xff && sample[1] === 0xfe) || sample[1] === 0;
    if (isUtf16 || (sample[0] === 0xfe && sample[1] === 0xff)) {
        throw new CliError(EXIT.usage, {
            code: 'report.encoding',
            message: `${name} is written in UTF-16.`,
            mend: 'Save it as “CSV UTF-8”, or choose UTF-8 when you export it.'
        });
    }
    const text = sample.toString('utf8').replace(/^\uFEFF/, '');
    if (text.trim() === '') {
        throw new CliError(EXIT.usage, {
            code: 'report.empty',
            message: `${name} is empty.`,
            mend: 'Export the leads again, with a header.'
        });
    }
    if (text.trimStart().startsWith('{')) {
        return { kind: 'jsonl', delimiter: '', header: [], headerRecords: 0, name };
    }
    // What Excel writes, and reads, in place of guessing.
    const named = /^sep=(.)\r?\n/.exec(text);
    const [line = ''] = text.slice(named?.[0].length ?? 0).split('\n', 1);
    const unquoted = line.replace(/"(?:[^"]|"")*"/g, '');
    const often = (delimiter: string): number => unquoted.split(delimiter).length;
    const delimiter = named?.[1] ?? DELIMITERS.reduce((a, b) => (often(b) > often(a) ? b : a), ',');
    const { data } = Papa.parse<string[]>(text.slice(named?.[0].length ?? 0), {
        delimiter,
        newline: '\n',
        preview: 1
    });
    const header = (data[0] ?? []).map((cell) => cell.trim());
    return { kind: 'csv', delimiter, header, headerRecords: named ? 2 : 1, name };
}
