/** How a statement saves. */
export interface DmlOptions {
    /** `user`: object and field access of the running user are enforced. */
    readonly mode: 'user' | 'system';
    /** Whether one record's error undoes the whole statement. */
    readonly allOrNone: boolean;
    /** API name of the external id field by which an upsert finds its records; its Id unless given. */
    readonly externalId?: string;
    /** Saves in spite of duplicate rules that may be passed by, as `DuplicateRuleHeader.allowSave`. */
    readonly allowDuplicates?: boolean;
    /** A page checks every field before triggers run, the API and Apex only references and lists. */
    readonly source?: 'ui';
    /** Gives new leads to whom the org's active assignment rule names. */
    readonly useAssignmentRule?: boolean;
    /** The owner was changed by “Accept” in a queue's list, of which the history tells. */
    readonly acceptsOwnership?: boolean;
    /** Of a deletion: the record into which these are merged. */
    readonly mergedInto?: string;
}

/** Why a record was not saved, in the platform's code and words. */
export interface DmlError {
    readonly code: string;
    readonly message: string;
    /** API names. */
    readonly fields: readonly string[];
}

/** How the save of one record ended; results are in the order of the records. */
export interface DmlResult {
    readonly success: boolean;
    /** Whether an upsert inserted it. */
    readonly created: boolean;
    readonly id: string | null;
    readonly errors: readonly DmlError[];
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
