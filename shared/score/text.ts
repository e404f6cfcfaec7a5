/** Text as the agreement compares it: without regard to case, width, or the number of spaces. */
export function fold(text: string): string {
    // Upper case, since only that makes `ß` and `SS`, `ς` and `σ` the same.
    return text.normalize('NFKC').toUpperCase().trim();
}

/** The words of a text, parted by anything but letters, digits and the marks on them. */
function wordsOf(text: string): string {
    return ` ${fold(text)
        .split(/[^\p{L}\p{N}\p{M}]+/u)
        .filter(Boolean)
        .join(' ')} `;
}

/** Whether one of the phrases stands in the text as whole words: `VP` is in `VP, Sales`, not in `vpn`. */
export function containsPhrase(text: string, phrases: readonly string[]): boolean {
    const words = wordsOf(text);
    return phrases.map(wordsOf).some((phrase) => phrase.trim() !== '' && words.includes(phrase));
}
