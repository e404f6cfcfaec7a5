import { SandboxRefusal } from '../../errors.ts';
import { stackTrace } from '../frames.ts';
import { ApexException, EnumConstant, FieldToken } from '../values.ts';
import type { InstanceMethods } from './methods.ts';

/** What `getMessage` answers of one without a message, or with one for the browser. */
const HIDDEN_MESSAGE = 'Script-thrown exception';

export const exceptionMethods: InstanceMethods = {
    'exception.getmessage/0': ['string', (self: ApexException) => self.apexMessage],
    'exception.setmessage/1': [
        'void',
        (self: ApexException, [message]) => {
            self.apexMessage = String(message);
            if (self.typeName === 'AuraHandledException') return;
            self.message = self.apexMessage;
        }
    ],
    'exception.getcause/0': ['exception', (self: ApexException) => self.cause],
    'exception.initcause/1': [
        'void',
        (self: ApexException, [cause]) => {
            self.cause = cause as ApexException | null;
        }
    ],
    'exception.gettypename/0': ['string', (self: ApexException) => shownType(self)],
    'exception.getlinenumber/0': ['integer', (self: ApexException) => lineOf(self)],
    'exception.getstacktracestring/0': [
        'string',
        (self: ApexException, _, frame) => self.stackTrace ?? stackTrace(frame)
    ],
    'exception.tostring/0': [
        'string',
        (self: ApexException) => `${shownType(self)}: ${self.apexMessage}`
    ],
    'exception.getnumdml/0': ['integer', (self: ApexException) => self.dml.length],
    'exception.getdmlmessage/1': ['string', (self: ApexException, [n]) => failure(self, n).message],
    'exception.getdmltype/1': [
        'statuscode',
        (self: ApexException, [n]) => new EnumConstant(failure(self, n).code)
    ],
    'exception.getdmlstatuscode/1': ['string', (self: ApexException, [n]) => failure(self, n).code],
    'exception.getdmlid/1': ['id', (self: ApexException, [n]) => failure(self, n).id],
    'exception.getdmlindex/1': ['integer', (self: ApexException, [n]) => failure(self, n).index],
    'exception.getdmlfieldnames/1': [
        'list<string>',
        (self: ApexException, [n]) => [...failure(self, n).fields]
    ],
    'exception.getdmlfields/1': [
        'list<sobjectfield>',
        (self: ApexException, [n]) =>
            failure(self, n).fields.map((name) => new FieldToken('', name))
    ]
};

/** `System.DmlException`, or the class of the package. */
export function shownType({ typeName, isUserDefined, instance }: ApexException): string {
    if (isUserDefined) return instance?.definition.fullName ?? typeName;
    return typeName.includes('.') ? typeName : `System.${typeName}`;
}

function failure(self: ApexException, n: unknown): ApexException['dml'][number] {
    const found = self.dml[Number(n)];
    if (found === undefined) {
        throw new ApexException('ListException', `List index out of bounds: ${String(n)}`);
    }
    return found;
}

function lineOf({ where }: ApexException): number {
    return Number(/:(\d+)$/.exec(where ?? '')?.[1] ?? 0);
}

/** Gives an exception what its constructor takes: nothing, a message, a cause, or both. */
export function prepareException(exception: ApexException, args: readonly unknown[]): void {
    const message = args.find((one) => typeof one === 'string');
    const cause = args.find((one) => one instanceof ApexException);
    if (args.some((one) => one !== null && one !== message && one !== cause)) {
        throw new SandboxRefusal('an exception made of anything but text and a cause');
    }
    const text = typeof message === 'string' ? message : HIDDEN_MESSAGE;
    exception.apexMessage = text;
    exception.message = text;
    exception.cause = cause instanceof ApexException ? cause : null;
}

/** The exceptions of the platform that code may make itself. */
const PLATFORM_EXCEPTIONS: readonly string[] = [
    'AsyncException',
    'AuraHandledException',
    'CalloutException',
    'DmlException',
    'EmailException',
    'FinalException',
    'HandledException',
    'IllegalArgumentException',
    'InvalidParameterValueException',
    'JSONException',
    'ListException',
    'MathException',
    'NoAccessException',
    'NoDataFoundException',
    'NullPointerException',
    'QueryException',
    'SecurityException',
    'SObjectException',
    'StringException',
    'TypeException',
    'UnexpectedException'
];

/** How one of them is made; null for another name, lower-case. */
export function newException(name: string): ((args: readonly unknown[]) => ApexException) | null {
    const known = PLATFORM_EXCEPTIONS.find((one) => one.toLowerCase() === name);
    if (known === undefined) return null;
    return (args) => {
        const exception = new ApexException(known, HIDDEN_MESSAGE);
        prepareException(exception, args);
        if (known === 'AuraHandledException') exception.apexMessage = HIDDEN_MESSAGE;
        return exception;
    };
}
