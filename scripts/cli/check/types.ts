/** What `handoff check` looks at, and what it found. */

export interface CheckFinding {
    /** From the project's root; null: of the whole. */
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
    readonly message: string;
}

export interface Part {
    readonly id: 'agreement' | 'generated' | 'salesforce' | 'hubspot';
    readonly title: string;
}
export const AGREEMENT: Part = { id: 'agreement', title: 'Agreement' };
export const GENERATED: Part = { id: 'generated', title: 'Generated files' };
export const SALESFORCE: Part = { id: 'salesforce', title: 'Salesforce package' };
export const HUBSPOT: Part = { id: 'hubspot', title: 'HubSpot project' };

export interface CheckedPart extends Part {
    /** What was looked at: "version 3", "212 components". */
    readonly seen: string;
    readonly findings: readonly CheckFinding[];
    /** Why it could not be looked at; null: it was. */
    readonly skipped: string | null;
}

/** A finding about a file, or about one place in it. */
export function findingIn(
    file: string | null,
    message: string,
    { line = null, column = null }: { line?: number | null; column?: number | null } = {}
): CheckFinding {
    return { file, line, column, message };
}

/** `shared/agreement/agreement.yaml:12:4` */
export function placeOf({ file, line, column }: CheckFinding): string {
    return [file, line, column].filter((part) => part !== null).join(':');
}
