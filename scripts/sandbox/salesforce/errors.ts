/** What the sandbox does not support: said by name, never ignored. `where` is `File.cls:42` when known. */
export class SandboxRefusal extends Error {
    readonly construct: string;
    readonly where: string | null;

    constructor(construct: string, where: string | null = null) {
        super(`the sandbox does not run ${construct}${where === null ? '' : ` (${where})`}`);
        this.name = 'SandboxRefusal';
        this.construct = construct;
        this.where = where;
    }

    /** The same refusal with a place, unless it already has one. */
    at(where: string): SandboxRefusal {
        return this.where === null ? new SandboxRefusal(this.construct, where) : this;
    }
}

/** Metadata, seeds or code of the package that no org would accept. */
export class PackageError extends Error {
    readonly reason: string;
    readonly where: string | null;

    constructor(reason: string, where: string | null = null) {
        super(where === null ? reason : `${where}: ${reason}`);
        this.name = 'PackageError';
        this.reason = reason;
        this.where = where;
    }

    /** The same error with a place, unless it already has one. */
    at(where: string): PackageError {
        return this.where === null ? new PackageError(this.reason, where) : this;
    }
}

/** `unknown`: not in the schema; `denied`: the user may not see it; `malformed`: no valid SOQL. */
export type QueryFault = 'unknown' | 'denied' | 'malformed';

/** A query that the org rejects, in the org's own words. */
export class QueryError extends Error {
    readonly fault: QueryFault;

    constructor(fault: QueryFault, message: string) {
        super(message);
        this.name = 'QueryError';
        this.fault = fault;
    }
}

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

/** The platform answers alike for an object that is not there and for one the user may not see. */
export function noSuchObject(object: string, fault: QueryFault): QueryError {
    return new QueryError(
        fault,
        `sObject type '${object}' is not supported. If you are attempting to use a custom object, ` +
            `be sure to append the '__c' after the entity name. ${REFERENCE}`
    );
}

/** As with objects: a hidden field reads like one that does not exist. */
export function noSuchColumn(field: string, object: string, fault: QueryFault): QueryError {
    return new QueryError(
        fault,
        `No such column '${field}' on entity '${object}'. If you are attempting to use a custom ` +
            `field, be sure to append the '__c' after the custom field name. ${REFERENCE}`
    );
}

export function noSuchRelationship(relationship: string): QueryError {
    return new QueryError(
        'unknown',
        `Didn't understand relationship '${relationship}' in field path. If you are attempting to ` +
            `use a custom relationship, be sure to append the '__r' after the custom relationship ` +
            `name. ${REFERENCE}`
    );
}
