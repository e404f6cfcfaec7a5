import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import type { Viewer } from 'c/handoffCore';

/** Who reads the panel, now: the one place where a component reads the clock. */
export function viewerNow(): Viewer {
    return { now: Date.now(), locale, timeZone };
}
