import type { Agreement } from '../agreement/types.ts';
import type { Lead } from '../lead.ts';
import { formatFor } from './format.ts';
import type { Format } from './format.ts';
import type { Viewer } from './types.ts';
import { wordsFor } from './words/index.ts';
import type { Words } from './words/index.ts';

/** What every part of the panel is drawn from. */
export interface Context {
    readonly lead: Lead;
    readonly agreement: Agreement;
    readonly viewer: Viewer;
    readonly format: Format;
    readonly words: Words;
}

/** Gathers what the parts of the panel share. */
export function contextFor(lead: Lead, agreement: Agreement, viewer: Viewer): Context {
    return {
        lead,
        agreement,
        viewer,
        format: formatFor(viewer),
        words: wordsFor(viewer.locale)
    };
}
