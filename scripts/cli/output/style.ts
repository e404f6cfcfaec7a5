import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** Colours by meaning. What they say is always said in words or signs too. */
export interface Style {
    readonly good: Paint;
    readonly bad: Paint;
    readonly warn: Paint;
    readonly dim: Paint;
    readonly bold: Paint;
}

type Format = Parameters<typeof styleText>[0];

export function styleFor(isColoured: boolean): Style {
    // Whether to colour is decided already, so that a stream cannot decide otherwise.
    const paint =
        (format: Format): Paint =>
        (text) =>
            isColoured ? styleText(format, text, { validateStream: false }) : text;
    return {
        good: paint('green'),
        bad: paint('red'),
        warn: paint('yellow'),
        dim: paint('dim'),
        bold: paint('bold')
    };
}

/** --no-color and NO_COLOR come before FORCE_COLOR, and that before whether a terminal is there. */
export function isColoured(
    stream: { readonly isTTY?: boolean },
    env: NodeJS.ProcessEnv,
    option: boolean
): boolean {
    if (!option || (env['NO_COLOR'] ?? '') !== '') return false;
    const forced = env['FORCE_COLOR'];
    if (forced !== undefined) return forced !== '0' && forced !== 'false';
    return stream.isTTY === true && env['TERM'] !== 'dumb';
}
