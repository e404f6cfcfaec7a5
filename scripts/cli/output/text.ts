/** Text on a terminal: how wide it is, and where its lines end. */
import { stripVTControlCharacters } from 'node:util';

const WIDE =
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NONE = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** The columns that a text takes, colours apart. */
export function widthOf(text: string): number {
    let width = 0;
    for (const character of stripVTControlCharacters(text)) {
        width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    }
    return width;
}

/**
 * Breaks a text at spaces so that no line is wider than `width`; a word that is wider by itself (a path,
 * a command) stays whole, since nobody could copy it otherwise. Lines of the text stay lines.
 */
export function wrap(
    text: string,
    width: number,
    { first = '', rest = '' }: { readonly first?: string; readonly rest?: string } = {}
): string {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
        let line = '';
        const indent = (): string => (lines.length === 0 ? first : rest);
        for (const word of paragraph.split(' ')) {
            const longer = line === '' ? word : `${line} ${word}`;
            if (line !== '' && widthOf(indent()) + widthOf(longer) > width) {
                lines.push(indent() + line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.push(indent() + line);
    }
    return lines.map((line) => line.trimEnd()).join('\n');
}

export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
    const space = ' '.repeat(Math.max(0, width - widthOf(text)));
    return align === 'left' ? text + space : space + text;
}

/** `1 field`, `3 fields`. */
export function count(n: number, one: string, many = `${one}s`): string {
    return `${n} ${n === 1 ? one : many}`;
}
