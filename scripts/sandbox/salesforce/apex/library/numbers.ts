import { SandboxRefusal } from '../../errors.ts';
import { held } from '../operators.ts';
import { textOf } from '../text.ts';
import type { EnumConstant } from '../values.ts';
import { ApexException, nullPointer } from '../values.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';

/** Methods of Integer, Long, Double and Decimal. */
export const numberMethods: InstanceMethods = {
    'number.intvalue/0': ['integer', (self: number) => held('integer', Math.trunc(self) + 0)],
    'number.longvalue/0': ['long', (self: number) => Math.trunc(self) + 0],
    'number.doublevalue/0': ['double', (self: number) => self],
    'number.round/0': ['long', (self: number) => roundHalfEven(self, 0)],
    'number.setscale/1': ['decimal', (self: number, [scale]) => roundHalfUp(self, Number(scale))],
    'number.setscale/2': [
        'decimal',
        (self: number, [scale, mode]) => rounded(self, Number(scale), mode as EnumConstant)
    ],
    'number.abs/0': ['decimal', (self: number) => Math.abs(self)],
    'number.format/0': ['string', (self: number) => formatted(self)],
    'number.toplainstring/0': ['string', (self: number) => textOf(self)],
    'number.tostring/0': ['string', (self: number) => textOf(self)],
    'boolean.tostring/0': ['string', (self: boolean) => String(self)]
};

/** Methods of Math, and what the number types offer without a number. */
export const numberStatics: StaticMethods = {
    'integer.valueof/1': ['integer', ([value]) => held('integer', wholeOf(value))],
    'long.valueof/1': ['long', ([value]) => wholeOf(value)],
    'decimal.valueof/1': ['decimal', ([value]) => decimalOf(value)],
    'double.valueof/1': ['double', ([value]) => decimalOf(value)],
    'boolean.valueof/1': ['boolean', ([value]) => String(value).toLowerCase() === 'true'],
    'math.mod/2': ['', ([a, b]) => modulo(numberOf(a), numberOf(b))],
    'math.min/2': ['', ([a, b]) => Math.min(numberOf(a), numberOf(b))],
    'math.max/2': ['', ([a, b]) => Math.max(numberOf(a), numberOf(b))],
    'math.abs/1': ['', ([value]) => Math.abs(numberOf(value))],
    'math.floor/1': ['decimal', ([value]) => Math.floor(numberOf(value))],
    'math.ceil/1': ['decimal', ([value]) => Math.ceil(numberOf(value)) + 0],
    'math.round/1': ['integer', ([value]) => roundHalfEven(numberOf(value), 0)],
    'math.roundtolong/1': ['long', ([value]) => roundHalfEven(numberOf(value), 0)],
    'math.signum/1': ['decimal', ([value]) => Math.sign(numberOf(value))],
    'math.pow/2': ['double', ([a, b]) => numberOf(a) ** numberOf(b)]
};

export function numberOf(value: unknown): number {
    if (typeof value !== 'number') throw nullPointer();
    return value;
}

/** The sign is the dividend's; never minus zero, which Apex does not have. */
function modulo(a: number, b: number): number {
    if (b === 0) throw new ApexException('MathException', 'Divide by 0');
    return (a % b) + 0;
}

function wholeOf(value: unknown): number {
    if (value === null) throw nullPointer();
    if (typeof value === 'number') return Math.trunc(value);
    const written = String(value).trim();
    if (!/^[+-]?\d+$/.test(written)) {
        throw new ApexException('TypeException', `Invalid integer: ${written}`);
    }
    return Number(written);
}

function decimalOf(value: unknown): number {
    if (value === null) throw nullPointer();
    if (typeof value === 'number') return value;
    const written = String(value).trim();
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) {
        throw new ApexException('TypeException', `Invalid decimal: ${written}`);
    }
    return Number(written);
}

function shifted(value: number, by: number): number {
    const [digits = '0', exponent = '0'] = value.toExponential().split('e');
    return Number(`${digits}e${Number(exponent) + by}`);
}

function roundHalfUp(value: number, scale: number): number {
    const sign = Math.sign(value);
    return sign * shifted(Math.round(shifted(Math.abs(value), scale)), -scale) + 0;
}

function roundHalfEven(value: number, scale: number): number {
    const moved = shifted(Math.abs(value), scale);
    const floor = Math.floor(moved);
    const isTie = moved - floor === 0.5;
    const whole = isTie ? floor + (floor % 2) : Math.round(moved);
    return Math.sign(value) * shifted(whole, -scale) + 0;
}

function rounded(value: number, scale: number, mode: EnumConstant): number {
    const moved = shifted(value, scale);
    switch (mode.name) {
        case 'HALF_UP':
            return roundHalfUp(value, scale);
        case 'HALF_EVEN':
            return roundHalfEven(value, scale);
        case 'UP':
            return shifted(Math.sign(moved) * Math.ceil(Math.abs(moved)), -scale) + 0;
        case 'DOWN':
            return shifted(Math.trunc(moved), -scale) + 0;
        case 'CEILING':
            return shifted(Math.ceil(moved), -scale) + 0;
        case 'FLOOR':
            return shifted(Math.floor(moved), -scale) + 0;
        default:
            throw new SandboxRefusal(`the rounding mode ${mode.name}`);
    }
}

function formatted(value: number): string {
    return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
