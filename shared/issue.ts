/** A problem in data somebody gave us: what, where, and how to mend it. Never thrown. */
export interface Issue {
    /** Stable, machine-readable kind, such as `window.unreachable`. */
    readonly code: string;
    /** Where in the input, in dotted form, such as `windows[1].within`. */
    readonly path: string;
    /** One sentence that says what is wrong and how to mend it. */
    readonly message: string;
    /** 1-based position in the text, when the input was text. */
    readonly line?: number;
    readonly column?: number;
}
