/** Where something stands in the file: keys and list indices, as the author wrote them. */
export type Path = readonly (string | number)[];

/** An issue before its position in the text is looked up. */
export interface Finding {
    readonly code: string;
    readonly path: Path;
    readonly message: string;
    /** What to point at: the key itself when the key is wrong. */
    readonly at?: 'key' | 'value';
}

/** `windows[1].within` */
export function pathText(path: Path): string {
    return path
        .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
        .join('');
}

/** Reads `week.mon[1]` back, for checks elsewhere that speak in text. */
export function pathFromText(text: string): Path {
    return text
        .split(/[.[\]]/)
        .filter((part) => part !== '')
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
