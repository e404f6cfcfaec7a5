/** Which characters a file's bytes stand for. */
import { isAscii, isUtf8 } from 'node:buffer';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';

/** Salesforce and Excel write one of these; Windows-1252 is ISO-8859-1 with quotes, dashes and the euro. */
export type Encoding = 'utf-8' | 'windows-1252';

/** What the bytes of a file show; lines from 1. */
export interface EncodingSeen {
    /** There are characters that only UTF-8 writes so. */
    readonly isUtf8: boolean;
    /** The first line that is not UTF-8. */
    readonly otherLine: number | null;
    /** The first line with a byte that Windows-1252 does not use. */
    readonly unknownLine: number | null;
}

export const NOTHING_SEEN: EncodingSeen = { isUtf8: false, otherLine: null, unknownLine: null };

const NEWLINE = 10;
/** Letters with marks, and anything of three bytes or four; as Windows-1252, "Ã¼" and "â€™". */
const UTF8 = /[\xc2-\xc5][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;

const UNUSED = /[\x81\x8d\x8f\x90\x9d]/;

/** What Windows-1252 has from 0x80 to 0x9f, where ISO-8859-1 has nothing to see. */
const EXTRA = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Adds what a batch of whole lines shows. @param firstLine of the batch */
export function seeEncoding(
    seen: EncodingSeen,
    bytes: Uint8Array,
    firstLine: number
): EncodingSeen {
    if (isAscii(bytes)) return seen;
    if (isUtf8(bytes)) return seen.isUtf8 ? seen : { ...seen, isUtf8: true };
    let { isUtf8: hasUtf8, otherLine, unknownLine } = seen;
    let line = firstLine;
    for (const one of linesOf(bytes)) {
        if (!isUtf8(one)) {
            const text = buffer(one).toString('latin1');
            otherLine ??= line;
            if (UNUSED.test(text)) unknownLine ??= line;
            hasUtf8 ||= UTF8.test(text);
        } else if (!isAscii(one)) {
            hasUtf8 = true;
        }
        line++;
    }
    return { isUtf8: hasUtf8, otherLine, unknownLine };
}

export function mergeSeen(a: EncodingSeen, b: EncodingSeen): EncodingSeen {
    const first = (x: number | null, y: number | null): number | null =>
        x === null || y === null ? (x ?? y) : Math.min(x, y);
    return {
        isUtf8: a.isUtf8 || b.isUtf8,
        otherLine: first(a.otherLine, b.otherLine),
        unknownLine: first(a.unknownLine, b.unknownLine)
    };
}

/**
 * The encoding of a whole file.
 * Errors: throws a CliError where it is none of the two, or a mixture, so that names would be garbled.
 */
export function encodingBy(
    { isUtf8: hasUtf8, otherLine, unknownLine }: EncodingSeen,
    name: string
): Encoding {
    if (otherLine === null) return 'utf-8';
    const reason = hasUtf8
        ? `mixes encodings: it is UTF-8, except for line ${otherLine}`
        : unknownLine === null
          ? null
          : `is neither UTF-8 nor Windows-1252 (ISO-8859-1): see line ${unknownLine}`;
    if (reason === null) return 'windows-1252';
    throw new CliError(EXIT.usage, {
        code: 'report.encoding',
        message: `${name} ${reason}.`,
        mend: 'Export it again as UTF-8, or save it as “CSV UTF-8”.'
    });
}

/** Decodes whole lines. */
export function decoder(encoding: Encoding): (bytes: Uint8Array) => string {
    if (encoding === 'utf-8') {
        return (bytes) => buffer(bytes).toString('utf8');
    }
    // Node 20's own decoder of that name reads ISO-8859-1.
    return (bytes) =>
        buffer(bytes)
            .toString('latin1')
            .replace(/[\x80-\x9f]/g, (one) => EXTRA[one.charCodeAt(0) - 0x80] as string);
}

function buffer({ buffer: of, byteLength, byteOffset }: Uint8Array): Buffer {
    return Buffer.from(of, byteOffset, byteLength);
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
    let start = 0;
    while (start < bytes.length) {
        const next = bytes.indexOf(NEWLINE, start);
        const end = next < 0 ? bytes.length : next + 1;
        yield bytes.subarray(start, end);
        start = end;
    }
}
