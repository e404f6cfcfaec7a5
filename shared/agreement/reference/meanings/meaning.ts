/** Default: what is used when the key is left out. A required key has none. */
export interface Meaning {
    readonly means: string;
    readonly default?: string;
    readonly example: string;
}
