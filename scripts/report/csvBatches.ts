/** A file's bytes in batches that end where a record ends, so that each can be read by itself. */

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** A record longer than this is a quote that nobody closed. */
const LONGEST = 4 * 1024 * 1024;

export interface Batch {
    readonly bytes: Buffer;
    /** The file's line (from 1) that it begins with. */
    readonly line: number;
    /** Bytes of the stream before it. */
    readonly offset: number;
}
/** A line that begins a record which has no end. */
export interface Unclosed {
    readonly line: number;
}

/**
 * Cuts a stream of chunks. A quote opens a cell only at its start and must be closed before a delimiter or
 * the end of a line. One that is not costs its own line and no more: reading goes on with the next.
 *
 * @param delimiter one byte; null: nothing is ever quoted, and each line is a record
 * @param firstLine the file's line that the stream begins with
 */
export async function* csvBatches(
    chunks: AsyncIterable<Buffer>,
    delimiter: string | null,
    firstLine = 1
): AsyncGenerator<Batch | Unclosed> {
    const comma = delimiter?.charCodeAt(0) ?? null;
    let rest: Buffer = Buffer.alloc(0);
    let line = firstLine;
    let offset = 0;
    function* cut(data: Buffer, isLast: boolean): Generator<Batch | Unclosed, Buffer> {
        let start = 0;
        for (;;) {
            const { end, lines, broken } = lastRecordEnd(data, start, comma, isLast);
            if (end > start)
                yield { bytes: data.subarray(start, end), line, offset: offset + start };
            line += lines;
            start = end;
            if (!broken) {
                offset += start;
                return data.subarray(start);
            }
            yield { line };
            const next = data.indexOf(NEWLINE, start);
            start = next < 0 ? data.length : next + 1;
            line += 1;
        }
    }
    for await (const chunk of chunks) {
        rest = yield* cut(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), false);
    }
    rest = yield* cut(rest, true);
}

/** Where the last whole record ends, the lines up to there, and whether the record that follows has no end. */
function lastRecordEnd(
    data: Buffer,
    from: number,
    comma: number | null,
    isLast: boolean
): { readonly end: number; readonly lines: number; readonly broken: boolean } {
    const { length } = data;
    let end = from;
    let lines = 0;
    let linesSeen = 0;
    let isQuoted = false;
    let isCellStart = comma !== null;
    for (let i = from; i < length; i++) {
        const byte = data[i];
        if (byte === NEWLINE) linesSeen++;
        if (isQuoted) {
            if (byte !== QUOTE) continue;
            const after = data[i + 1];
            if (after === QUOTE) {
                i++;
            } else if (after === undefined && !isLast) {
                break;
            } else if (!(after === undefined || isBetween(after, comma))) {
                return { end, lines, broken: true };
            } else {
                isQuoted = false;
            }
        } else if (byte === NEWLINE) {
            end = i + 1;
            lines = linesSeen;
            isCellStart = comma !== null;
        } else if (byte === QUOTE && isCellStart) {
            isQuoted = true;
            isCellStart = false;
        } else {
            isCellStart = byte === comma;
        }
    }
    if (isLast && !isQuoted) return { end: length, lines: linesSeen, broken: false };
    return { end, lines, broken: isLast || (isQuoted && length - end > LONGEST) };
}

function isBetween(byte: number, comma: number | null): boolean {
    return byte === comma || byte === NEWLINE || byte === RETURN;
}
