import { SandboxRefusal } from '../../errors.ts';
import type { Arguments } from '../calls.ts';
import type { Typed } from '../expressions.ts';
import type { Scope } from '../program.ts';
import { EnumConstant } from '../values.ts';
import { assertionStatics } from './assertions.ts';
import { databaseStatics } from './database.ts';
import { dateStatics } from './dates.ts';
import { datetimeStatics } from './datetimes.ts';
import { describeStatics } from './describe.ts';
import { encodingStatics } from './encoding.ts';
import { jsonStatics } from './json.ts';
import type { StaticMethods } from './methods.ts';
import { numberStatics } from './numbers.ts';
import { patternStatics } from './patterns.ts';
import { systemStatics } from './system.ts';
import { testStatics } from './testMethods.ts';
import { stringStatics } from './text.ts';
import { timeStatics } from './times.ts';
import { typeStatics } from './typeTokens.ts';
import { timeZoneNamed } from '../timeZone.ts';

let merged: StaticMethods | null = null;

/** All of them; put together late, since the modules need each other. */
function methods(): StaticMethods {
    merged ??= {
        ...assertionStatics,
        ...databaseStatics,
        ...dateStatics,
        ...datetimeStatics,
        ...describeStatics,
        ...encodingStatics,
        ...jsonStatics,
        ...numberStatics,
        ...patternStatics,
        ...stringStatics,
        ...systemStatics,
        ...testStatics,
        ...timeStatics,
        ...typeStatics,
        'timezone.gettimezone/1': ['timezone', ([id]) => timeZoneNamed(String(id))]
    };
    return merged;
}

/** The platform's enums, by their lower-case names, in their order. */
const ENUMS: { readonly [name: string]: readonly string[] } = {
    accesslevel: ['USER_MODE', 'SYSTEM_MODE'],
    logginglevel: ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST', 'INTERNAL'],
    sobjectdescribeoptions: ['DEFAULT', 'DEFERRED', 'FULL'],
    roundingmode: [
        'CEILING',
        'DOWN',
        'FLOOR',
        'HALF_DOWN',
        'HALF_EVEN',
        'HALF_UP',
        'UNNECESSARY',
        'UP'
    ],
    triggeroperation: [
        'BEFORE_INSERT',
        'BEFORE_UPDATE',
        'BEFORE_DELETE',
        'AFTER_INSERT',
        'AFTER_UPDATE',
        'AFTER_DELETE',
        'AFTER_UNDELETE'
    ],
    // Any code that an error may have.
    statuscode: [],
    displaytype: []
};

const constants = new Map<string, EnumConstant>();

let types: ReadonlySet<string> | null = null;

/** Whether the platform has a type of this name with static members here. */
export function isPlatformType(name: string): boolean {
    types ??= new Set([
        'trigger',
        'label',
        'sobjecttype',
        ...Object.keys(ENUMS),
        ...Object.keys(methods()).map((signature) => signature.slice(0, signature.lastIndexOf('.')))
    ]);
    return types.has(name.toLowerCase());
}

/** `Type.name(…)`; one that the sandbox does not have is refused when it is called, not before. */
export function platformStatic(type: string, name: string, args: Arguments, scope: Scope): Typed {
    const count = args.types.length;
    const signature = `${type}.${name}/${count}`.toLowerCase();
    const found = methods()[signature];
    if (found === undefined) {
        const what = `the method ${type}.${name} with ${count} arguments`;
        return {
            type: null,
            evaluate: () => {
                throw new SandboxRefusal(what);
            }
        };
    }
    const [returns, run] = found;
    const site = { scope, types: args.types };
    return {
        type: returns === '' && isMath(type) ? widest(args.types) : returns || null,
        evaluate: (frame) => run(args.evaluate(frame), frame, site) ?? null
    };
}

/** Math's least and greatest are of the type of their arguments. */
function isMath(type: string): boolean {
    return type.toLowerCase() === 'math';
}

const NUMBERS: readonly string[] = ['integer', 'long', 'double', 'decimal'];

function widest(types: readonly (string | null)[]): string | null {
    const ranks = types.map((type) => NUMBERS.indexOf(type ?? ''));
    return ranks.includes(-1) ? null : (NUMBERS[Math.max(...ranks)] ?? null);
}

export function platformConstant(type: string, name: string): EnumConstant {
    const key = type.toLowerCase().replace(/^(?:system|schema)\./, '');
    const ordinal = (ENUMS[key] ?? []).indexOf(name.toUpperCase());
    const isOpen = ENUMS[key]?.length === 0;
    if (ordinal < 0 && !isOpen) throw new SandboxRefusal(`${type}.${name}`);
    const id = `${key}.${name.toUpperCase()}`;
    const known = constants.get(id) ?? new EnumConstant(name.toUpperCase(), null, ordinal);
    constants.set(id, known);
    return known;
}
