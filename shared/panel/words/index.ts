import { en } from './en.ts';

/** A complete catalogue: every locale has each key of `en`. */
export type Words = typeof en;

const catalogues: { readonly [language: string]: Words } = { en };

/** The catalogue of a locale's language (`de-AT` finds `de`); English where there is none. */
export function wordsFor(locale: string): Words {
    return catalogues[String(locale).split('-')[0]?.toLowerCase() ?? ''] ?? en;
}
