/** What can go wrong with an org; a test or a person switches it on. */

/** How the next requests are answered instead. */
export interface Disturbance {
    /** Of "GET /services/data/v67.0/query?q=…". */
    readonly matches: RegExp;
    /** How many of them, and then no more. */
    times: number;
    /** The first ones are let through. */
    after?: number;
    readonly answer:
        | { readonly status: number; readonly errorCode: string; readonly message: string }
        /** Something else than the API: a login page, a web filter. */
        | { readonly status: number; readonly type: string; readonly text: string }
        /** The connection breaks before anything was done. */
        | 'cut'
        /** It is done, and the connection breaks in the middle of the answer. */
        | 'cut-answer';
}

/** How the next deployments end. */
export interface Outcome {
    readonly componentFailures?: readonly object[];
    readonly testFailures?: readonly object[];
    readonly coverageWarnings?: readonly object[];
    /** Some components are deployed although others fail, as with rollbackOnError false. */
    readonly isPartial?: boolean;
}

export interface Trouble {
    disturbances: Disturbance[];
    outcome: Outcome;
    /** How the next deployments end, one after another, before `outcome` counts. */
    outcomes: Outcome[];
    /** How many looks a deployment stays in line, is at its components, and at its tests. */
    looks: { readonly pending: number; readonly components: number; readonly tests: number };
    /** Whether a validation may be deployed without its tests. */
    isQuickDeployRefused: boolean;
}

export function noTrouble(): Trouble {
    return {
        disturbances: [],
        outcome: {},
        outcomes: [],
        looks: { pending: 1, components: 1, tests: 1 },
        isQuickDeployRefused: false
    };
}

export const BUSY = {
    status: 503,
    errorCode: 'SERVER_UNAVAILABLE',
    message: 'Server Unavailable'
} as const;
export const TOO_FAST = {
    status: 429,
    errorCode: 'ERROR_HTTP_429',
    message: 'Too Many Requests'
} as const;
export const EXPIRED = {
    status: 401,
    errorCode: 'INVALID_SESSION_ID',
    message: 'Session expired or invalid'
} as const;
export const USED_UP = {
    status: 403,
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'TotalRequests Limit exceeded.'
} as const;
export const LOGIN_PAGE = {
    status: 200,
    type: 'text/html;charset=UTF-8',
    text: '<!DOCTYPE html>\n<html><head><title>Login | Salesforce</title></head><body></body></html>'
} as const;
