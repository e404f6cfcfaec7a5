import { en } from './en.ts';

/** A complete catalogue: every locale has each key of `en`. */
export type Words = typeof en;

const catalogues: ReadonlyMap<string, Words> = new Map([['en', en]]);

/** The catalogue of a locale's language (`de-AT` finds `de`); English where there is none. */
export function wordsFor(locale: unknown): Words {
    const language = String(locale).split('-')[0]?.toLowerCase() ?? '';
    return catalogues.get(language) ?? en;
}
