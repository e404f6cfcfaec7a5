/** The example that each command's --help ends with. */
export function example(line: string, meaning: string): string {
    return `\nExample:\n  $ ${line}\n    ${meaning}`;
}
