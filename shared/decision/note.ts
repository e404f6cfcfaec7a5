/**
 * A note as both CRMs store it: one kind of line break, no control characters, no broken characters, no
 * blank ends. Null when nothing is left.
 */
export function cleanNote(note: string): string | null {
    const clean = note
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .replace(/\t/g, ' ')
        .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '')
        .trim();
    return clean === '' ? null : clean;
}

/** Characters as people count them, not UTF-16 units. */
export function lengthOf(text: string): number {
    return Array.from(text).length;
}
