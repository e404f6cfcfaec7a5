/** Stands for `@salesforce/i18n/*`: the browser's own settings. */
export const locale = navigator.language;
export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
