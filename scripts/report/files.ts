/** Reads a file of leads: how it is written, as of when, and what it comes to. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import type { Instant } from '../../shared/lead.ts';
import { specOf } from '../../shared/response/calendars.ts';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { TOLD } from './count.ts';
import type { BrokenRow, Counted, Question } from './count.ts';
import { csvBatches } from './csvBatches.ts';
import type { Batch } from './csvBatches.ts';
import { columnsOf } from './columns.ts';
import { decoder, encodingBy, mergeSeen, NOTHING_SEEN, seeEncoding } from './encoding.ts';
import type { Encoding, EncodingSeen } from './encoding.ts';
import { footerStart } from './footer.ts';
import { findHeader } from './header.ts';
import { NO_NOTATIONS, notationBy } from './numbers.ts';
import type { Notation } from './numbers.ts';
import { linesBefore } from './rows.ts';
import type { Format } from './rows.ts';
import type { Survey } from './survey.ts';
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
const NEWLINE = 10;
/** A footer is within so many batches. */
const TAIL = 2;

export interface LeadFile {
    readonly path: string;
    readonly bytes: number;
    /** The bytes that hold the leads: after the header, and before a report's footer. */
    readonly start: number;
    readonly end: number;
    /** The line that they begin with. */
    readonly line: number;
    readonly format: Format;
    /** What the bytes before them show. */
    readonly above: EncodingSeen;
}

/** What all of a file tells, before any lead of it is counted. */
export interface Surveyed {
    readonly file: LeadFile;
    /** The last instant at which anything happened to a lead of the file; null: nothing ever did. */
    readonly last: Instant | null;
    /** How it was read, where that is not plain; one sentence each. */
    readonly notes: readonly string[];
}

export type Progress = (bytes: number) => void;

/**
 * Finds a file's header.
 * Errors: throws a CliError when the file cannot be read, or lacks a column.
 */
export async function openLeads(
    path: string,
    name: string,
    agreement: Agreement
): Promise<LeadFile> {
    const { bytes, sample } = await sampleOf(path, name);
    refuseUtf16(sample, name);
    const mark = sample.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
    // The sample may end within a character, though not within a line.
    const lines = sample.subarray(
        mark,
        bytes > sample.length ? sample.lastIndexOf(NEWLINE) + 1 || undefined : undefined
    );
    const text = decoder(isUtf8(lines) ? 'utf-8' : 'windows-1252')(lines);
    if (text.trim() === '') {
        throw new CliError(EXIT.usage, {
            code: 'report.empty',
            message: `${name} is empty.`,
            mend: 'Export the leads again, with a header.'
        });
    }
    const file = { path, bytes, end: bytes };
    const format = { encoding: 'utf-8', numbers: NO_NOTATIONS, name } as const;
    if (text.trimStart().startsWith('{')) {
        const jsonl = { ...format, kind: 'jsonl', delimiter: '', header: [] } as const;
        return { ...file, start: mark, line: 1, format: jsonl, above: NOTHING_SEEN };
    }
    const { delimiter, names, next } = findHeader(text, agreement);
    columnsOf(names, agreement, name);
    const start = lineStart(lines, next - 1);
    return {
        ...file,
        start: mark + start,
        line: next,
        format: { ...format, kind: 'csv', delimiter, header: names },
        above: seeEncoding(NOTHING_SEEN, lines.subarray(0, start), 1)
    };
}

/**
 * Reads a whole file for how it is written: its encoding, its numbers, and where a report's footer begins.
 *
 * @param numbers how numbers are written where a column leaves it open; null: not known
 * Errors: throws a CliError when the encoding is not known.
 */
export async function surveyLeads(
    file: LeadFile,
    agreement: Agreement,
    numbers: Notation | null,
    progress: Progress
): Promise<Surveyed> {
    const { format } = file;
    const tail: Batch[] = [];
    const task = { ask: 'survey', format, agreement } as const;
    const { answer } = await read<Survey>(file, task, progress, (batch) => {
        tail.push(batch);
        if (tail.length > TAIL) tail.shift();
    });
    const encoding = encodingBy(mergeSeen(file.above, answer.encoding), format.name);
    const end = format.kind === 'csv' ? footerIn(tail, file, agreement, encoding) : null;
    const notes = [
        ...(encoding === 'utf-8'
            ? []
            : [
                  `${basename(format.name)} is not UTF-8 and was read as Windows-1252 (ISO-8859-1, Western European).`
              ]),
        ...(end === null ? [] : [`The report footer from line ${end.line} on was left out.`])
    ];
    const columns = new Map<string, Notation>();
    for (const [column, evidence] of answer.numbers) {
        const notation = notationBy(evidence);
        if (notation !== null) columns.set(column, notation);
    }
    return {
        file: {
            ...file,
            end: end?.at ?? file.end,
            format: { ...format, encoding, numbers: { columns, other: numbers } }
        },
        last: answer.last,
        notes
    };
}

/** The byte and the line that a footer begins at; null: there is none. */
function footerIn(
    tail: readonly Batch[],
    { format, start }: LeadFile,
    agreement: Agreement,
    encoding: Encoding
): { readonly at: number; readonly line: number } | null {
    const [last, before] = [...tail].reverse();
    if (last === undefined) return null;
    // A line that could not be read may lie between the two.
    const isWhole = before !== undefined && before.offset + before.bytes.length === last.offset;
    const first = isWhole ? before : last;
    const bytes = isWhole ? Buffer.concat([before.bytes, last.bytes]) : last.bytes;
    const { delimiter, header, name } = format;
    const { data } = Papa.parse<string[]>(decoder(encoding)(bytes), { delimiter, newline: '\n' });
    // What follows the last line break is no record.
    if (data[data.length - 1]?.join('') === '') data.pop();
    const index = footerStart(data, {
        width: header.length,
        dates: columnsOf(header, agreement, name)['mqlAt'] ?? [],
        zone: specOf(agreement, agreement.calendar).zone
    });
    if (index === data.length) return null;
    const lines = linesBefore(data, index);
    return { at: start + first.offset + lineStart(bytes, lines), line: first.line + lines };
}

/** The byte at which the line after so many begins. */
function lineStart(bytes: Uint8Array, lines: number): number {
    let at = 0;
    for (let i = 0; i < lines; i++) {
        const next = bytes.indexOf(NEWLINE, at);
        if (next < 0) return bytes.length;
        at = next + 1;
    }
    return at;
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
    { bytes, end, format, line, path, start }: LeadFile,
    task: Task,
    progress: Progress,
    seen: (batch: Batch) => void = () => {}
): Promise<{ readonly answer: Answer; readonly unclosed: readonly BrokenRow[] }> {
    const isEmpty = end <= start;
    const reader: Reader<Answer> = isEmpty || bytes < SMALL ? readHere(task) : readInThreads(task);
    const unclosed: BrokenRow[] = [];
    if (isEmpty) return { answer: await reader.answer(), unclosed };
    const stream = createReadStream(path, { highWaterMark: BATCH, start, end: end - 1 });
    // JSON has no line breaks in its texts: no byte opens a quote that a line's end does not end.
    const delimiter = format.kind === 'csv' ? format.delimiter : null;
    try {
        for await (const batch of csvBatches(stream, delimiter, line)) {
            if ('bytes' in batch) {
                seen(batch);
                await reader.add(batch.bytes, batch.line);
            } else unclosed.push({ line: batch.line, reason: 'a quote in it is never closed' });
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

function refuseUtf16(sample: Buffer, name: string): void {
    const isUtf16 = (sample[0] === 0xff && sample[1] === 0xfe) || sample[1] === 0;
    if (!isUtf16 && !(sample[0] === 0xfe && sample[1] === 0xff)) return;
    throw new CliError(EXIT.usage, {
        code: 'report.encoding',
        message: `${name} is written in UTF-16.`,
        mend: 'Save it as “CSV UTF-8”, or choose UTF-8 when you export it.'
    });
}
