import type { Out } from '../cli/io.ts';

const REDRAW_MS = 100;
const LINE_MS = 5000;
const BAR = 24;

/** Shows how far a long reading is: a bar on a terminal, elsewhere a line every few seconds. */
export interface Progress {
    /** @param share 0..1; null: not known */
    readonly at: (label: string, share: number | null) => void;
    readonly end: () => void;
}

export function progressOn(stream: Out, now: () => number, isQuiet: boolean): Progress {
    if (isQuiet) return { at: () => {}, end: () => {} };
    const isLive = stream.isTTY === true;
    const begun = now();
    let drawn = isLive ? -Infinity : begun;
    let isDirty = false;
    return {
        at(label, share) {
            const time = now();
            if (time - drawn < (isLive ? REDRAW_MS : LINE_MS)) return;
            drawn = time;
            const seconds = `${Math.round((time - begun) / 1000)} s`;
            const percent = share === null ? '' : `${Math.floor(share * 100)}% `;
            if (!isLive) {
                stream.write(`${label}: ${percent}after ${seconds}\n`);
                return;
            }
            const done = Math.round((share ?? 0) * BAR);
            const bar = share === null ? '' : `${'█'.repeat(done)}${'░'.repeat(BAR - done)} `;
            stream.write(`\r\x1b[2K${label} ${bar}${percent}${seconds}`);
            isDirty = true;
        },
        end() {
            if (isDirty) stream.write('\r\x1b[2K');
            isDirty = false;
        }
    };
}
