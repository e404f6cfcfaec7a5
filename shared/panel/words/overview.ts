import { overviewEn } from './overviewEn.ts';

/** A complete catalogue: every locale has each key of `overviewEn`. */
export type OverviewWords = typeof overviewEn;

const catalogues: ReadonlyMap<string, OverviewWords> = new Map([['en', overviewEn]]);

/** The overview's catalogue of a locale's language; English where there is none. */
export function overviewWordsFor(locale: unknown): OverviewWords {
    const language = String(locale).split('-')[0]?.toLowerCase() ?? '';
    return catalogues.get(language) ?? overviewEn;
}
