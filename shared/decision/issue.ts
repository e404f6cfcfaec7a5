import type { Issue } from '../issue.ts';

/** A problem with one part of a choice; an empty path means the lead itself. */
export function issue(code: string, path: string, message: string): Issue {
    return { code, path, message };
}
