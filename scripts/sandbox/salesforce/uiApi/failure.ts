/** One error of a write, as the UI API words it. */
export interface RecordError {
    readonly errorCode: string;
    readonly message: string;
    readonly field: string | null;
    readonly fieldLabel: string | null;
    readonly constituentField: null;
    readonly duplicateRecordError: null;
}

export interface FailureBody {
    readonly message: string;
    readonly statusCode?: number;
    readonly errorCode?: string;
    readonly enhancedErrorType?: 'RecordError';
    readonly output?: {
        readonly errors: readonly RecordError[];
        readonly fieldErrors: { readonly [field: string]: readonly RecordError[] };
    };
    /** Of an Apex exception. */
    readonly exceptionType?: string;
    readonly isUserDefinedException?: boolean;
    readonly stackTrace?: string;
}

/** What a Lightning component gets for a request that failed. */
export interface FailedResponse {
    readonly ok: false;
    readonly status: number;
    readonly statusText: string;
    readonly body: FailureBody;
}

/** A request that failed; `response` is the plain object that crosses to the browser. */
export class RequestFailure extends Error {
    readonly response: FailedResponse;

    constructor(status: number, statusText: string, body: FailureBody) {
        super(body.message);
        this.name = 'RequestFailure';
        this.response = { ok: false, status, statusText, body };
    }
}

export function badRequest(errorCode: string, message: string): RequestFailure {
    return new RequestFailure(400, 'Bad Request', { message, statusCode: 400, errorCode });
}

export function notFound(): RequestFailure {
    const message = 'The requested resource does not exist';
    return new RequestFailure(404, 'Not Found', {
        message,
        statusCode: 404,
        errorCode: 'NOT_FOUND'
    });
}

export function noAccess(): RequestFailure {
    const message =
        "You don't have access to this record. Ask your administrator for help or to request access.";
    const body = { message, statusCode: 403, errorCode: 'INSUFFICIENT_ACCESS' };
    return new RequestFailure(403, 'Forbidden', body);
}

/** The server failed, for a reason of its own. */
export function serverError(): RequestFailure {
    const message = 'An internal server error has occurred';
    return new RequestFailure(500, 'Server Error', { message, statusCode: 500 });
}

/** The request never reached the server: status 0, as the browser's fetch leaves it. */
export function offline(): RequestFailure {
    return new RequestFailure(0, '', { message: 'Disconnected or Canceled' });
}
